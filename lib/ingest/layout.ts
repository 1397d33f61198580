import type { Looks } from "./cell-look";
import { commonWidth, DELIMITER_NAMES } from "./dialect";
import { HeaderFinder, type HeaderGuess } from "./header-row";
import type { Dialect, Layout } from "./plan";
import { type FileRecord, recordsOf, refitted } from "./records";
import { tableEnd } from "./table-end";

/** Where the table stands, and why. */
export interface LayoutGuess {
  layout: Layout;
  /** The header's texts, one a column; [] when there is no header. */
  header: readonly string[];
  /** Fields of a line. */
  width: number;
  /** The table's records below the header. */
  body: readonly FileRecord[];
  evidence: readonly string[];
  questions: readonly string[];
}

export interface LayoutClues {
  dialect: Dialect;
  /** The records go on to the end of the file. */
  whole: boolean;
  looks: Looks;
  /** The row in which the names stand, as a person said (null: in none). */
  headerRow?: number | null | undefined;
}

/** Finds header, preamble and the end of the table among the first records of a file. */
export function guessLayout(
  given: readonly FileRecord[],
  { dialect, whole, looks, headerRow }: LayoutClues,
): LayoutGuess {
  const usual = Math.max(1, commonWidth(given));
  const records = given.map((record) => refitted(record, dialect, usual));
  const found = chosenHeader(records, new HeaderFinder(records, usual, looks).find(), headerRow);
  const { start, rows, open } = found;
  const other = rows === 0 && headerRow === undefined ? otherwiseCut(records[start - 1], dialect, usual) : null;
  const first = start + rows;
  const names = other ?? headerOf(records.slice(start, first));
  const fit = fitToBody(names, records.slice(first), usual);
  const header = rows > 0 || other ? fit.names : [];
  const width = header.length > 0 ? header.length : usual;
  const end = tableEnd({ records, first, width, header, whole, looks });
  const last = end === null ? null : (records[end.next - 1]?.line ?? null);
  const layout = layoutOf(records, found, other !== null, last);
  return {
    layout,
    header,
    width,
    body: records.slice(first, end?.next).filter(({ problem }) => problem === null),
    evidence: [...headerEvidence(layout, other !== null), ...endEvidence(records, end)],
    questions: [
      ...(open ? [openQuestion(layout)] : []),
      ...(fit.doubt && layout.headerRow !== null ? [`Row ${layout.headerRow} ${fit.doubt}`] : []),
    ],
  };
}

/** The header a person chose; a row that is not in the sample is no choice. */
function chosenHeader(records: readonly FileRecord[], found: HeaderGuess, headerRow?: number | null): HeaderGuess {
  if (headerRow === undefined) return found;
  if (headerRow === null) return { start: found.start, rows: 0, open: false };
  const start = records.findIndex(({ line }) => line === headerRow);
  return start < 0 ? found : { start, rows: 1, open: false };
}

function layoutOf(
  records: readonly FileRecord[],
  { start, rows }: HeaderGuess,
  otherwise: boolean,
  lastRow: number | null,
): Layout {
  const line = (index: number, last: number) => records[index]?.line ?? last;
  if (otherwise) {
    const headerRow = line(start - 1, 1);
    return { headerRow, headerRows: 1, firstRow: headerRow + 1, lastRow };
  }
  if (rows === 0) return { headerRow: null, headerRows: 0, firstRow: line(start, 1), lastRow };
  const headerRow = line(start, 1);
  const headerRows = line(start + rows - 1, headerRow) - headerRow + 1;
  return { headerRow, headerRows, firstRow: headerRow + headerRows, lastRow };
}

/** The texts of one to three rows, joined. A text above empty fields stands for all of them when names below repeat. */
function headerOf(rows: readonly FileRecord[]): string[] {
  const lowest = rows.at(-1)?.fields ?? [];
  const repeats = new Set(lowest.map((field) => field.trim())).size < lowest.length;
  const texts = rows.map(({ fields }, index) => {
    if (index === rows.length - 1 || !repeats) return fields;
    let above = "";
    return fields.map((field) => {
      if (field.trim() !== "") above = field;
      return above;
    });
  });
  const width = Math.max(0, ...texts.map((fields) => fields.length));
  if (rows.length === 1) return [...lowest];
  return Array.from({ length: width }, (_, column) =>
    texts
      .map((fields) => (fields[column] ?? "").trim())
      .filter((text) => text !== "")
      .join(" "),
  );
}

/** The names of a row above the data that another delimiter parts. */
function otherwiseCut(record: FileRecord | undefined, dialect: Dialect, width: number): readonly string[] | null {
  if (!record || width < 3 || record.fields.length > 2) return null;
  for (const delimiter of Object.keys(DELIMITER_NAMES)) {
    const [cut] = recordsOf(record.raw, { ...dialect, delimiter, skipBlanks: false });
    const named = cut?.fields.every((field) => /\p{L}/u.test(field)) ?? false;
    if (named && cut?.fields.length === width) return cut.fields;
  }
  return null;
}

interface FittedNames {
  names: readonly string[];
  /** The rest of a sentence that begins with the row. */
  doubt: string | null;
}

/** As many names as the lines have fields, when nearly all of them agree. */
function fitToBody(names: readonly string[], body: readonly FileRecord[], usual: number): FittedNames {
  const known = { names, doubt: null };
  const rows = body.filter(({ problem, fields }) => problem === null && fields.length > 1);
  const agree = rows.filter(({ fields }) => fields.length === usual).length;
  if (names.length === usual || usual < 2 || rows.length === 0) return known;
  if (names.length < usual) {
    const beyond = rows.some(({ fields }) => fields.slice(names.length).some((field) => field.trim() !== ""));
    if (!beyond || agree < Math.max(2, rows.length * 0.5)) return known;
    const missing = usual - names.length;
    const counted = missing === 1 && rows.slice(0, 20).every(({ fields }, index) => Number(fields[0]) === index + 1);
    if (counted && rows.length > 1) return { names: ["", ...names], doubt: null };
    return { names: [...names, ...Array.from({ length: missing }, () => "")], doubt: mismatch(names.length, usual) };
  }
  if (agree < rows.length * 0.8) return known;
  const filled = names.filter((name) => name.trim() !== "");
  if (filled.length === usual) return { names: filled, doubt: null };
  const end = names.slice(0, usual);
  if (rows.length < 3) return { names, doubt: mismatch(names.length, usual) };
  return { names: end, doubt: mismatch(names.length, usual) };
}

function mismatch(names: number, fields: number): string {
  return `names ${names} columns, but the lines below have ${fields} fields. Check that every name stands above its own values.`;
}

function openQuestion({ headerRow, firstRow }: Layout): string {
  return headerRow === null
    ? `Row ${firstRow} may hold the names of the columns. It is read as the first line of data.`
    : `Row ${headerRow} may be the first line of data. It is read as the names of the columns.`;
}

function headerEvidence({ headerRow, headerRows, firstRow }: Layout, otherwise: boolean): string[] {
  const above = (headerRow ?? firstRow) - 1;
  const left =
    above === 0 ? "" : above === 1 ? "; the row above is left out" : `; the ${above} rows above are left out`;
  if (headerRow === null) {
    const begins = above === 0 ? "" : ` The table begins in row ${firstRow}${left}.`;
    return [`The columns have no names, because row ${firstRow} holds values like the rows below.${begins}`];
  }
  const parted = otherwise ? " They are parted otherwise than the lines below." : "";
  if (headerRows > 1)
    return [`The names of the columns take rows ${headerRow} to ${headerRow + headerRows - 1}${left}.`];
  return above === 0 && parted === "" ? [] : [`The names of the columns stand in row ${headerRow}${left}.${parted}`];
}

function endEvidence(records: readonly FileRecord[], end: ReturnType<typeof tableEnd>): string[] {
  const next = end === null ? undefined : records[end.next];
  if (end === null || next === undefined) return [];
  if (end.what === "table") return [`Another table begins in row ${next.line}; only the first one is read.`];
  return [`The table ends above row ${next.line}; what stands there are notes, which are left out.`];
}
