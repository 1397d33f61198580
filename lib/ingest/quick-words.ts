import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import { enumType, MOST_WORDS, NO_NAME, trimmed } from "./dictionaries";
import type { ImportPlan } from "./plan";
import { cell } from "./source";
import { TEXT_COLUMNS } from "./text-columns";

/** Lines whose words are taken for those of the whole file until others turn up. */
const LOOKED_AT = 40_000;

export interface WordsSpec {
  stage: string;
  plan: ImportPlan;
  /** A select of c1, c2, ... of the file's lines. */
  records: string;
  /** Lines the file is likely to have. */
  lines: number;
}

export function headTable(stage: string): string {
  return `${stage}_head`;
}

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
  await engine.execute(
    `create or replace temp table ${head} as select ${texts.map(({ column, text }) => `${text} as ${column}`).join(", ")},
      row_number() over () as line from (${records}) limit ${LOOKED_AT}`,
    options,
  );
  const seen = await wordsSeen(
    engine,
    stage,
    texts.map(({ column }) => column),
    options,
  );
  const found = seen.filter((each) => isDictionary(each, spec.lines)).map(({ column }) => column);
  const types = found.map((column) => {
    const names = column === "product_name" || (column === "product_id" && plan.mapping.product_name === undefined);
    const blank = names ? `union select ${quoteLiteral(NO_NAME)}` : "";
    return `create type ${identifier(enumType(stage, column))} as enum (select v from (
      select distinct ${trimmed(column)} as v from ${head} ${blank}) where v is not null order by v)`;
  });
  if (types.length > 0) await engine.execute(types.join(";\n"), options);
  return new Set(found);
}

async function wordsSeen(engine: Engine, stage: string, columns: readonly string[], options: RunOptions) {
  const counts = columns.flatMap((column) => [
    `count(distinct ${column}) as ${column}`,
    `count(distinct ${column}) filter (where line <= ${LOOKED_AT / 2}) as ${column}_early`,
  ]);
  const { rows } = await engine.runText(
    `select count(*) as n, ${counts.join(", ")} from ${identifier(headTable(stage))}`,
    {},
    options,
  );
  const row = rows[0] ?? {};
  return columns.map((column) => ({
    column,
    lines: Number(row.n ?? 0),
    words: Number(row[column] ?? 0),
    early: Number(row[`${column}_early`] ?? 0),
  }));
}

/** Values that repeat, few enough for the whole file if new ones go on turning up as they do between the two halves. */
function isDictionary({ lines, words, early }: Seen, all: number): boolean {
  if (words === 0 || words > lines / 2) return false;
  const turningUp = lines < LOOKED_AT ? 0 : (words - early) / (lines / 2);
  return words + turningUp * Math.max(0, all - lines) <= MOST_WORDS;
}
