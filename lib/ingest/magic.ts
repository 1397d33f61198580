/** Formats that are opened; the rest is refused by name. */
export type Format = "zip" | "old-office" | "gzip" | "parquet" | "arrow-file" | "arrow-stream";

/** What a file is by its first bytes, whatever its name says. */
export interface Found {
  /** Null where the format is refused. */
  format: Format | null;
  /** "a PDF document", as it stands in a sentence. */
  what: string;
  hint: string;
}

export const AS_CSV = "Export or save the figures as CSV and add that file.";
const UNPACK = "Unpack it and add the CSV file inside.";

const text = (value: string) => [...value].map((char) => char.charCodeAt(0));

interface Signature {
  bytes: readonly number[];
  what: string;
  format?: Format;
  hint?: string;
}

const MAGIC: readonly Signature[] = [
  { bytes: text("%PDF"), what: "a PDF document", hint: `Figures in a PDF have no columns to read. ${AS_CSV}` },
  { bytes: [0x89, ...text("PNG")], what: "a picture (PNG)" },
  { bytes: [0xff, 0xd8, 0xff], what: "a picture (JPEG)" },
  { bytes: text("GIF8"), what: "a picture (GIF)" },
  { bytes: text("II*\0"), what: "a picture (TIFF)" },
  { bytes: text("MM\0*"), what: "a picture (TIFF)" },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    what: "an older Excel or Word file",
    format: "old-office",
  },
  { bytes: [0x09, 0x08, 0x10, 0x00], what: "an older Excel file", format: "old-office" },
  { bytes: [0x09, 0x08, 0x08, 0x00], what: "an older Excel file", format: "old-office" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: "a 7z archive", hint: UNPACK },
  { bytes: text("Rar!"), what: "a RAR archive", hint: UNPACK },
  { bytes: [0x1f, 0x8b], what: "a gzip archive", format: "gzip" },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: "a Zstandard archive", hint: UNPACK },
  { bytes: [0xfd, ...text("7zXZ")], what: "an XZ archive", hint: UNPACK },
  { bytes: text("PAR1"), what: "a Parquet file", format: "parquet" },
  { bytes: text("PARE"), what: "an encrypted Parquet file", hint: "Save it without encryption and add that file." },
  { bytes: text("ARROW1\0\0"), what: "an Arrow file", format: "arrow-file" },
  {
    bytes: text("FEA1"),
    what: "a Feather file of the first version",
    hint: "Save it as Parquet or CSV and add that file.",
  },
  { bytes: text("SQLite format 3\0"), what: "a SQLite database" },
  { bytes: [0, 1, 0, 0, ...text("Standard ")], what: "an Access database" },
  { bytes: [0x7f, ...text("ELF")], what: "a program" },
  { bytes: text("{\\rtf"), what: "a Word (RTF) document" },
];

/** Signatures of letters only, which a header of a table may begin with too: they count with a NUL byte near. */
const WITH_NUL: readonly Signature[] = [
  { bytes: text("MZ"), what: "a program" },
  { bytes: text("RIFF"), what: "a picture, sound or film" },
  { bytes: text("BM"), what: "a picture (BMP)" },
  { bytes: text("BZh"), what: "a bzip2 archive", hint: UNPACK },
  { bytes: text("ID3"), what: "a sound file" },
];

const begins = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);

/** 0xFFFFFFFF, then the length of the schema, which is a multiple of eight. */
function isArrowStream(head: Uint8Array): boolean {
  if (!begins(head, [0xff, 0xff, 0xff, 0xff]) || head.length < 16) return false;
  const length = new DataView(head.buffer, head.byteOffset).getInt32(4, true);
  return length > 0 && length % 8 === 0;
}

/** The archive of Unix carries its name behind the first file's header. */
function isTar(head: Uint8Array): boolean {
  return head.length >= 262 && begins(head.subarray(257), text("ustar"));
}

/** What a file is when it is no text at all; null for text, whatever its encoding. */
export function formatOf(head: Uint8Array): Found | null {
  if (begins(head, [0x50, 0x4b]) && (head[2] ?? 9) < 9 && (head[3] ?? 9) < 9) {
    return { format: "zip", what: "a zip archive", hint: UNPACK };
  }
  if (isArrowStream(head)) return { format: "arrow-stream", what: "an Arrow stream", hint: AS_CSV };
  if (isTar(head)) return { format: null, what: "a tar archive", hint: UNPACK };
  const holdsNul = head.subarray(0, 4096).includes(0);
  const found =
    MAGIC.find(({ bytes }) => begins(head, bytes)) ??
    (holdsNul ? WITH_NUL.find(({ bytes }) => begins(head, bytes)) : undefined);
  if (!found) return null;
  return { format: found.format ?? null, what: found.what, hint: found.hint ?? AS_CSV };
}

const HTML = /^\s*(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|table|meta|style|div)\b/i;
const XML = /^\s*<(\?xml|!doctype|[a-z][\w:.-]*(\s+[\w:.-]+="[^"]*")*\s*\/?>)/i;
const JSON_TEXT = /^\s*(\{\s*("|\})|\[\s*([{["\]]|-?\d|null|true|false))/;

export type TextKind = "html" | "xml" | "json";

/** What a text is by its first letters when it is no table of lines and fields; null when it may be one. */
export function textKind(start: string): TextKind | null {
  if (HTML.test(start)) return "html";
  if (XML.test(start)) return "xml";
  return JSON_TEXT.test(start) && !BRACKETED_HEADER.test(start) ? "json" : null;
}

/** `["a";"b"]` is no list: what stands behind its first value is no comma, bracket or colon. */
const BRACKETED_HEADER = /^\s*\[\s*("[^"\n]*"|-?[\d.]+)\s*[^,\]\s]/;
