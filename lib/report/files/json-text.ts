import type { Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { type NamedTable, pagesOf, type ShownColumn, valueIn } from "./shown-table";

/** What a JSON file says besides the table. */
export interface JsonAbout {
  /** The newest day of the data, YYYY-MM-DD, or null. */
  asOf: string | null;
  /** ISO 4217 or null. */
  currency: string | null;
}

/** Decimals stand as numbers with all their digits, which JSON allows and a double may not hold. */
function valueText(value: Value, { kind }: ShownColumn): string {
  return kind === "decimal" && value !== null ? String(value) : JSON.stringify(value);
}

function rowText(row: Row, columns: readonly ShownColumn[]): string {
  const entries = columns.map((column) => `${JSON.stringify(column.name)}: ${valueText(valueIn(row, column), column)}`);
  return `{ ${entries.join(", ")} }`;
}

/** A table as JSON, in parts, with the type and unit of each column; `share` is 0-1, `percent` is 0-100. */
export async function* jsonText(table: NamedTable, { asOf, currency }: JsonAbout): AsyncGenerator<string> {
  const columns = table.columns.map(({ name, label, kind, unit }) => ({ name, label, type: kind, unit }));
  const about = [
    `"name": ${JSON.stringify(table.name)}`,
    `"title": ${JSON.stringify(table.title)}`,
    `"asOf": ${JSON.stringify(asOf)}`,
    `"currency": ${JSON.stringify(currency)}`,
    `"columns": [\n    ${columns.map((column) => JSON.stringify(column)).join(",\n    ")}\n  ]`,
  ];
  yield `{\n  ${about.join(",\n  ")},\n  "rows": [\n    `;
  let before = "";
  for await (const rows of pagesOf(table)) {
    if (rows.length === 0) continue;
    yield before + rows.map((row) => rowText(row, table.columns)).join(",\n    ");
    before = ",\n    ";
  }
  yield `\n  ],\n  "totals": ${table.totals ? rowText(table.totals, table.columns) : "null"}\n}\n`;
}
