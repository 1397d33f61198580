import { analyses } from "@/lib/analyses/registry";
import { singleStatement } from "@/lib/engine/checked-query";
import type { Engine, RunOptions, Table } from "@/lib/engine/engine";
import type { Column, Unit, Value } from "@/lib/query/column";
import type { Result, Row } from "@/lib/query/result";
import type { TextAsk } from "./questions";

/** Rows of a query that are fetched; of the others only their number is known. */
export const MOST_ROWS = 100_000;

/** Runs a query of unknown shape: its first rows, and how many there are when these are not all. */
export async function textRows(
  engine: Engine,
  { text, literals }: TextAsk,
  options: RunOptions = {},
): Promise<Pick<Result, "columns" | "rows" | "total">> {
  const table = await engine.runText(text, literals, { ...options, most: MOST_ROWS + 1 });
  const columns = storableColumns(table);
  const rows = rowsAs(table, columns);
  if (rows.length <= MOST_ROWS) return { columns: columns.map(named), rows };
  const counted = await engine.runText(`select count(*) as n from (\n${singleStatement(text)}\n)`, literals, options);
  return { columns: columns.map(named), rows: rows.slice(0, MOST_ROWS), total: Number(counted.rows[0]?.n) };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/;

/** Columns whose values all are of their kind: whole numbers beyond 2^53 are decimals, "infinity" as a day is text. */
export function storableColumns({ columns, rows }: Table): Column[] {
  const holds = (name: string, is: (value: Value) => boolean) => rows.some((row) => is(row[name] ?? null));
  const kindOf = ({ name, kind }: Column): Column["kind"] => {
    const text = (value: Value) => typeof value === "string";
    if (kind === "integer" && holds(name, text)) return "decimal";
    if (kind === "date" && holds(name, (value) => text(value) && !DAY.test(String(value)))) return "text";
    if (kind === "timestamp" && holds(name, (value) => text(value) && !TIME.test(String(value)))) return "text";
    return kind;
  };
  return columns.map((column) => ({ ...column, kind: kindOf(column) }));
}

/** The rows of a table with their values as columns of these kinds keep them: decimals are text. */
export function rowsAs({ columns, rows }: Table, kinds: readonly Pick<Column, "name" | "kind">[]): readonly Row[] {
  const decimals = new Set(kinds.filter(({ kind }) => kind === "decimal").map(({ name }) => name));
  const changed = columns.filter(({ name, kind }) => kind === "integer" && decimals.has(name));
  if (changed.length === 0) return rows;
  const asText = (row: Row) => changed.map(({ name }) => [name, row[name] === null ? null : String(row[name])]);
  return rows.map((row) => ({ ...row, ...Object.fromEntries(asText(row)) }));
}

const NUMERIC: ReadonlySet<Column["kind"]> = new Set(["integer", "decimal", "double"]);

/** Columns of the relations, beside those of the analyses. */
const OF_RELATIONS: Readonly<Record<string, Unit>> = {
  amount: "money",
  unit_price: "money",
  unit_cost: "money",
  quantity: "quantity",
  current_stock: "quantity",
};

let known: ReadonlyMap<string, Pick<Column, "label" | "unit">> | null = null;

/** What columns of these names are wherever Lucid computes them; where analyses differ, nothing is known. */
function knownColumns(): ReadonlyMap<string, Pick<Column, "label" | "unit">> {
  if (known) return known;
  const all = analyses.flatMap(({ query }) => query.columns);
  const agreed = all.filter(({ name, unit }) => all.every((other) => other.name !== name || other.unit === unit));
  known = new Map([
    ...agreed.map(({ name, label, unit }) => [name, { label, unit }] as const),
    ...Object.entries(OF_RELATIONS).map(([name, unit]) => [name, { label: inWords(name), unit }] as const),
  ]);
  return known;
}

/** "net_revenue" as "Net revenue"; names that are no plain words stay. */
function inWords(name: string): string {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) return name;
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A column as it is headed and written: like Lucid's own of that name, else by its name. */
function named(column: Column): Column {
  const like = knownColumns().get(column.name);
  const unit = like && (NUMERIC.has(column.kind) || like.unit === "none") ? like.unit : "none";
  return { ...column, label: like && unit === like.unit ? like.label : inWords(column.name), unit };
}
