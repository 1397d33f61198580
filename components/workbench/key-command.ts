import type { Cell } from "@/lib/notebook/notebook";
import type { Workbench } from "@/lib/workbench/workbench";
import { cellAt } from "./cell-commands";
import type { Keys } from "./key-chord";
import { pageSelection } from "./selection";

export const GROUPS = ["Run", "Go", "Cells", "Notebook"] as const;

/** Something a person can have done, by its keys, from the palette, or both. */
export interface KeyCommand {
  /** Under which chosen keys are stored; never changed. */
  id: string;
  /** What lists call it. */
  title: string;
  group: (typeof GROUPS)[number];
  /** The usual keys; `Mod` is Ctrl, or Cmd on a Mac. */
  keys: readonly Keys[];
  /**
   * Where its keys count: `anywhere`, or while no field is written in (`command`). `selected`: a cell itself has the
   * focus, so that the same keys stay with buttons, tables and the page.
   */
  when: "anywhere" | "command" | "selected";
  /** It is about the cell one is at. */
  cell?: true;
  /** A key held down counts again and again. */
  repeats?: true;
  /** It is done in an editor and nowhere else: its keys have to be some that are not written there. */
  writing?: true;
  /** The list to choose from leaves it out: it means nothing there. */
  keysOnly?: true;
  /** Does it; false when there was nothing to do. */
  run(on: Workbench): unknown;
}

/** A cell and its place. */
export type At = { cell: Cell; index: number };

/** A command about the cell one is at. */
export function ofCell(run: (on: Workbench, at: At) => void): KeyCommand["run"] {
  return (on) => {
    const at = cellAt(on, pageSelection().current());
    if (!at) return false;
    run(on, at);
  };
}
