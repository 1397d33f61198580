import type { Facts } from "@/lib/analyses/analysis";
import type { Compared } from "@/lib/analyses/comparison";
import type { ProductChoice } from "@/lib/analyses/product-choices";
import type { Guess } from "@/lib/ingest/plan";
import type { Job } from "@/lib/jobs/job";
import type { CellId, DataSetId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import type { Result } from "@/lib/query/result";
import type { Problem } from "@/lib/std/problem";
import type { LostLines } from "./lost-lines";

export type CellStatus =
  | "never-run"
  | "queued"
  | "running"
  | "ok"
  | "error"
  | "edited"
  | "stale"
  | "blocked"
  | "cancelled";

/** What a cell's figure is held against; without `compared` there is nothing. */
export interface Comparison {
  /** Of the result it comes from; "" when none was needed. */
  key: string;
  compared: Compared | null;
}

/** What the margin of a cell says; `result` is the last one, kept while a new one is computed. */
export interface CellRun {
  status: CellStatus;
  result: Result | null;
  /** The params `result` was computed with; they differ from the cell's while it is stale. */
  resultKey: string | null;
  /** The key of what was computed last, whether it came to a result, failed or was cancelled; null before the first time. */
  triedKey: string | null;
  /** What its figure is held against; null until that is known. */
  comparison: Comparison | null;
  startedAt: number | null;
  ranAt: number | null;
  durationMs: number | null;
  cached: boolean;
  problem: Problem | null;
  /** Why it is stale or blocked: "the period changed". */
  reason: string | null;
}

export interface Progress {
  /** "Reading", "Sorting out", "Saving". */
  phase: string;
  doneBytes: number;
  totalBytes: number;
  rows: number | null;
}

/**
 * Where a file is on its way in. It waits for a person in `asking` (how is it read), `warned` (it may need more memory
 * than there is) and `overlapping` (its lines may be here already). `known` is a file that is in the notebook already.
 */
export type IncomingStep =
  | "waiting"
  | "inspecting"
  | "asking"
  | "warned"
  | "reading"
  | "overlapping"
  | "known"
  | "done"
  | "failed"
  | "cancelled";

/** What to do with lines that are in the notebook already. */
export type OverlapAnswer = "keep" | "replace" | "cancel";

/** Lines of a file may be in the notebook already: what is shared, and what "Replace" would do. */
export interface OverlapQuestion {
  /** "sales-june.csv already has lines for 1 to 14 June 2026: 812 lines there, 820 here." */
  sentences: readonly string[];
  /** What happens to the figures with each answer. */
  keep: string;
  /** null when the older lines cannot be replaced. */
  replace: string | null;
}

/** A file on its way in. */
export interface Incoming {
  id: string;
  fileName: string;
  bytes: number;
  step: IncomingStep;
  guess: Guess | null;
  /** Other files with the same header: they are read as this one is. */
  also: readonly string[];
  overlap: OverlapQuestion | null;
  progress: Progress | null;
  /** What went wrong (`failed`) or should be known (`known`, `warned`). */
  problem: Problem | null;
}

export interface RecentNotebook {
  id: string;
  title: string;
  updatedAt: number;
  headline: string | null;
}

/** A table a query can read, and what one row of it is. */
export interface KnownTable {
  name: string;
  about: string;
  /** It holds the lines of one file, under the file's name. */
  isFile: boolean;
  /** `empty` ones hold no value in any line. */
  columns: readonly { name: string; type: string; empty?: boolean }[];
}

/** Everything the page shows; replaced, never changed in place. */
export interface WorkbenchState {
  /** What fills the page: nothing is known yet, the first page, or a notebook. */
  view: "opening" | "first-page" | "notebook";
  engine: "starting" | "ready" | "failed";
  engineProblem: Problem | null;
  storage: "opening" | "opfs" | "memory";
  storageProblem: Problem | null;
  saved: boolean;
  /** "reader" while another tab is the one that writes: this one follows it. */
  tab: "writer" | "reader";
  /** The browser's answer to being asked to keep the data; null before the first import. */
  persisted: boolean | null;
  recents: readonly RecentNotebook[];
  notebook: Notebook | null;
  facts: Facts | null;
  /** Every product sold, by name; null until a choice among them was asked for. */
  products: readonly ProductChoice[] | null;
  /** What a query can read besides the results of cells; null until somebody writes one. */
  tables: readonly KnownTable[] | null;
  runs: Readonly<Record<CellId, CellRun>>;
  incoming: readonly Incoming[];
  /** Data sets whose file can be looked at again on the disk, and those that are read again when it is saved. */
  watchable: readonly DataSetId[];
  watched: readonly DataSetId[];
  /** Those that were watched on an earlier visit and are not now. */
  watchedBefore: readonly DataSetId[];
  watchProblem: Problem | null;
  /** Data sets whose stored lines cannot be read here. */
  lost: readonly LostLines[];
  jobs: readonly Job[];
  canUndo: boolean;
  canRedo: boolean;
}
