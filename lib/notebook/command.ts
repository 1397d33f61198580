import type { ParamValue } from "@/lib/query/param";
import type { Explanation } from "./explanation";
import type { CellId, DataSetId } from "./ids";
import type { Cell, DataSet, InsightMark, Notebook } from "./notebook";

/** Every change of a notebook. `apply` gives the changed notebook and the command that takes it back. */
export type Command =
  | { type: "set-title"; title: string }
  | { type: "set-money"; locale: string; currency: string | null }
  | { type: "insert-cell"; cell: Cell; index: number }
  | { type: "remove-cell"; id: CellId }
  | { type: "move-cell"; id: CellId; index: number }
  | { type: "set-cell-title"; id: CellId; title: string }
  | { type: "set-cell-params"; id: CellId; params: Record<string, ParamValue> }
  | {
      type: "set-cell-inputs";
      id: CellId;
      params: Record<string, ParamValue>;
      inputs: Record<string, CellId>;
    }
  | { type: "set-input"; id: CellId; value: ParamValue }
  | { type: "set-auto-run"; autoRun: boolean }
  /** Another cell in the place of the one with its id: text typed, a drawing changed, an analysis turned into SQL. */
  | { type: "set-cell"; cell: Cell }
  /** Another state of the whole document: a version restored. */
  | { type: "set-notebook"; notebook: Notebook }
  | { type: "set-collapsed"; id: CellId; collapsed: boolean }
  | { type: "set-insight-state"; insightId: string; mark: InsightMark | null }
  | { type: "set-explanation"; of: string; explanation: Explanation | null }
  | { type: "insert-data-set"; dataSet: DataSet; index: number }
  | { type: "remove-data-set"; id: DataSetId }
  | { type: "set-data-set"; dataSet: DataSet }
  | { type: "batch"; label: string; commands: Command[] };
