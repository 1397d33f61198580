import type { ParamValue } from "@/lib/query/param";
import type { DataKind } from "@/lib/std/data-kind";
import type { Ledger, LedgerReason } from "@/lib/std/ledger";
import type { Explanation } from "./explanation";
import type { CellId, DataSetId, NotebookId } from "./ids";

/** A file that was read: what it is, how it was read, what counts, where its rows are stored. */
export interface DataSet {
  id: DataSetId;
  kind: DataKind;
  fileName: string;
  /** sha256 of the file's bytes, hex. */
  fileHash: string;
  fileBytes: number;
  /** How it was read: an import plan as a JSON value; null for files read before plans were kept. */
  plan: Readonly<Record<string, unknown>> | null;
  /** Files with the same header have the same signature. */
  signature: string;
  /** How it was read, as one quiet sentence. */
  readAs: string;
  /** The file by itself. What other files make of it stands in `unmatched`. */
  ledger: Ledger;
  /** Kept lines that do not count because of the other files: no price in the product list, replaced by a newer file. */
  unmatched: readonly LedgerReason[];
  /** Days (YYYY-MM-DD, both included) whose lines come from a newer file instead; null when all count. */
  replaced: { from: string; to: string; by: string } | null;
  /** sha256 over the file, the way it was read and what read it: equal hash, equal lines. Part of every result's key. */
  dataHash: string;
  /** sha256 of the stored Parquet parts of the kept lines, in order. Empty until they are written. */
  parts: readonly string[];
  /** The same for the lines set aside. */
  setAsideParts: readonly string[];
  /** First and last day of a sales file, YYYY-MM-DD. */
  firstDay: string | null;
  lastDay: string | null;
  importedAt: number;
}

interface CellBase {
  id: CellId;
  /** What other cells call it; snake_case, unique in the notebook. */
  name: string;
  title: string;
  collapsed: boolean;
}

/** A question to the data. */
export interface AnalysisCell extends CellBase {
  kind: "analysis";
  /** The analysis it asks, e.g. "best_sellers". */
  analysis: string;
  params: Readonly<Record<string, ParamValue>>;
  /** Parameters that take the value of an input cell instead of their own in `params`. */
  inputs: Readonly<Record<string, CellId>>;
  /** True while its SQL is looked at. */
  codeShown: boolean;
}

/** What an analysis asks: enough to make its cell again. */
export type Asking = Pick<AnalysisCell, "analysis" | "params" | "inputs">;

/** A text that was run, with the tables and cells it reads by the engine's own parse. */
export interface Ran {
  sql: string;
  reads: readonly string[];
  /** Counts how often the same text gave other rows: it may ask for the time, or for chance. */
  edition?: number | undefined;
}

/** A query somebody wrote. */
export interface SqlCell extends CellBase {
  kind: "sql";
  /** As it stands in the editor; input cells are its parameters: `$name`. */
  sql: string;
  /** The text that was run last; null before the first run. */
  ran: Ran | null;
  /** The analysis whose SQL was changed by hand: the way back, and the values of its parameters. */
  origin: Asking | null;
  codeShown: boolean;
}

/** How a chart makes one value of the rows that share a place on its axis; "none" draws every row. */
export type Aggregate = "none" | "sum" | "average" | "count" | "least" | "most";

/** Days, weeks, ... that times are gathered by. */
export const TIME_STEPS = ["hour", "day", "week", "month", "quarter", "year"] as const;
export type TimeStep = (typeof TIME_STEPS)[number];

/** What a chart cell draws; columns by name, "" while none is chosen. */
export interface Drawing {
  type: "bars" | "line" | "scatter";
  x: string;
  y: string;
  /** A line or a colour for each value of this column; null for one. */
  group: string | null;
  aggregate: Aggregate;
  /** What the times of `x` are gathered by; without it each time stands for itself. */
  step?: TimeStep | undefined;
}

/** A drawing of another cell's result or of a table. */
export interface ChartCell extends CellBase {
  kind: "chart";
  /** The name of the cell or table. */
  source: string;
  drawing: Drawing;
}

/** Words of one's own, Markdown. */
export interface NoteCell extends CellBase {
  kind: "note";
  text: string;
}

/** What an input asks for: a filter of the shop's figures, a number or a text. */
export type InputKind = "period" | "category" | "store" | "product" | "number" | "text";

/** One control for many cells. A query written by hand names it as a parameter: its `name` with a dollar sign before it. */
export interface InputCell extends CellBase {
  kind: "input";
  input: InputKind;
  value: ParamValue;
}

export type Cell = AnalysisCell | SqlCell | ChartCell | NoteCell | InputCell;

/** The cells that ask the data and have a result. */
export type AskingCell = AnalysisCell | SqlCell | ChartCell;

/** What a person did with an insight. `until` is the day (YYYY-MM-DD) a snoozed one comes back; null for all others. */
export interface InsightMark {
  state: "done" | "snoozed" | "dismissed";
  until: string | null;
}

/** The document: everything the user made, nothing that can be computed again. */
export interface Notebook {
  id: NotebookId;
  title: string;
  /** BCP 47. */
  locale: string;
  /** ISO 4217, or null when the file names none: amounts are then shown without a sign. */
  currency: string | null;
  dataSets: readonly DataSet[];
  cells: readonly Cell[];
  /** By insight id; an insight that is not here is open. */
  insightStates: Readonly<Record<string, InsightMark>>;
  /** By what they explain: "notebook", "cell <id>", "insight <id>". */
  explanations: Readonly<Record<string, Explanation>>;
  /** True: what changed and all that hangs on it is computed at once. False: it is marked, and waits to be run. */
  autoRun: boolean;
  createdAt: number;
}
