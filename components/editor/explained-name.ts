import { nameOf } from "@/lib/query/sql-names";
import { sqlTokens } from "@/lib/query/sql-tokens";
import type { SqlColumn, SqlNames, SqlTable } from "./sql-names";
import { sqlScope } from "./sql-scope";

/** What is told of a name: what it is, and the lines below it. */
export interface ExplainedName {
  start: number;
  end: number;
  /** As code. */
  title: string;
  about: string;
  columns: readonly SqlColumn[];
}

/** What the name at `position` is: a column's type, a table's columns, how a function is called, an input's value. */
export function explainedName(text: string, position: number, names: SqlNames): ExplainedName | null {
  const token = sqlTokens(text).find(({ start, end }) => start <= position && position < end);
  if (!token) return null;
  const { start, end } = token;
  const source = text.slice(start, end);
  const told = (title: string, about: string, columns: readonly SqlColumn[] = []) => ({
    start,
    end,
    title,
    about,
    columns,
  });
  if (token.kind === "param") {
    const input = names.inputs.find(({ name }) => `$${name}` === source);
    return input ? told(`${source} = ${input.value}`, input.title) : null;
  }
  if (token.kind !== "word" && token.kind !== "name") return null;
  const name = nameOf(source);
  const { tables, places } = sqlScope(text, names.tables);
  const place = places.find((each) => each.start === start);
  const toldTable = (table: SqlTable) =>
    told(table.name.toLowerCase() === name ? table.name : `${source} = ${table.name}`, table.about, table.columns);
  const table = tables.get(name);
  const columnOf = (owners: readonly SqlTable[]) => {
    const found = owners.flatMap((owner) => {
      const column = owner.columns.find((each) => each.name.toLowerCase() === name);
      return column ? [{ column, owner }] : [];
    });
    const first = found[0];
    return first
      ? told(
          `${first.column.name} ${first.column.type}`,
          `Column of ${found.map(({ owner }) => owner.name).join(", ")}`,
        )
      : null;
  };
  const owners = [...new Set(tables.values())];
  switch (place?.role) {
    case "table":
    case "alias":
    case "qualifier":
      return table && !place.hidden ? toldTable(table) : null;
    case "member": {
      const owner = tables.get(place.of ?? "");
      return columnOf(owner ? [owner] : owners);
    }
    case "other":
      return columnOf(owners);
    case "part":
      return null;
  }
  const known = names.functions.find((each) => each.name === name);
  const isCall = /^\s*\(/.test(text.slice(end));
  return known && isCall ? told(known.signature, known.about) : null;
}
