import { asUnreadable, type NamedBlob } from "../decode";
import { unpack } from "./gzip";
import { damaged, refusal } from "./refusal";
import { packedBytes, type ZipEntry, zipDirectory } from "./zip-directory";

/** What stands in a zip archive. */
export type Zip = { kind: "workbook"; what: string } | { kind: "text"; inner: NamedBlob };

/** Bytes a workbook may have when unpacked. */
const LARGEST_WORKBOOK = 300 * 1024 * 1024;
/** Deflate packs no denser. */
const DENSEST = 1032;

const TABLE = /\.(csv|tsv|txt|tab|json|jsonl|ndjson)$/i;
/** What systems put into archives beside the files. */
const BESIDE = /^__MACOSX\/|(^|\/)(\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/;
const UNPACK = "Unpack it and add the file you need.";

const DOCUMENTS: readonly { part: RegExp; what: string; hint: string }[] = [
  {
    part: /^word\//,
    what: "a Word document",
    hint: "Copy the table into a spreadsheet, save it as CSV, and add that.",
  },
  {
    part: /^ppt\//,
    what: "a PowerPoint file",
    hint: "Copy the table into a spreadsheet, save it as CSV, and add that.",
  },
  {
    part: /^Index\/.*\.iwa$|^Index\.zip$/,
    what: "a Numbers, Pages or Keynote file",
    hint: "Export it as CSV or Excel and add that file.",
  },
  {
    part: /^META-INF\/MANIFEST\.MF$|^AndroidManifest\.xml$/,
    what: "a program",
    hint: "Export or save the figures as CSV and add that file.",
  },
];

function workbookKind(entries: readonly ZipEntry[]): string | null {
  const has = (part: RegExp) => entries.some(({ name }) => part.test(name));
  if (has(/^\/?xl\/workbook\d*\.(xml|bin)$/i) || (has(/^\[Content_Types\]\.xml$/) && has(/^\/?xl\//i)))
    return "an Excel workbook";
  return has(/^content\.xml$/) && has(/^(mimetype|META-INF\/manifest\.xml)$/) ? "an OpenDocument file" : null;
}

/** OpenDocument names its kind in a part of its own, which is stored as it is. */
async function isOtherDocument(file: NamedBlob, entries: readonly ZipEntry[]): Promise<boolean> {
  const entry = entries.find(({ name, method }) => name === "mimetype" && method === 0);
  const kind = entry ? await packedBytes(file, entry) : null;
  return kind !== null && /opendocument\.(?!spreadsheet)/.test(await kind.slice(0, 200).text());
}

/** Counts what a workbook's parts unpack to, whatever its directory says of them. */
async function guardSize(file: NamedBlob, entries: readonly ZipEntry[], what: string, signal?: AbortSignal) {
  const tooLarge = () =>
    refusal(
      "unreadable",
      file.name,
      "holds more than 300 MB when unpacked, more than Lucid opens as a workbook",
      "Save the sheet as CSV and add that file.",
    );
  if (entries.reduce((sum, { size }) => sum + size, 0) > LARGEST_WORKBOOK) throw tooLarge();
  if (file.size * DENSEST <= LARGEST_WORKBOOK) return;
  let left = LARGEST_WORKBOOK;
  for (const entry of entries) {
    const packed = await packedBytes(file, entry);
    if (!packed) throw damaged(file.name, what);
    left -= entry.method === 0 ? packed.size : await unpackedSize(packed, left, signal);
    if (left < 0) throw tooLarge();
  }
}

/** Bytes a deflated part unpacks to; counting ends where they are more than `largest`. */
async function unpackedSize(packed: Blob, largest: number, signal?: AbortSignal): Promise<number> {
  const reader = packed.stream().pipeThrough(new DecompressionStream("deflate-raw"), { signal }).getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return size;
    size += value.length;
    if (size > largest) {
      await reader.cancel();
      return size;
    }
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => name.split("/").at(-1));
  const more = names.length > 5 ? [`${names.length - 5} more`] : [];
  const all = [...shown, ...more];
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

async function onlyTable(file: NamedBlob, entries: readonly ZipEntry[], signal?: AbortSignal): Promise<NamedBlob> {
  const files = entries.filter(({ name }) => !BESIDE.test(name));
  const tables = files.filter(({ name }) => TABLE.test(name));
  const [entry] = tables;
  if (files.length === 0) throw refusal("empty", file.name, "is an empty zip archive", "Pack it again.");
  if (!entry) {
    throw refusal(
      "not-a-table",
      file.name,
      `is a zip archive without a CSV file; it holds ${listed(files.map(({ name }) => name))}`,
      UNPACK,
    );
  }
  if (tables.length > 1) {
    throw refusal(
      "not-a-table",
      file.name,
      `is a zip archive of ${tables.length} files: ${listed(tables.map(({ name }) => name))}`,
      UNPACK,
    );
  }
  if (entry.encrypted) throw refusal("not-a-table", file.name, "is a zip archive with a password", UNPACK);
  const packed = await packedBytes(file, entry);
  if (!packed) throw damaged(file.name, "a zip archive");
  if (entry.method === 0) return new File([packed], file.name);
  if (entry.method !== 8) throw refusal("not-a-table", file.name, "is a zip archive packed in a rare way", UNPACK);
  return unpack(packed, { name: file.name, as: "deflate-raw", what: "a zip archive" }, signal);
}

/** Looks into a zip archive: a workbook is one, else the one table of text in it is unpacked. Throws IngestError. */
export async function readZip(file: NamedBlob, signal?: AbortSignal): Promise<Zip> {
  try {
    const entries = await zipDirectory(file);
    if (!entries) throw damaged(file.name, "a zip archive");
    const workbook = workbookKind(entries);
    if (workbook && (await isOtherDocument(file, entries))) {
      const hint = "Copy the table into a spreadsheet, save it as CSV, and add that.";
      throw refusal("not-a-table", file.name, "is an OpenDocument text or presentation, not a table", hint);
    }
    if (workbook) {
      await guardSize(file, entries, workbook, signal);
      return { kind: "workbook", what: workbook };
    }
    const document = DOCUMENTS.find(({ part }) => entries.some(({ name }) => part.test(name)));
    if (document) throw refusal("not-a-table", file.name, `is ${document.what}, not a table`, document.hint);
    return { kind: "text", inner: await onlyTable(file, entries, signal) };
  } catch (cause) {
    throw cause instanceof TypeError ? damaged(file.name, "a zip archive", cause) : asUnreadable(cause, file.name);
  }
}
