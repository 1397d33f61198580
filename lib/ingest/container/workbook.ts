import { read, type WorkBook } from "@e965/xlsx";
import { asUnreadable, type NamedBlob } from "../decode";
import type { OpenedFile } from "../opened-file";
import { damaged, refusal } from "./refusal";
import { sheetCsv, sheetExtent } from "./sheet-csv";

/** Bytes of a workbook that may be in memory as a whole. */
const LARGEST = 300 * 1024 * 1024;

export interface WorkbookChoice {
  /** "an Excel workbook", as it stands in a sentence. */
  what: string;
  sheet: string | null;
}

async function parse(file: NamedBlob, what: string): Promise<WorkBook> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (cause) {
    const known = asUnreadable(cause, file.name);
    if (known !== cause) throw known;
    if (/password|encrypt/i.test(String(cause))) {
      throw refusal(
        "unreadable",
        file.name,
        "is protected by a password",
        "Save it without a password, or save the sheet as CSV, and add that file.",
        cause,
      );
    }
    throw damaged(file.name, what, cause);
  }
}

/** Reads XLSX, XLSB, XLS and ODS: one sheet as CSV. Throws IngestError. */
export async function readWorkbook(file: NamedBlob, choice: WorkbookChoice, signal?: AbortSignal): Promise<OpenedFile> {
  if (file.size > LARGEST) {
    throw refusal("unreadable", file.name, "is larger than 300 MB", "Save the sheet as CSV and add that file.");
  }
  const book = await parse(file, choice.what);
  signal?.throwIfAborted();
  const found = book.SheetNames.map((name) => ({ name, ...sheetExtent(book.Sheets[name]) }));
  const filled = found.filter((sheet) => sheet.filled > 0);
  const first = filled.find(({ filled: rows, fromColumn, toColumn }) => rows >= 2 && toColumn - fromColumn >= 2);
  const taken = filled.find(({ name }) => name === choice.sheet) ?? first ?? filled[0];
  if (!taken) {
    const hint = "Check that it has lines, save it, and add it again.";
    throw refusal("empty", file.name, "is a workbook without anything in its sheets", hint);
  }
  const sheets = filled.map(({ name }) => name);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    text: sheetCsv(book.Sheets[taken.name], file.name, from1904),
    encoding: "utf-8",
    sheet: taken.name,
    sheets,
    typed: true,
    evidence: sheets.length > 1 ? [`Read from the sheet ${taken.name}, one of ${sheets.length}.`] : [],
  };
}
