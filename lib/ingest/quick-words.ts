import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import { enumType, MOST_WORDS, NO_NAME, trimmedSparingly, wordsTable } from "./dictionaries";
import type { ImportPlan } from "./plan";
import { cell } from "./source";
import { TEXT_COLUMNS } from "./text-columns";

/** Lines whose words are taken for those of the whole file until others turn up. */
const LOOKED_AT = 100_000;

export interface WordsSpec {
  stage: string;
  plan: ImportPlan;
  /** A select of c1, c2, ... of the file's lines. */
  records: string;
  /** Lines the file is likely to have. */
  lines: number;
}

/** Temporary tables of the first lines and of the words of each column. */
export function headTables(stage: string, columns: readonly string[]): string[] {
  return [headTable(stage), ...columns.map((column) => wordsTable(stage, column))];
}

const headTable = (stage: string) => `${stage}_head`;

interface Seen {
  column: string;
  lines: number;
  words: number;
  /** Words of the first half of these lines. */
  early: number;
}

/** Makes a dictionary of every text column whose values repeat, from the file's first lines; gives the columns. */
export async function quickWords(engine: Engine, spec: WordsSpec, options: RunOptions): Promise<Set<string>> {
  const { stage, plan, records } = spec;
  const texts = TEXT_COLUMNS[plan.kind].flatMap(({ column, role }) => {
    const name = plan.mapping[role];
    return name === undefined ? [] : [{ column, text: cell(plan, name) }];
  });
  const head = identifier(headTable(stage));
  const columns = texts.map(({ column }) => column);
  const tables = columns.map(
    (column) =>
      `create or replace temp table ${identifier(wordsTable(stage, column))} as
      select ${column} as raw, min(line) as line from ${head} where ${column} is not null group by 1`,
  );
  await engine.execute(
    [
      `create or replace temp table ${head} as select ${texts.map(({ column, text }) => `${text} as ${column}`).join(", ")},
      (row_number() over ())::integer as line from (${records}) limit ${LOOKED_AT}`,
      ...tables,
    ].join(";\n"),
    options,
  );
  const seen = await wordsSeen(engine, stage, columns, options);
  const found = seen.filter((each) => isDictionary(each, spec.lines)).map(({ column }) => column);
  const types = found.map((column) => {
    const names = column === "product_name" || (column === "product_id" && plan.mapping.product_name === undefined);
    const blank = names ? `union select ${quoteLiteral(NO_NAME)}` : "";
    return `create type ${identifier(enumType(stage, column))} as enum (select v from (
      select ${trimmedSparingly("raw")} as v from ${identifier(wordsTable(stage, column))} ${blank}) where v <> '' group by v order by v)`;
  });
  if (types.length > 0) await engine.execute(types.join(";\n"), options);
  return new Set(found);
}

async function wordsSeen(
  engine: Engine,
  stage: string,
  columns: readonly string[],
  options: RunOptions,
): Promise<Seen[]> {
  const counts = columns.map(
    (column) => `select ${quoteLiteral(column)} as name, (select count(*) from ${identifier(headTable(stage))}) as n,
      count(*) as words, count(*) filter (where line <= ${LOOKED_AT / 2}) as early from ${identifier(wordsTable(stage, column))}`,
  );
  const { rows } = await engine.runText(counts.join(" union all "), {}, options);
  return rows.map((row) => ({
    column: String(row.name),
    lines: Number(row.n),
    words: Number(row.words),
    early: Number(row.early),
  }));
}

/** Values that repeat, few enough for the whole file if new ones go on turning up as they do between the two halves. */
function isDictionary({ lines, words, early }: Seen, all: number): boolean {
  if (words === 0 || words > lines / 2) return false;
  const turningUp = lines < LOOKED_AT ? 0 : (words - early) / (lines / 2);
  return words + turningUp * Math.max(0, all - lines) <= MOST_WORDS;
}
