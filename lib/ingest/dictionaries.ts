import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { DataKind } from "@/lib/std/data-kind";
import { PADDED_PATTERN, TRIMMED } from "./number-sql";
import type { ImportPlan } from "./plan";
import { TEXT_COLUMNS } from "./text-columns";

/** What the name of a product without one is. */
export const NO_NAME = "(blank)";

/** Up to here a word's number fits two bytes; beyond, making the dictionary costs more than it saves (measured). */
export const MOST_WORDS = 65_535;
const LOOKED_AT = 20_000;

/** How one text column is written into the final table, as SQL over the stage table `s` and `joins`. */
export interface TextColumn {
  column: string;
  /** Trimmed text, null where empty. */
  text: string;
  /** The same as the column will hold it. */
  value: string;
  /** Name of the ENUM type, or null for plain text. */
  type: string | null;
  /** A join that trims: looking a text up is cheaper than trimming it on every line. */
  join: string;
}

export type TextColumns = ReadonlyMap<string, TextColumn>;

export const wordsTable = (stage: string, column: string) => `${stage}_${column}_words`;
export const enumType = (stage: string, column: string) => `${stage}_${column}_type`;
export const trimmed = (text: string) => `nullif(trim(${text}, ${TRIMMED}), '')`;

/** Trimming reads every letter, so a text that is on every line is only trimmed where an end needs it. */
export function trimmedSparingly(text: string): string {
  // Blanks at the start come before "!" or are no ASCII.
  const ends = ["' '", "chr(9)", "chr(10)", "chr(13)", "chr(160)", "chr(8239)"].map((end) => `suffix(${text}, ${end})`);
  const padded = [`${text} < '!'`, `${text} >= chr(128)`, ...ends];
  return `case when ${padded.join(" or ")} then ${trimmed(text)} else ${text} end`;
}

/** Every temporary table and type `makeDictionaries` may make; tables that use such a type outlive it. */
export function dictionaryNames(kind: DataKind, stage: string): { tables: string[]; types: string[] } {
  const columns = TEXT_COLUMNS[kind].map(({ column }) => column);
  return {
    tables: columns.map((column) => wordsTable(stage, column)),
    types: columns.map((column) => enumType(stage, column)),
  };
}

/** The stage table with every join its text columns need. */
export function stageWithWords(stage: string, columns: TextColumns): string {
  return [`${identifier(stage)} as s`, ...[...columns.values()].map(({ join }) => join)].join(" ");
}

/** Makes an ENUM type of every text column of the stage table whose values repeat. Types are sorted as text is. */
export async function makeDictionaries(
  engine: Engine,
  stage: string,
  { plan, kept }: { plan: ImportPlan; kept: number },
  options: RunOptions,
): Promise<TextColumns> {
  const present = presentColumns(plan);
  const repeating = await repeatingColumns(engine, stage, present, options);
  const words = await wordTables(engine, stage, repeating, options);
  const columns = new Map<string, TextColumn>();
  for (const column of present) {
    const text = trimmedSparingly(`s.${column}`);
    columns.set(column, { column, text, value: text, type: null, join: "" });
  }
  for (const entry of words) {
    if (entry.count === 0 || entry.count > Math.min(kept / 2, MOST_WORDS)) continue;
    columns.set(entry.column, await makeType(engine, stage, { words: entry, columns }, options));
  }
  return columns;
}

/** Names come before ids: an id that is missing takes its values from the names. */
function presentColumns({ kind, mapping }: ImportPlan): string[] {
  const columns = TEXT_COLUMNS[kind].filter(({ role }) => mapping[role] !== undefined).map(({ column }) => column);
  return columns.sort((a, b) => Number(b === "product_name") - Number(a === "product_name"));
}

/** Columns that do not differ on nearly every line at the beginning: the others are not worth a full count. */
async function repeatingColumns(engine: Engine, stage: string, columns: readonly string[], options: RunOptions) {
  const counts = columns.map((column) => `count(distinct ${column}) as ${column}`);
  const { rows } = await engine.runText(
    `select count(*) as n, ${counts.join(", ")}
     from (select ${columns.join(", ")} from ${identifier(stage)} where reason is null limit ${LOOKED_AT})`,
    {},
    options,
  );
  const n = Number(rows[0]?.n ?? 0);
  return columns.filter((column) => Number(rows[0]?.[column] ?? 0) <= n * 0.9);
}

interface Words {
  column: string;
  table: string;
  count: number;
  /** Some value has blanks around it. */
  padded: boolean;
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
  const statements = entries.map(
    ({ column, table }) => `create or replace temp table ${identifier(table)} as
      select distinct ${column} as raw from ${identifier(stage)} where reason is null and ${column} is not null`,
  );
  await engine.execute(statements.join(";\n"), options);
  const counts = entries.map(
    ({ column, table }) => `select ${quoteLiteral(column)} as name, count(*) as n,
      coalesce(bool_or(regexp_matches(raw, ${quoteLiteral(PADDED_PATTERN)})), false) as padded from ${identifier(table)}`,
  );
  const { rows } = await engine.runText(counts.join(" union all "), {}, options);
  return entries.map(({ column, table }) => {
    const row = rows.find(({ name }) => name === column);
    return { column, table, count: Number(row?.n ?? 0), padded: row?.padded === true };
  });
}

async function makeType(
  engine: Engine,
  stage: string,
  { words, columns }: { words: Words; columns: TextColumns },
  options: RunOptions,
): Promise<TextColumn> {
  const { column, padded } = words;
  const table = identifier(words.table);
  const type = enumType(stage, column);
  const quoted = identifier(type);
  await engine.execute(
    `create type ${quoted} as enum (select v from (
      select distinct ${padded ? trimmed("raw") : "raw"} as v from ${table} ${otherWords(words, stage, columns)}
    ) where v is not null order by v)`,
    options,
  );
  if (!padded) return { column, text: `s.${column}`, value: `s.${column}::${quoted}`, type, join: "" };
  await engine.execute(
    `create or replace temp table ${table} as select raw, ${trimmed("raw")}::${quoted} as clean from ${table}`,
    options,
  );
  const alias = `w_${column}`;
  return {
    column,
    text: `${alias}.clean::varchar`,
    value: `${alias}.clean`,
    type,
    join: `left join ${table} as ${alias} on s.${column} = ${alias}.raw`,
  };
}

/** Values a product takes from elsewhere where the file has none. */
function otherWords({ column, padded }: Words, stage: string, columns: TextColumns): string {
  const blank = quoteLiteral(NO_NAME);
  if (column === "product_name") return `union select ${blank}`;
  if (column !== "product_id") return "";
  const name = columns.get("product_name");
  if (!name) return `union select ${blank}`;
  return `union select distinct coalesce(${name.text}, ${blank})
    from ${identifier(stage)} as s ${name.join} where reason is null and ${padded ? trimmed("s.product_id") : "s.product_id"} is null`;
}
