import type { Ledger } from "@/lib/std/ledger";
import type { OpenFile } from "./open-file";
import type { TextWalks } from "./text-walks";
import type { Given } from "./to-import-plan";

export interface ReadProgress {
  /** "Reading", "Sorting out". */
  phase: string;
  doneBytes: number;
  totalBytes: number;
  rows: number | null;
}

export interface ReadOptions {
  /** Part of the names of the tables made. */
  id: string;
  /** Two-digit years after the next belong to the century before. Default: the clock's year. */
  thisYear?: number | undefined;
  onProgress?: ((progress: ReadProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** How files are opened; default: in this thread. */
  openFile?: OpenFile | undefined;
  /** How whole texts are walked through; default: in this thread. */
  walks?: TextWalks | undefined;
  /** What other files give the lines of this one; default: the price alone. */
  given?: Given | undefined;
}

export interface ReadResult {
  /** `<kind>_<id>`: `sales_<id>`, `inventory_<id>`, `table_<id>` ... */
  table: string;
  /** `set_aside_<id>`, or null when every line counts. */
  setAside: string | null;
  ledger: Ledger;
  /** Kept lines. */
  rows: number;
  /** First and last day of a sales file, YYYY-MM-DD. */
  firstDay: string | null;
  lastDay: string | null;
  readAs: string;
}
