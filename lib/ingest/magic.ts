/** What a file is by its first bytes, whatever its name says. */
interface Magic {
  bytes: readonly number[];
  /** "a PDF document", as it stands in a sentence. */
  what: string;
  hint: string;
}

const AS_CSV = "Export or save the figures as CSV and add that file.";
const SPREADSHEET =
  "Open it in your spreadsheet, choose Save as, CSV UTF-8, and add that file. Reading it directly comes later.";

const text = (value: string) => [...value].map((char) => char.charCodeAt(0));

const MAGIC: readonly Magic[] = [
  { bytes: text("%PDF"), what: "a PDF document", hint: `PDF is a later format. ${AS_CSV}` },
  { bytes: [0x89, ...text("PNG")], what: "a picture (PNG)", hint: AS_CSV },
  { bytes: [0xff, 0xd8, 0xff], what: "a picture (JPEG)", hint: AS_CSV },
  { bytes: text("GIF8"), what: "a picture (GIF)", hint: AS_CSV },
  { bytes: text("II*\0"), what: "a picture (TIFF)", hint: AS_CSV },
  { bytes: text("MM\0*"), what: "a picture (TIFF)", hint: AS_CSV },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an older Excel or Word file", hint: SPREADSHEET },
  { bytes: text("7z\xbc\xaf"), what: "a 7z archive", hint: "Unpack it and add the CSV file inside." },
  { bytes: text("Rar!"), what: "a RAR archive", hint: "Unpack it and add the CSV file inside." },
  { bytes: [0x1f, 0x8b], what: "a gzip archive", hint: "Unpack it and add the CSV file inside." },
  { bytes: text("PAR1"), what: "a Parquet file", hint: `Parquet is a later format. ${AS_CSV}` },
  { bytes: text("SQLite format"), what: "a SQLite database", hint: AS_CSV },
  { bytes: [0x7f, ...text("ELF")], what: "a program", hint: AS_CSV },
  { bytes: text("MZ"), what: "a program", hint: AS_CSV },
  { bytes: text("{\\rtf"), what: "a Word (RTF) document", hint: AS_CSV },
  { bytes: text("RIFF"), what: "a picture, sound or film", hint: AS_CSV },
];

const ZIP = [0x50, 0x4b];
const WORKBOOK = /xl\/|\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis/;

/** A NUL byte never stands in text of one byte a letter: a column named "MZ" makes no program. */
function holdsNul(head: Uint8Array): boolean {
  return head.subarray(0, 4096).includes(0);
}

/** What a file is when it is no text at all; null for text, whatever its encoding. */
export function binaryKind(head: Uint8Array): { what: string; hint: string } | null {
  const starts = (bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(ZIP) && (head[2] ?? 0) < 9) {
    const names = new TextDecoder("latin1").decode(head.subarray(0, 4096));
    if (WORKBOOK.test(names)) return { what: "an Excel or OpenDocument workbook", hint: SPREADSHEET };
    return { what: "a zip archive", hint: "Unpack it and add the CSV file inside." };
  }
  const found = MAGIC.find((magic) => starts(magic.bytes));
  if (!found) return null;
  if (found.what === "a program" && !holdsNul(head)) return null;
  return { what: found.what, hint: found.hint };
}

const MARKUP = /^\s*(<!doctype html|<html|<\?xml|<table)/i;
const JSON_TEXT = /^\s*(\{\s*"|\[\s*[{["])/;

/** What a text is when it is no table of lines and fields; null when it may be one. */
export function textKind(text: string): { what: string; hint: string } | null {
  if (MARKUP.test(text)) return { what: "a web page or XML document", hint: AS_CSV };
  if (JSON_TEXT.test(text)) return { what: "a JSON document", hint: `JSON is a later format. ${AS_CSV}` };
  return null;
}
