import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";

/** Kinds whose values are held as texts one does not read. */
const WRITTEN: ReadonlySet<Column["kind"]> = new Set(["decimal", "date", "timestamp"]);

/** The value of a cell as a number to draw; null where there is none. */
export function numberAt(row: Row, name: string): number | null {
  const value = row[name];
  if (value === null || value === undefined || value === "" || typeof value === "boolean") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** The value of a cell as a name. */
export function textAt(row: Row, name: string): string {
  const value = row[name];
  return value === null || value === undefined || value === "" ? "(blank)" : String(value);
}

/** The value of a cell as a name that is read: days and numbers as the notebook writes them. */
export function nameAt(row: Row, column: Column, format: Format): string {
  const value = row[column.name];
  const written = typeof value === "number" || typeof value === "boolean" || WRITTEN.has(column.kind);
  return written && value !== null && value !== undefined ? format.value(value, column) : textAt(row, column.name);
}

/** No decimals for money that is whole or large: labels of a chart are read at a glance, the table has the cents. */
export function labelDigits(column: Column, values: readonly (number | null)[]): number | undefined {
  const known = values.filter((value) => value !== null);
  const whole = known.every(Number.isInteger) || known.some((value) => Math.abs(value) >= 1000);
  return column.unit === "money" && whole ? 0 : undefined;
}

/** The column of this name; a plain number when the result has none. */
export function columnNamed(columns: readonly Column[], name: string): Column {
  return (
    columns.find((column) => column.name === name) ?? {
      name,
      label: name.replaceAll("_", " "),
      kind: "double",
      unit: "none",
      hidden: true,
    }
  );
}
