import type { Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { toDecimal } from "@/lib/std/decimal";
import { looksLikeFormula } from "@/lib/std/inert-text";
import type { CellLook } from "./cell-styles";
import { numberFormat, type Writing } from "./number-formats";
import { LONGEST_TEXT, MOST_COLUMNS, MOST_LINES } from "./sheet-room";
import { columnLetters, type Sheet, type SheetCell, type SheetRows, type SheetValue } from "./sheet-xml";
import { countOf, isNumber, linesOf, pagesOf, type ShownColumn, type ShownTable, valueIn } from "./shown-table";

/** A table as a sheet, and what the sheet could not take over, in sentences: complete once its rows were read. */
export interface TableSheet {
  sheet: Sheet;
  remarks: readonly string[];
}

const DAY = 86_400_000;
/** Days count from here; before 1 March 1900 spreadsheets disagree about them. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DAY = "1900-03-01";
const MOST_TOLD = 20;

const WIDEST = 60;
const NARROWEST = 8;

/** Days since 1899-12-30 as a spreadsheet keeps a date, or null for a day it cannot keep. */
function serialOf(text: string): string | null {
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2}(?:\.\d+)?))?$/.exec(text) ?? [];
  if (day < FIRST_DAY) return null;
  const moment = Date.parse(`${day}T${time === "" ? "00:00:00" : time.slice(0, 12)}Z`);
  return Number.isNaN(moment) ? null : String(Number(((moment - DAY_ZERO) / DAY).toFixed(9)));
}

const text = (value: string): SheetValue => ({ type: "text", text: value });

function sheetValue(value: Exclude<Value, null>, column: ShownColumn): SheetValue {
  if (typeof value === "boolean") return { type: "boolean", value };
  if (isNumber(column)) {
    const number = Number(value);
    return Number.isFinite(number) ? { type: "number", text: String(number) } : text(String(value));
  }
  const serial = column.kind === "date" || column.kind === "timestamp" ? serialOf(String(value)) : null;
  return serial === null ? text(String(value)) : { type: "number", text: serial };
}

/** Spreadsheets keep fifteen figures of a number. */
function losesDigits(value: Value, { kind }: ShownColumn): boolean {
  if (kind !== "decimal" || value === null) return false;
  const figures = String(value)
    .replace(/[-.]/g, "")
    .replace(/^0+|0+$/g, "");
  return figures.length > 15 || !isSame(String(value));
}

function isSame(exact: string): boolean {
  const near = String(Number(exact));
  return /^-?\d+(\.\d+)?$/.test(near) && toDecimal(near) === toDecimal(exact);
}

function widthOf(column: ShownColumn, rows: readonly Row[]): number {
  const longest = rows.slice(0, 1000).reduce((most, row) => {
    const value = valueIn(row, column);
    const extra = column.unit === "money" ? 5 : isNumber(column) ? 3 : 0;
    const length = column.kind === "date" ? 10 : column.kind === "timestamp" ? 19 : String(value ?? "").length;
    return Math.max(most, (isNumber(column) ? Math.min(length, 16) : length) + extra);
  }, column.label.length + 3);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 1));
}

/** The first of the rows that come in parts. */
async function* firstOf(pages: ReturnType<typeof pagesOf>, most: number): AsyncGenerator<readonly Row[]> {
  let left = most;
  for await (const rows of pages) {
    yield rows.length <= left ? rows : rows.slice(0, left);
    left -= rows.length;
    if (left <= 0) return;
  }
}

/** What is said of a table of which a sheet cannot hold all. */
function cutRemarks(count: number, most: number, columns: number): string[] {
  return [
    ...(count > most ? [`Of ${count} rows the sheet has room for the first ${most}.`] : []),
    ...(columns > MOST_COLUMNS ? [`Of ${columns} columns the sheet has room for the first ${MOST_COLUMNS}.`] : []),
  ];
}

/**
 * A table as a sheet: its heads stay while one scrolls, numbers, dates and yes/no have their types and the notebook's
 * formats, totals stand in the last row. What a spreadsheet cannot hold is said in `remarks`.
 */
export function tableSheet(name: string, table: ShownTable, writing: Writing): TableSheet {
  const { totals } = table;
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const room = MOST_LINES - (totals ? 1 : 0);
  const count = countOf(table);
  const sample = linesOf(table);
  const formats = columns.map((column) => numberFormat(column, sample, writing));
  const remarks = cutRemarks(count, room, table.columns.length);
  let rounded = 0;
  const cell = (row: Row, column: ShownColumn, at: { row: number; column: number }): SheetCell | null => {
    const value = valueIn(row, column);
    if (value === null) return null;
    const place = `${columnLetters(at.column)}${at.row + 1}`;
    if (losesDigits(value, column)) {
      rounded += 1;
      if (rounded <= MOST_TOLD)
        remarks.push(`${place} is exactly ${value}; a spreadsheet keeps fifteen figures of it.`);
    }
    if (typeof value === "string" && value.length > LONGEST_TEXT) {
      remarks.push(`${place} is cut after ${LONGEST_TEXT} characters; the text has ${value.length}.`);
    }
    const held = sheetValue(value, column);
    const total = totals === row;
    const look: CellLook = {
      format: held.type === "number" ? (formats[at.column] ?? "General") : "General",
      bold: total,
      ruled: total,
      quoted: held.type === "text" && looksLikeFormula(held.text),
    };
    return { value: held, look };
  };
  const heads = columns.map(({ label }): SheetCell => {
    return { value: text(label), look: { format: "General", bold: true, quoted: looksLikeFormula(label) } };
  });
  async function* rows(): AsyncGenerator<SheetRows> {
    let line = 0;
    const written = (row: Row) => {
      line += 1;
      return columns.map((column, index) => cell(row, column, { row: line, column: index }));
    };
    yield [heads];
    for await (const page of firstOf(pagesOf(table), room)) yield page.map(written);
    if (totals) yield [written(totals)];
    if (rounded > MOST_TOLD) remarks.push(`${rounded - MOST_TOLD} more numbers have more than fifteen figures.`);
  }
  const widths = columns.map((column) => widthOf(column, sample));
  const filtered = { rows: Math.min(count, room) + 1, columns: columns.length };
  return { sheet: { name, widths, frozen: 1, rows: rows(), filtered }, remarks };
}
