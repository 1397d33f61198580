import type { SqlFunction, SqlInput, SqlTable } from "./sql-names";

/** Where the query goes on after it was run: stay here, on to the next cell, or into a new one below. */
export type RunMode = "stay" | "next" | "insert";

/** What a key means to the editor beside writing: to run, to format the text, or to leave it. */
export type EditorCommand = RunMode | "format" | "leave";

/** What is wrong with the text: a sentence, the next step, and a 0-based offset into the text where it is known. */
export interface SqlProblem {
  message: string;
  hint: string | null;
  position?: number | null;
}

export interface SqlEditorProps {
  value: string;
  /** Called with the whole text after each change that a person makes here; false when it was refused: `value` is back. */
  onChange: (text: string) => unknown;
  /** Its accessible name: "SQL of Best sellers". */
  label: string;
  readOnly?: boolean;
  /** Shown until the text changes. The same object is the same problem: a new one is shown anew. */
  error?: SqlProblem | null;
  tables: readonly SqlTable[];
  inputs: readonly SqlInput[];
  /** Those of the shipped engine unless given. */
  functions?: readonly SqlFunction[];
  /** What a key that is pressed means here; null for what is the page's or is written. */
  commandOf?: (event: KeyboardEvent) => EditorCommand | null;
  /** The key that formats, as it is read aloud; null when there is none. */
  formatKey?: string | null;
  /** Without it keys that run are left to the page. */
  onRun?: (mode: RunMode) => void;
  onEscape?: () => void;
  /** True to be written in at once; a number puts the cursor at that offset. */
  autoFocus?: boolean | number;
}
