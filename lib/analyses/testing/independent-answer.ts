import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { NodeEngine } from "@/lib/engine/node";
import { paramLiterals, type Query, toParams } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import type { Native } from "./native";

const FOLDER = resolve(process.cwd(), "lib/analyses/testing/independent");
const textOf = (name: string) => readFileSync(join(FOLDER, `${name}.sql`), "utf8");

/** What the definitions start from; the project's `catalogue` is not among them. */
const RELATIONS = ["sales", "inventory", "products", "profiles"] as const;

/** Copies what was imported into native DuckDB, as text with its types, and defines there what its SQL starts from. */
export async function copyRelations(engine: NodeEngine, native: Native): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "relations-"));
  try {
    for (const name of RELATIONS) {
      const file = join(folder, `${name}.csv`);
      writeFileSync(file, "");
      const path = await engine.attachPath(file, `${name}.csv`);
      await engine.execute(`copy (from ${name}) to '${path}' (format csv, header, force_quote *, use_tmp_file false)`);
      await engine.detach(path);
      const { rows } = await engine.runText(`select column_name, column_type from (describe ${name})`);
      const types = rows.map(({ column_name, column_type }) => {
        const type = String(column_type);
        return `'${column_name}': '${type.startsWith("ENUM") ? "VARCHAR" : type}'`;
      });
      await native.execute(`create or replace table ${name} as from read_csv('${file}',
        header = true, quote = '"', escape = '"', allow_quoted_nulls = false, parallel = false, columns = {${types.join(", ")}})`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  await native.execute(textOf("base"));
  await native.execute(textOf("seasons"));
}

function daysOf(period: unknown): { from_day: string; to_day: string } {
  const [from = "", to = from] = typeof period === "string" && period !== "all" ? period.split("..") : [];
  if (from === "") return { from_day: "null::date", to_day: "null::date" };
  const day = (text: string) => (text.length === 7 ? `date '${text}-01'` : `date '${text}'`);
  return { from_day: day(from), to_day: to.length === 7 ? `last_day(${day(to)})` : day(to) };
}

/** What SQL written from the definitions alone answers; parameters are variables of their names. */
export async function answerIndependently(
  native: Native,
  query: Query,
  given: Record<string, unknown>,
): Promise<Row[]> {
  const params = toParams(query, given);
  const variables = { store: "'all'", ...paramLiterals(query, params), ...daysOf(params.period) };
  for (const [name, literal] of Object.entries(variables)) await native.execute(`set variable "${name}" = ${literal}`);
  return native.select(textOf(query.name), query.columns);
}
