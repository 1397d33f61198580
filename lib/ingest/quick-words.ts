import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import { enumType, MOST_WORDS, NO_NAME, trimmedSparingly } from "./dictionaries";
import type { ImportPlan } from "./plan";
import { cell } from "./source";
import { TEXT_COLUMNS } from "./text-columns";

/**
 * Lines whose words are taken for those of the whole file until others turn up. They are read twice; fewer would miss
 * words of columns of some thousand words, which costs more.
 */
const LOOKED_AT = 65_536;
const MOST_LINES_A_BILL = 10;

export interface WordsSpec {
  stage: string;
  plan: ImportPlan;
  /** A select of c1, c2, ... of the file's lines. */
  records: string;
  /** Lines the file is likely to have. */
  lines: number;
}

/** The temporary table of the words of the first lines. */
export const headTable = (stage: string) => `${stage}_head`;

interface Seen {
  column: string;
  /** Lines looked at. */
  lines: number;
  /** Different words. */
  words: number;
  /** Words of the first half of these lines. */
  early: number;
}

/** Makes a dictionary of every text column whose values repeat, from the file's first lines; gives the columns. */
export async function quickWords(engine: Engine, spec: WordsSpec, options: RunOptions): Promise<Set<string>> {
  const { stage, plan, lines } = spec;
  const seen = await wordsSeen(engine, spec, options);
  const found = seen.filter((each) => isDictionary(each, lines)).map(({ column }) => column);
  const types = found.map(
    (column) => `create type ${identifier(enumType(stage, column))} as enum (select v from (
      select ${trimmedSparingly("raw")} as v from (${wordsOf(stage, plan, column)}))
      where v <> '' group by v order by v)`,
  );
  if (types.length > 0) await engine.execute(types.join(";\n"), options);
  return new Set(found);
}

/** The different texts `raw` of the first lines as they stand in the file, and what a product without a name is called. */
export function wordsOf(stage: string, { mapping }: ImportPlan, column: string): string {
  const names = column === "product_name" || (column === "product_id" && mapping.product_name === undefined);
  const blank = names ? ` union select ${quoteLiteral(NO_NAME)}` : "";
  return `select ${column} as raw from ${identifier(headTable(stage))} where ${column} is not null${blank}`;
}

/** Puts the words of the first lines into a table, those of each column under its name, and counts them. */
async function wordsSeen(
  engine: Engine,
  { stage, plan, records, lines }: WordsSpec,
  options: RunOptions,
): Promise<Seen[]> {
  const texts = TEXT_COLUMNS[plan.kind].flatMap(({ column, role }) => {
    const name = plan.mapping[role];
    // Bills of a long file are more than any dictionary takes.
    const many = role === "transaction" && lines > MOST_WORDS * MOST_LINES_A_BILL;
    return name === undefined || many ? [] : [{ column, text: cell(plan, name) }];
  });
  if (texts.length === 0) return [];
  const head = identifier(headTable(stage));
  const columns = texts.map(({ column }) => column);
  await engine.execute(
    `create or replace temp table ${head} as select ${columns.join(", ")}, min(line) as line, max(line) as last from (
      select ${texts.map(({ column, text }) => `${text} as ${column}`).join(", ")}, (row_number() over ())::integer as line
      from (${records}) limit ${LOOKED_AT}
    ) group by grouping sets (${columns.join(", ")}, ())`,
    options,
  );
  const counts = columns.map(
    (column, at) => `count(${column}) as w${at}, count(${column}) filter (where line <= ${LOOKED_AT / 2}) as e${at}`,
  );
  const { rows } = await engine.runText(`select max(last) as lines, ${counts.join(", ")} from ${head}`, {}, options);
  const number = (name: string) => Number(rows[0]?.[name] ?? 0);
  return columns.map((column, at) => ({
    column,
    lines: number("lines"),
    words: number(`w${at}`),
    early: number(`e${at}`),
  }));
}

/** Values that repeat, few enough for the whole file if new ones go on turning up as they do between the two halves. */
function isDictionary({ lines, words, early }: Seen, all: number): boolean {
  if (words === 0 || words > lines / 2) return false;
  const turningUp = lines < LOOKED_AT ? 0 : (words - early) / (lines / 2);
  return words + turningUp * Math.max(0, all - lines) <= MOST_WORDS;
}
