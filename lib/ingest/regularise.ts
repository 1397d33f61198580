import { decodedPieces, type NamedBlob } from "./decode";
import type { ImportPlan } from "./plan";
import { type FileRecord, RecordSplitter } from "./records";
import { TOO_FEW, TOO_MANY, TOTAL_PATTERN } from "./set-aside-reasons";

const TOTAL = new RegExp(TOTAL_PATTERN);
const LONGEST_RAW = 10_000;
const FLUSH_RECORDS = 20_000;

/** A file rewritten so that the engine's strict reader takes every line of it. */
export interface RegularFile {
  /** CSV without header: line, problem, raw (only with a problem), then the plan's columns. */
  blob: Blob;
  /** Records below the header, those with a problem included. */
  lines: number;
}

/** A record as wide as the header, or why it cannot be. */
function fitted(record: FileRecord, width: number): { fields: readonly string[]; problem: string | null } {
  const { fields, problem } = record;
  if (problem !== null || fields.length === width) return { fields, problem };
  if (fields.length > width) {
    const blank = fields.slice(width).every((field) => field.trim() === "");
    return blank ? { fields: fields.slice(0, width), problem: null } : { fields: [], problem: TOO_MANY };
  }
  const first = fields.find((field) => field.trim() !== "");
  const padded = [...fields, ...Array.from({ length: width - fields.length }, () => "")];
  const excused = first === undefined || TOTAL.test(first.trim().toLowerCase());
  return excused ? { fields: padded, problem: null } : { fields: [], problem: TOO_FEW };
}

function csvField(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvLine(record: FileRecord, width: number): string {
  const { fields, problem } = fitted(record, width);
  const raw = problem === null ? "" : record.raw.slice(0, LONGEST_RAW);
  const cells = problem === null ? fields : Array.from({ length: width }, () => "");
  return `${[String(record.line), problem ?? "", raw, ...cells].map(csvField).join(",")}\n`;
}

/**
 * Rewrites a file with lines the engine's reader refuses, and keeps the rows a spreadsheet shows: no line is lost, those
 * that do not fit the header carry their problem and raw text. Throws IngestError when the file is no UTF-8 or vanished.
 */
export async function regularise(
  file: NamedBlob,
  { dialect, columns }: Pick<ImportPlan, "dialect" | "columns">,
  signal?: AbortSignal,
): Promise<RegularFile> {
  const splitter = new RecordSplitter(dialect);
  const parts: Blob[] = [];
  let waiting: string[] = [];
  let lines = -1;
  const take = (records: readonly FileRecord[]) => {
    for (const record of records) {
      lines += 1;
      if (lines > 0) waiting.push(csvLine(record, columns.length));
    }
    if (waiting.length >= FLUSH_RECORDS) {
      parts.push(new Blob(waiting));
      waiting = [];
    }
  };
  for await (const piece of decodedPieces(file, signal)) take(splitter.push(piece));
  take(splitter.end());
  return { blob: new Blob([...parts, ...waiting]), lines: Math.max(lines, 0) };
}
