import { isObject, type Json, jsonCell } from "./json-value";

/** Rows of one JSON document that is an object. */
export interface JsonTable {
  columns: readonly string[];
  rows: Iterable<readonly string[]>;
  /** Where in the document the rows stand, or null when it is all of it. */
  path: string | null;
}

/** Names of all objects in order of their first appearance. */
export function columnsOf(objects: Iterable<{ [name: string]: Json }>): string[] {
  const names = new Set<string>();
  for (const object of objects) for (const name of Object.keys(object)) names.add(name);
  return [...names];
}

/** Every list of objects in a document, with the names that lead to it. */
function listsIn(
  value: Json,
  path: readonly string[],
): { path: readonly string[]; rows: { [name: string]: Json }[] }[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...path, name];
    if (Array.isArray(inner)) return inner.length > 0 && inner.every(isObject) ? [{ path: here, rows: inner }] : [];
    return listsIn(inner, here);
  });
}

/** Values by column: a list, or an object whose names are the numbers of the rows. */
function columnValues(document: { [name: string]: Json }): ReadonlyMap<string, readonly (Json | undefined)[]> | null {
  const columns = Object.entries(document);
  if (columns.length === 0) return null;
  if (columns.every(([, value]) => Array.isArray(value) && !value.some((inner) => isObject(inner)))) {
    return new Map(columns as [string, Json[]][]);
  }
  if (!columns.every(([, value]) => isObject(value))) return null;
  const keys = columnsOf(columns.map(([, value]) => value as { [name: string]: Json }));
  if (keys.length === 0 || !keys.every((key) => /^\d+$/.test(key))) return null;
  return new Map(columns.map(([name, value]) => [name, keys.map((key) => (value as { [name: string]: Json })[key])]));
}

function* transposed(columns: readonly (readonly (Json | undefined)[])[]): Generator<string[]> {
  const rows = columns.reduce((longest, { length }) => Math.max(longest, length), 0);
  for (let row = 0; row < rows; row += 1) yield columns.map((column) => jsonCell(column[row]));
}

export function* objectRows(objects: Iterable<{ [name: string]: Json }>, columns: readonly string[]) {
  for (const object of objects)
    yield columns.map((name) => jsonCell(Object.hasOwn(object, name) ? object[name] : null));
}

/**
 * The table in a document that is an object: its columns, the longest list of objects in it, or itself as one row; null
 * when it holds nothing.
 */
export function tableIn(document: { [name: string]: Json }): JsonTable | null {
  const values = columnValues(document);
  if (values) return { columns: [...values.keys()], rows: transposed([...values.values()]), path: null };
  const lists = listsIn(document, []);
  const [first, ...others] = lists;
  if (first) {
    const longest = others.reduce((best, list) => (list.rows.length > best.rows.length ? list : best), first);
    const columns = columnsOf(longest.rows);
    return { columns, rows: objectRows(longest.rows, columns), path: longest.path.join(".") };
  }
  const columns = Object.keys(document);
  return columns.length === 0 ? null : { columns, rows: objectRows([document], columns), path: null };
}
