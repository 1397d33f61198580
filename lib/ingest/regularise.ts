import { OrderLines } from "./carry-down";
import { decodedPieces, type NamedBlob } from "./decode";
import { fitted } from "./fit-record";
import { applies, type Dialect, type ImportPlan, type Layout, PLAIN } from "./plan";
import { type FileRecord, RecordSplitter } from "./records";
import { PREAMBLE, SECOND_TABLE } from "./set-aside-reasons";

const LONGEST_RAW = 10_000;
const FLUSH_CHARACTERS = 4_000_000;
/** Delimiters the rewritten file may keep: lines that are well spelled go through as they stand. */
const KEPT_DELIMITERS = [",", ";", "\t", "|"];

/** What the patient road asks of a plan. */
export type RegularPlan = Pick<ImportPlan, "dialect" | "columns"> &
  Partial<Pick<ImportPlan, "kind" | "layout" | "rules" | "countedLines" | "carryDown">>;

/** A file rewritten so that the engine's strict reader takes every line of it. */
export interface RegularFile {
  /** Delimited text without header: line, problem, raw (only with a problem), then the plan's columns. */
  blob: Blob;
  /** How the blob is written. */
  dialect: Dialect;
  /** Records but those of the header; those with a problem, above the header and below the table included. */
  lines: number;
  /** Lines that were too short and got empty fields, of those without a problem. */
  padded: number;
  /** Lines that were too long and lost their last fields, of those without a problem. */
  cut: number;
  /** Lines in which a quote stands where none belongs and was read as a letter, of those without a problem. */
  strays: number;
}

type Place = "header" | "table" | typeof PREAMBLE | typeof SECOND_TABLE;

function placeOf(line: number, { headerRow, headerRows, firstRow, lastRow }: Layout): Place {
  if (headerRow !== null && line >= headerRow && line < headerRow + headerRows) return "header";
  if (line < firstRow) return PREAMBLE;
  return lastRow !== null && line > lastRow ? SECOND_TABLE : "table";
}

/** Writes the lines of one file; `text` holds what is written and not yet taken. */
class RegularLines {
  readonly #plan: RegularPlan;
  readonly #layout: Layout;
  readonly #counted: ReadonlySet<number>;
  readonly #orders: OrderLines | null;
  readonly #delimiter: string;
  readonly #emptyCells: string;
  readonly #fits: boolean;
  readonly #loose: { pad: boolean; cut: boolean };
  readonly counts = { lines: 0, padded: 0, cut: 0, strays: 0 };
  text = "";

  constructor(plan: RegularPlan, delimiter: string) {
    const rules = { rules: plan.rules ?? {} };
    const table = plan.kind === "table";
    this.#plan = plan;
    this.#layout = plan.layout ?? PLAIN.layout;
    this.#counted = new Set(plan.countedLines);
    this.#orders = plan.carryDown ? new OrderLines(plan.carryDown, plan.columns) : null;
    this.#delimiter = delimiter;
    this.#emptyCells = delimiter.repeat(plan.columns.length);
    this.#fits = delimiter === plan.dialect.delimiter && this.#orders === null;
    this.#loose = { pad: table || !applies(rules, "short-line"), cut: table || !applies(rules, "long-line") };
  }

  take(record: FileRecord): void {
    const place = placeOf(record.line, this.#layout);
    if (place === "header") return;
    this.counts.lines += 1;
    const counted = this.#counted.has(record.line);
    if (place !== "table" && !counted && applies({ rules: this.#plan.rules ?? {} }, RULE_OF[place])) {
      this.#problem(record, place);
    } else if (this.#fits && record.regular && record.fields.length === this.#plan.columns.length) {
      this.text += `${record.line}${this.#delimiter}${this.#delimiter}${this.#delimiter}${record.raw}\n`;
    } else {
      this.#write(record, counted);
    }
  }

  #write(record: FileRecord, counted: boolean): void {
    const { dialect, columns } = this.#plan;
    const { pad, cut } = this.#loose;
    const line = fitted(record, { dialect, width: columns.length, pad: pad || counted, cut: cut || counted });
    if (line.problem !== null) {
      this.#orders?.pass(line.fields);
      this.#problem(record, line.problem);
      return;
    }
    if (line.made !== null) this.counts[line.made] += 1;
    if (line.strays > 0) this.counts.strays += 1;
    const fields = this.#orders?.filled(line.fields) ?? line.fields;
    const d = this.#delimiter;
    this.text += `${record.line}${d}${d}${d}${fields.map((field) => this.#cell(field)).join(d)}\n`;
  }

  #problem(record: FileRecord, problem: string): void {
    const raw = this.#cell(record.raw.slice(0, LONGEST_RAW));
    const d = this.#delimiter;
    this.text += `${record.line}${d}${this.#cell(problem)}${d}${raw}${this.#emptyCells}\n`;
  }

  #cell(text: string): string {
    const special = text.includes('"') || text.includes(this.#delimiter) || text.includes("\n") || text.includes("\r");
    return special ? `"${text.replaceAll('"', '""')}"` : text;
  }
}

const RULE_OF = { [PREAMBLE]: "preamble", [SECOND_TABLE]: "second-table" } as const;

/**
 * Rewrites a file with lines the engine's reader refuses, and keeps the rows a spreadsheet shows: no line is lost, those
 * that do not fit the header carry their problem and raw text. Throws IngestError when the file is no UTF-8 or vanished.
 */
export async function regularise(file: NamedBlob, plan: RegularPlan, signal?: AbortSignal): Promise<RegularFile> {
  const delimiter = KEPT_DELIMITERS.includes(plan.dialect.delimiter) ? plan.dialect.delimiter : ",";
  const splitter = new RecordSplitter(plan.dialect);
  const lines = new RegularLines(plan, delimiter);
  const parts: Blob[] = [];
  const take = (records: readonly FileRecord[]) => {
    for (const record of records) lines.take(record);
    if (lines.text.length < FLUSH_CHARACTERS) return;
    parts.push(new Blob([lines.text]));
    lines.text = "";
  };
  for await (const piece of decodedPieces(file, signal)) take(splitter.push(piece));
  take(splitter.end());
  return { blob: new Blob([...parts, lines.text]), dialect: { ...PLAIN.dialect, delimiter }, ...lines.counts };
}
