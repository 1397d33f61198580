import type { Command } from "@/lib/notebook/command";
import { commit, type History, record, redo, type Step, startHistory, undo } from "@/lib/notebook/history";
import type { CellId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import { refuseUnreadable } from "@/lib/notebook/schema";
import type { Context } from "./context";
import type { Saver } from "./saver";
import type { GivenCell } from "./shared-inputs";
import { touchesList } from "./touches-list";

/** Changes that follow one another within this time are one burst of typing, milliseconds. */
const BURST = 1500;

/** The open notebook with its way back: every change of it goes through here. */
export interface Document {
  /** Throws when no notebook is open. */
  current(): History;
  /** Shows a notebook without a way back, or none. */
  show(notebook: Notebook | null): void;
  /** A change nobody made by hand: it is saved, but is no step of undo. */
  note(command: Command): void;
  /** A change by hand: a step of undo, saved within a second. */
  edit(command: Command): void;
  /** A change by typing: what follows at once in the same cell is the same step of undo. */
  write(command: Command): void;
  give(given: GivenCell): CellId;
  undo(): void;
  redo(): void;
}

/** `changed` is told of every change by hand with the state before it; none is made while `mayChange` says no. */
export function createDocument(
  { ports, store, history }: Context,
  saver: Pick<Saver, "edit" | "whole">,
  changed: (before: Notebook) => void,
  mayChange: () => boolean,
): Document {
  let burst: { tag: string; at: number } | null = null;

  function put(next: History | null) {
    history.set(() => next);
    store.set((state) => ({
      ...state,
      notebook: next?.notebook ?? null,
      view: next ? "notebook" : "first-page",
      canUndo: (next?.past.length ?? 0) > 0,
      canRedo: (next?.future.length ?? 0) > 0,
    }));
  }

  function current(): History {
    const open = history.get();
    if (!open) throw new Error("No notebook is open.");
    return open;
  }

  function take(step: Step | null) {
    if (!step || !mayChange()) return;
    const before = current().notebook;
    put(step.history);
    saver.edit(step.applied);
    if (touchesList(step.applied)) saver.whole();
    changed(before);
  }

  function edit(command: Command) {
    refuseUnreadable(command);
    burst = null;
    take(commit(current(), command));
  }

  return {
    current,
    show(notebook) {
      burst = null;
      put(notebook && startHistory(notebook));
    },
    note(command) {
      if (store.get().tab === "reader") return;
      const step = record(current(), command);
      put(step.history);
      saver.edit(step.applied);
    },
    edit,
    write(command) {
      refuseUnreadable(command);
      const tag = command.type === "set-cell" ? command.cell.id : command.type;
      const now = ports.clock.now();
      const goesOn = burst?.tag === tag && now - burst.at < BURST;
      burst = { tag, at: now };
      take(commit(current(), command, { goesOn }));
    },
    give({ id, command }) {
      edit(command);
      return id;
    },
    undo() {
      burst = null;
      take(undo(current()));
    },
    redo() {
      burst = null;
      take(redo(current()));
    },
  };
}
