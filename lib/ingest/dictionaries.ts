import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { DataKind } from "@/lib/std/data-kind";
import { TRIMMED } from "./number-sql";
import type { ImportPlan } from "./plan";
import { TEXT_COLUMNS } from "./text-columns";

/** What the name of a product without one is. */
export const NO_NAME = "(blank)";

/** More different values than this make a dictionary slower than the text. */
const MOST_WORDS = 1_000_000;
const LOOKED_AT = 50_000;

/** How one text column is written into the final table. */
export interface TextColumn {
  column: string;
  /** SQL over the stage table: trimmed, null where empty. */
  clean: string;
  /** Name of the ENUM type, or null for plain text. */
  type: string | null;
}

export interface Dictionaries {
  columns: ReadonlyMap<string, TextColumn>;
}

const wordsTable = (stage: string, column: string) => `${stage}_${column}_words`;
const enumType = (stage: string, column: string) => `${stage}_${column}_type`;

/** Every temporary table and type `makeDictionaries` may make; tables that use such a type outlive it. */
export function dictionaryNames(kind: DataKind, stage: string): { tables: string[]; types: string[] } {
  const columns = TEXT_COLUMNS[kind].map(({ column }) => column);
  return {
    tables: columns.map((column) => wordsTable(stage, column)),
    types: columns.map((column) => enumType(stage, column)),
  };
}

const TRIM = (text: string) => `trim(${text}, ${TRIMMED})`;

interface Words {
  column: string;
  table: string;
  count: number;
  /** Some value has blanks around it; `spaces`: each such value has a plain space at one end. */
  padded: boolean;
  spaces: boolean;
}

/** Makes an ENUM type of every text column of the stage table whose values repeat. Types are sorted as text is. */
export async function makeDictionaries(
  engine: Engine,
  stage: string,
  { plan, kept }: { plan: ImportPlan; kept: number },
  options: RunOptions,
): Promise<Dictionaries> {
  const present = presentColumns(plan.kind, plan);
  const repeating = await repeatingColumns(engine, stage, present, options);
  const words = await wordTables(engine, stage, repeating, options);
  const columns = new Map<string, TextColumn>();
  for (const column of present) {
    const found = words.find((entry) => entry.column === column);
    columns.set(column, { column, clean: cleanSql(column, found), type: null });
  }
  for (const entry of words) {
    const text = columns.get(entry.column);
    if (!text || entry.count > Math.min(kept / 2, MOST_WORDS)) continue;
    const type = enumType(stage, entry.column);
    await engine.execute(
      `create type ${identifier(type)} as enum (select v from (
        select distinct ${entry.padded ? TRIM("raw") : "raw"} as v from ${identifier(entry.table)}
        ${fallbackWords(entry.column, stage, columns)}) where v is not null and v <> '' order by v)`,
      options,
    );
    columns.set(entry.column, { ...text, type });
  }
  return { columns };
}

function presentColumns(kind: DataKind, plan: ImportPlan): string[] {
  return TEXT_COLUMNS[kind].filter(({ role }) => plan.mapping[role] !== undefined).map(({ column }) => column);
}

/** Columns that do not differ on nearly every line at the beginning: the others are not worth a full count. */
async function repeatingColumns(engine: Engine, stage: string, columns: readonly string[], options: RunOptions) {
  if (columns.length === 0) return [];
  const counts = columns.map((column) => `approx_count_distinct(${column}) as ${column}`);
  const { rows } = await engine.runText(
    `select count(*) as n, ${counts.join(", ")}
     from (select ${columns.join(", ")} from ${identifier(stage)} where reason is null limit ${LOOKED_AT})`,
    {},
    options,
  );
  const n = Number(rows[0]?.n ?? 0);
  return columns.filter((column) => Number(rows[0]?.[column] ?? 0) <= n * 0.9);
}

/** The different values of each column as they stand in the file. */
async function wordTables(
  engine: Engine,
  stage: string,
  columns: readonly string[],
  options: RunOptions,
): Promise<Words[]> {
  if (columns.length === 0) return [];
  const entries = columns.map((column) => ({ column, table: wordsTable(stage, column) }));
  for (const { column, table } of entries) {
    await engine.execute(
      `create or replace temp table ${identifier(table)} as
       select distinct ${column} as raw from ${identifier(stage)} where reason is null and ${column} is not null`,
      options,
    );
  }
  const each = entries.map(
    ({ column, table }) => `select '${column}' as name, count(*) as n,
      coalesce(bool_or(raw <> ${TRIM("raw")}), false) as padded,
      coalesce(bool_and(raw = ${TRIM("raw")} or raw like ' %' or raw like '% '), true) as spaces
      from ${identifier(table)}`,
  );
  const { rows } = await engine.runText(each.join(" union all "), {}, options);
  return entries.map(({ column, table }) => {
    const row = rows.find(({ name }) => name === column);
    return { column, table, count: Number(row?.n ?? 0), padded: row?.padded === true, spaces: row?.spaces === true };
  });
}

/** Trimming reads every letter, so only values that need it are trimmed. */
function cleanSql(column: string, words: Words | undefined): string {
  if (!words) return `nullif(${TRIM(column)}, '')`;
  if (!words.padded) return column;
  if (!words.spaces) return `nullif(${TRIM(column)}, '')`;
  return `case when ${column} like ' %' or ${column} like '% ' then nullif(${TRIM(column)}, '') else ${column} end`;
}

/** Values a column takes from elsewhere where the file has none. */
function fallbackWords(column: string, stage: string, columns: ReadonlyMap<string, TextColumn>): string {
  if (column === "product_name") return `union select '${NO_NAME}'`;
  if (column !== "product_id") return "";
  const name = columns.get("product_name");
  const id = columns.get("product_id");
  return `union select distinct ${name ? `coalesce(${name.clean}, '${NO_NAME}')` : `'${NO_NAME}'`}
    from ${identifier(stage)} where reason is null and (${id?.clean ?? "null"}) is null`;
}
