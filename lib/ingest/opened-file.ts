import type { NamedBlob } from "./decode";

/** What a person chose, or an earlier reading found. */
export interface OpenChoice {
  /** WHATWG label; null lets the bytes decide. */
  encoding: string | null;
  /** A sheet of a workbook; null takes the first one that holds a table. */
  sheet: string | null;
}

/** A file as text in UTF-8, whatever it was. */
export interface OpenedFile {
  /** The table as delimited text in UTF-8: the file itself when it is that already. */
  text: NamedBlob;
  encoding: string;
  sheet: string | null;
  sheets: readonly string[];
  /** True when numbers and dates had types of their own: they are written 1234.5 and 2026-06-30, commas part the fields. */
  typed: boolean;
  /** Plain sentences about what was found: "Read as Windows-1252, because ..." */
  evidence: readonly string[];
}

export interface OpenOptions {
  signal?: AbortSignal | undefined;
}

/** Opens a file in another thread in the browser, in this one in tests. Throws IngestError. */
export type OpenFile = (file: NamedBlob, choice: OpenChoice, options?: OpenOptions) => Promise<OpenedFile>;
