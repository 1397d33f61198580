import { DuckDBInstance } from "@duckdb/node-api";
import type { Column, Value } from "@/lib/query/column";
import { paramLiterals, type Query, toParams } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import { toDecimal } from "@/lib/std/decimal";
import type { Executor } from "./relations";

/** DuckDB as its makers ship it for servers: another version, another compiler, the same SQL. */
export interface Native extends Executor {
  rows(query: Query, given?: Record<string, unknown>): Promise<Row[]>;
  /** The rows of a text without parameters, read as these columns and no others. */
  select(text: string, columns: readonly Column[]): Promise<Row[]>;
}

function decoded(value: unknown, kind: string): Value {
  if (value === undefined) throw new RangeError("The query does not give a column it should.");
  if (value === null) return null;
  if (kind === "decimal") return toDecimal(String(value));
  if (kind === "integer" || kind === "double") return Number(value);
  return kind === "boolean" ? value === true : String(value);
}

/** Opens native DuckDB with one thread. */
export async function openNative(): Promise<Native> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const select: Native["select"] = async (text, columns) => {
    const result = await connection.runAndReadAll(text);
    return result
      .getRowObjectsJson()
      .map((row) => Object.fromEntries(columns.map(({ name, kind }) => [name, decoded(row[name], kind)])));
  };
  return {
    execute: (text) => connection.run(text),
    select,
    async rows(query, given = {}) {
      const literals = Object.entries(paramLiterals(query, toParams(query, given)));
      const args = literals.map(([name, literal]) => `"${name}" := ${literal}`).join(", ");
      await connection.run(`prepare asked as ${query.text}`);
      const rows = await select(`execute asked${args === "" ? "" : `(${args})`}`, query.columns);
      await connection.run("deallocate asked");
      return rows;
    },
  };
}
