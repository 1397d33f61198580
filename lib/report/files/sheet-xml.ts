import type { CellLook, CellStyles } from "./cell-styles";
import { LONGEST_TEXT } from "./sheet-room";
import { xmlText } from "./xml-text";

/** A value of a sheet; numbers as the text that is written, so that no digit is lost on the way. */
export type SheetValue =
  | { type: "text"; text: string }
  | { type: "number"; text: string }
  | { type: "boolean"; value: boolean };

export interface SheetCell {
  value: SheetValue;
  look: CellLook;
}

export type SheetRows = readonly (readonly (SheetCell | null)[])[];

export interface Sheet {
  name: string;
  /** In characters. */
  widths: readonly number[];
  /** Rows that stay while one scrolls. */
  frozen: number;
  /** Rows of cells in parts; null is an empty one. Read once, when the sheets before are written. */
  rows: Iterable<SheetRows> | AsyncIterable<SheetRows>;
  /** Rows and columns a filter stands over, header included; null for none. */
  filtered: { rows: number; columns: number } | null;
}

/** What a workbook takes for the number of a letter: "_x0041_" is an A there, unless its first sign is written so itself. */
const NUMBERED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Letters XML cannot hold; a workbook has them as numbers. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;

/** Text as a cell holds it, every letter kept. */
function cellText(text: string): string {
  const numbered = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  return xmlText(text.slice(0, LONGEST_TEXT).replace(NUMBERED, numbered).replace(CONTROLS, numbered));
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function cellXml({ value, look }: SheetCell, place: string, styles: CellStyles): string {
  const style = ` s="${styles.of(look)}"`;
  switch (value.type) {
    case "number":
      return `<c r="${place}"${style}><v>${value.text}</v></c>`;
    case "boolean":
      return `<c r="${place}"${style} t="b"><v>${value.value ? 1 : 0}</v></c>`;
    default:
      return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${cellText(value.text)}</t></is></c>`;
  }
}

/** The XML of one sheet, in parts; no cell of it is a formula. */
export async function* sheetXml({ widths, frozen, rows, filtered }: Sheet, styles: CellStyles): AsyncGenerator<string> {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">${
    frozen > 0 ? pane : ""
  }</sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>`;
  let row = 0;
  const lineOf = (cells: SheetRows[number]) => {
    row += 1;
    const written = cells.map((cell, at) => (cell ? cellXml(cell, `${columnLetters(at)}${row}`, styles) : ""));
    return `<row r="${row}">${written.join("")}</row>`;
  };
  for await (const part of rows) yield part.map(lineOf).join("");
  yield "</sheetData>";
  if (filtered && filtered.columns > 0) {
    yield `<autoFilter ref="A1:${columnLetters(filtered.columns - 1)}${filtered.rows}"/>`;
  }
  yield "</worksheet>";
}
