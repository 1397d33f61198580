import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { NamedBlob } from "./decode";
import { enumType, MOST_WORDS } from "./dictionaries";
import { hasEmptyLines } from "./empty-lines";
import type { ImportPlan } from "./plan";
import type { QuickPlan } from "./quick-plan";
import { otherColumn, type QuickSpec, quickSql, textCsv, textSource, typedCsv } from "./quick-sql";
import { headTable, quickWords } from "./quick-words";
import { isRefusal } from "./refusal-of-engine";
import { cells } from "./source";
import { comparesTotals, DIFFERS, type Summary } from "./summary";

/** Comparing every line with every other costs a tenth of the import; beyond it needs too much memory. */
const MOST_COMPARED = 2_000_000;

export interface QuickResult {
  summary: Summary;
  /** The dictionary of product names, or null. */
  names: string | null;
}

interface RoadSpec {
  table: string;
  stage: string;
  plan: ImportPlan;
  quick: QuickPlan;
}

/** Names of what the quick road may make; to be dropped afterwards, whatever happened. */
export function quickNames(stage: string, columns: readonly string[]): { tables: string[]; types: string[] } {
  return {
    tables: [headTable(stage)],
    types: columns.flatMap((column) => [enumType(stage, column), grownType(stage, column)]),
  };
}

const grownType = (stage: string, column: string) => `${enumType(stage, column)}_grown`;

/**
 * Reads a file that looks clean into its final table: dictionaries from its first lines, then every line once. Null when
 * a line is not clean after all; nothing of it is left but what `quickNames` names.
 */
export async function readQuickly(
  engine: Engine,
  file: NamedBlob,
  { table, stage, plan, quick }: RoadSpec,
  options: RunOptions,
): Promise<QuickResult | null> {
  const path = await engine.attach(file, file.name);
  try {
    const words = await quickWords(engine, { stage, plan, records: textCsv(path, plan), lines: quick.lines }, options);
    const spec: QuickSpec = { table, stage, plan, words, fileName: file.name };
    const [emptyLines] = await Promise.all([
      hasEmptyLines(file, options.signal),
      engine.execute(quickSql(spec, typedCsv(path, plan, quick)), options),
    ]);
    if (emptyLines) return null;
    const { summary, others } = await quickSummary(engine, spec, options);
    const types = await growWords(engine, spec, { others, kept: summary.kept }, options);
    const repeating = await repeatingLines(engine, { spec, path, lines: summary.kept }, options);
    return { summary: { ...summary, repeating }, names: types.get(textSource(plan, "product_name")) ?? null };
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  } finally {
    await engine.detach(path);
  }
}

interface Counted {
  summary: Summary;
  /** Lines of each column whose text the dictionary lacks. */
  others: ReadonlyMap<string, number>;
}

async function quickSummary(engine: Engine, { table, plan, words }: QuickSpec, options: RunOptions): Promise<Counted> {
  const compared = comparesTotals(plan);
  const columns = [
    "count(*) as kept, min(sold_at) as first_sold, max(sold_at) as last_sold",
    ...[...words].map((column) => `count(${otherColumn(column)}) as ${otherColumn(column)}`),
    ...(compared ? [`count(*) filter (where ${DIFFERS}) as differing`] : []),
  ];
  const { rows } = await engine.runText(`select ${columns.join(", ")} from ${identifier(table)}`, {}, options);
  const row = rows[0] ?? {};
  const kept = Number(row.kept ?? 0);
  const day = (name: string) => (typeof row[name] === "string" ? row[name].slice(0, 10) : null);
  return {
    summary: {
      lines: kept,
      kept,
      firstDay: day("first_sold"),
      lastDay: day("last_sold"),
      remarked: [],
      remarks: [],
      differing: compared ? Number(row.differing ?? 0) : null,
      repeating: null,
    },
    others: new Map([...words].map((column) => [column, Number(row[otherColumn(column)] ?? 0)])),
  };
}

/** Takes the texts that the first lines did not show into the dictionaries; gives each column's type. */
async function growWords(
  engine: Engine,
  { table, stage, plan, words }: QuickSpec,
  { others, kept }: { others: Counted["others"]; kept: number },
  options: RunOptions,
): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  const name = identifier(table);
  for (const column of words) {
    const other = otherColumn(column);
    const known = enumType(stage, column);
    if ((others.get(column) ?? 0) > 0) {
      const all = `select v from (select unnest(enum_range(null::${identifier(known)}))::varchar as v
        union select ${other} from ${name}) where v is not null`;
      const { rows } = await engine.runText(`select count(*) as n from (${all})`, {}, options);
      const isWord = Number(rows[0]?.n ?? 0) <= Math.min(kept / 2, MOST_WORDS);
      const grown = identifier(grownType(stage, column));
      if (isWord) await engine.execute(`create type ${grown} as enum (${all} order by v)`, options);
      const type = isWord ? grown : "varchar";
      if (isWord) types.set(column, grownType(stage, column));
      const filled = ["product_id", "product_name", column].filter(
        (each, index, list) => textSource(plan, each) === column && list.indexOf(each) === index,
      );
      for (const each of filled) {
        await engine.execute(
          `alter table ${name} alter column ${each} type ${type} using coalesce(${each}::varchar, ${other})::${type}`,
          options,
        );
      }
    } else types.set(column, known);
    await engine.execute(`alter table ${name} drop column ${other}`, options);
  }
  return types;
}

/** Lines that repeat another one letter by letter; null when the file is too long to look. */
async function repeatingLines(
  engine: Engine,
  { spec, path, lines }: { spec: QuickSpec; path: string; lines: number },
  options: RunOptions,
): Promise<number | null> {
  if (lines > MOST_COMPARED) return null;
  const count = async (hash: string, from: string) => {
    const { rows } = await engine.runText(`select count(distinct hash(${hash})) as n from ${from}`, {}, options);
    return lines - Number(rows[0]?.n ?? lines);
  };
  const read =
    "sold_at, product_id, product_name, category, quantity, unit_price, amount, unit_cost, customer_id, transaction_id, store";
  if ((await count(read, identifier(spec.table))) === 0) return 0;
  // Alike in what was read: the rest of the file, and how it is written, decides.
  return count(cells(spec.plan).join(", "), `(${textCsv(path, spec.plan)})`);
}
