import { type CellObject, SSF, type WorkSheet } from "@e965/xlsx";
import { CsvWriter } from "./csv-writer";
import { serialDate } from "./serial-date";
import { numberText } from "./value-text";

const isDateFormat: (format: string) => boolean = SSF.is_date;

/** Codes of errors in cells ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

type Cells = readonly (readonly (CellObject | null | undefined)[] | undefined)[];

/** Where the table of a sheet stands: rows from the first, columns from the first that holds something. */
export interface SheetExtent {
  rows: number;
  fromColumn: number;
  /** Behind the last column. */
  toColumn: number;
  /** Rows that hold something. */
  filled: number;
}

function cellsOf(sheet: WorkSheet | undefined): Cells {
  return (sheet?.["!data"] as Cells | undefined) ?? [];
}

const holds = (cell: CellObject | null | undefined) => cell?.v !== undefined && cell.v !== null && cell.v !== "";

export function sheetExtent(sheet: WorkSheet | undefined): SheetExtent {
  const cells = cellsOf(sheet);
  const extent = { rows: 0, fromColumn: Number.POSITIVE_INFINITY, toColumn: 0, filled: 0 };
  for (let row = 0; row < cells.length; row += 1) {
    const line = cells[row] ?? [];
    const from = line.findIndex(holds);
    if (from < 0) continue;
    let to = line.length;
    while (!holds(line[to - 1])) to -= 1;
    extent.rows = row + 1;
    extent.filled += 1;
    extent.fromColumn = Math.min(extent.fromColumn, from);
    extent.toColumn = Math.max(extent.toColumn, to);
  }
  return { ...extent, fromColumn: Math.min(extent.fromColumn, extent.toColumn) };
}

/** Spreadsheets reckon with 15 digits: what doubles add beyond them is none of the cell's. */
function sheetNumber(value: number): string {
  return numberText(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

/** Formats repeat from cell to cell. */
function formatMemory(): (format: string) => boolean {
  const known = new Map<string, boolean>();
  return (format) => {
    const found = known.get(format) ?? isDateFormat(format);
    known.set(format, found);
    return found;
  };
}

function textOf(cell: CellObject, from1904: boolean, isDate: (format: string) => boolean): string {
  const { v: value, z } = cell;
  const format = typeof z === "string" ? z : "";
  if (cell.t === "e") return typeof value === "number" ? (ERRORS[value] ?? cell.w ?? "#N/A") : String(value ?? "");
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value !== "number") return typeof value === "string" ? value : "";
  const date = format !== "" && format !== "General" && isDate(format) ? serialDate(value, format, from1904) : null;
  return date ?? sheetNumber(value);
}

/** A sheet as CSV, one record a row; an empty row is an empty line, so that rows keep their numbers. */
export function sheetCsv(sheet: WorkSheet | undefined, name: string, from1904: boolean): File {
  const cells = cellsOf(sheet);
  const { rows, fromColumn, toColumn } = sheetExtent(sheet);
  const writer = new CsvWriter();
  const isDate = formatMemory();
  for (let row = 0; row < rows; row += 1) {
    const line = cells[row] ?? [];
    const texts: string[] = [];
    let empty = true;
    for (let column = fromColumn; column < toColumn; column += 1) {
      const cell = line[column];
      const text = cell && holds(cell) ? textOf(cell, from1904, isDate) : "";
      if (text !== "") empty = false;
      texts.push(text);
    }
    writer.row(empty ? [] : texts);
  }
  return writer.end(name);
}
