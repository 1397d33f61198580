import type { Dialect } from "./plan";
import { type FileRecord, refitted } from "./records";
import { TOO_FEW, TOO_MANY, TOTAL_PATTERN } from "./set-aside-reasons";

const TOTAL = new RegExp(TOTAL_PATTERN);

/** A record as wide as the table, or why it cannot be. */
export interface FittedRecord {
  fields: readonly string[];
  problem: string | null;
  /** Empty fields put behind it, or filled ones cut off, though nothing excuses it. */
  made: "padded" | "cut" | null;
  /** Fields in which a quote was read as a letter. */
  strays: number;
}

/** What a line may do that does not fit. */
export interface Fit {
  dialect: Dialect;
  width: number;
  /** Lines that are too short are filled up with empty fields. */
  pad: boolean;
  /** Lines that are too long lose their last fields. */
  cut: boolean;
}

/** Fits a record to the table: empty fields at the end are forgiven, blank lines and lines of totals may be short. */
export function fitted(given: FileRecord, { dialect, width, pad, cut }: Fit): FittedRecord {
  const { fields, problem, strays } = refitted(given, dialect, width);
  if (problem !== null || fields.length === width) return { fields, problem, made: null, strays };
  if (fields.length > width) {
    const blank = fields.slice(width).every((field) => field.trim() === "");
    if (!blank && !cut) return { fields, problem: TOO_MANY, made: null, strays };
    return { fields: fields.slice(0, width), problem: null, made: blank ? null : "cut", strays };
  }
  const excused = isBlank(fields) || isTotal(fields);
  if (!excused && !pad) return { fields, problem: TOO_FEW, made: null, strays };
  const padded = [...fields, ...Array.from({ length: width - fields.length }, () => "")];
  return { fields: padded, problem: null, made: excused ? null : "padded", strays };
}

export function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === "");
}

/** The first filled field is a word for "total". */
export function isTotal(fields: readonly string[]): boolean {
  const first = fields.find((field) => field.trim() !== "");
  return first !== undefined && TOTAL.test(first.trim().toLowerCase());
}
