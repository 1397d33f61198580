import { decodedPieces, type NamedBlob } from "../decode";
import type { OpenedFile } from "../opened-file";
import { CsvWriter } from "./csv-writer";
import { JsonItems } from "./json-pieces";
import { objectRows, tableIn } from "./json-table";
import { isObject, type Json, jsonCell, parseJson } from "./json-value";
import { damaged, refusal } from "./refusal";

/** Letters one item may have: it is parsed as a whole. */
const LONGEST_ITEM = 256 * 1024 * 1024;
const HINT = "Export it as a list of objects with the same names, or as CSV, and add that file.";

/** The items of a JSON file, parsed. Throws IngestError where the text is no JSON. */
async function* itemsOf(file: NamedBlob, cutter: JsonItems, signal?: AbortSignal): AsyncGenerator<Json> {
  const parsed = (text: string): Json => {
    if (text.length > LONGEST_ITEM) {
      throw refusal("unreadable", file.name, "holds one JSON object of more than 256 MB", HINT);
    }
    try {
      return parseJson(text);
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      throw damaged(file.name, "a JSON document", cause);
    }
  };
  for await (const piece of decodedPieces(file, signal)) for (const text of cutter.push(piece)) yield parsed(text);
  const rest = cutter.end();
  if (rest !== "") yield parsed(rest);
  if (cutter.trailing) throw damaged(file.name, "a JSON document");
}

interface Shape {
  columns: Set<string>;
  objects: number;
  lists: number;
  others: number;
  /** The document, where it is one object. */
  only: { [name: string]: Json } | null;
}

async function shapeOf(file: NamedBlob, signal?: AbortSignal): Promise<Shape> {
  const shape: Shape = { columns: new Set(), objects: 0, lists: 0, others: 0, only: null };
  const cutter = new JsonItems();
  for await (const item of itemsOf(file, cutter, signal)) {
    if (isObject(item)) for (const name of Object.keys(item)) shape.columns.add(name);
    if (isObject(item)) shape.objects += 1;
    else if (Array.isArray(item)) shape.lists += 1;
    else shape.others += 1;
    shape.only = !cutter.isList && shape.objects === 1 && isObject(item) ? item : null;
  }
  return shape;
}

function opened(text: File, evidence: readonly string[]): OpenedFile {
  return { text, encoding: "utf-8", sheet: null, sheets: [], typed: true, evidence };
}

/**
 * Reads JSON: a list of objects or of lists, objects one behind the other, or one object that holds a list of objects or
 * its columns. A list is read twice in pieces: for the names, then for the values. Throws IngestError.
 */
export async function readJson(file: NamedBlob, signal?: AbortSignal): Promise<OpenedFile> {
  const { columns, objects, lists, others, only } = await shapeOf(file, signal);
  const csv = new CsvWriter();
  if (objects + lists + others === 0) {
    throw refusal(
      "empty",
      file.name,
      "is a JSON document without lines",
      "Export it again and check that it has lines.",
    );
  }
  if (only) {
    const table = tableIn(only);
    if (!table) throw refusal("empty", file.name, "is a JSON document without lines", HINT);
    csv.row(table.columns);
    for (const row of table.rows) csv.row(row);
    return opened(csv.end(file.name), table.path === null ? [] : [`Read from ${table.path} in the JSON document.`]);
  }
  if (others > 0 || (objects > 0 && lists > 0)) {
    throw refusal("not-a-table", file.name, "is a JSON document whose items are not all objects", HINT);
  }
  const names = [...columns];
  if (objects > 0) csv.row(names);
  for await (const item of itemsOf(file, new JsonItems(), signal)) {
    if (Array.isArray(item)) csv.row(item.map(jsonCell));
    else if (isObject(item)) for (const row of objectRows([item], names)) csv.row(row);
  }
  return opened(csv.end(file.name), []);
}
