import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { NamedBlob } from "./decode";
import { enumType, MOST_WORDS } from "./dictionaries";
import type { ImportPlan } from "./plan";
import type { QuickPlan } from "./quick-plan";
import { headCsv, OTHER_WORDS, otherWord, type QuickSpec, quickSql, textCsv, textSource, typedCsv } from "./quick-sql";
import { headTable, quickWords, wordsOf } from "./quick-words";
import { isRefusal } from "./refusal-of-engine";
import type { NamesSource } from "./similar-names";
import { cells } from "./source";
import { comparesTotals, DIFFERS, MOST_COMPARED, type Summary } from "./summary";
import { type FileRunOptions, WALKS_HERE } from "./text-walks";

export interface QuickResult {
  summary: Summary;
  /** The product names; null where they are plain text. */
  names: NamesSource | null;
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
  { walks = WALKS_HERE, ...options }: FileRunOptions,
): Promise<QuickResult | null> {
  const path = await engine.attach(file, file.name);
  try {
    const fill = async (): Promise<QuickSpec> => {
      const head = { stage, plan, records: headCsv(path, plan), lines: quick.lines };
      const words = await quickWords(engine, head, options);
      const spec = { table, stage, plan, words, fileName: file.name, timed: quick.timed };
      await engine.execute(quickSql(spec, typedCsv(path, plan, quick)), options);
      return spec;
    };
    // Both are waited for whatever happens: nothing may be made after the caller has cleared away.
    const [looked, filled] = await Promise.allSettled([walks.hasEmptyLines(file, options.signal), fill()]);
    if (filled.status === "rejected") throw filled.reason;
    if (looked.status === "rejected") throw looked.reason;
    if (looked.value) return null;
    const spec = filled.value;
    const { summary, others } = await quickSummary(engine, spec, options);
    const types = await growWords(engine, spec, { others, kept: summary.kept }, options);
    const repeating = await repeatingLines(engine, { spec, path, lines: summary.kept }, options);
    return { summary: { ...summary, repeating }, names: namesOf(spec, types) };
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  } finally {
    await engine.detach(path);
  }
}

interface Counted {
  summary: Summary;
  /** Lines with a text that no dictionary has. */
  others: number;
}

async function quickSummary(engine: Engine, { table, plan, words }: QuickSpec, options: RunOptions): Promise<Counted> {
  const compared = comparesTotals(plan);
  const columns = [
    "count(*) as kept, min(sold_at) as first_sold, max(sold_at) as last_sold",
    ...(words.size > 0 ? [`count(${OTHER_WORDS}) as others`] : []),
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
    others: Number(row.others ?? 0),
  };
}

function namesOf({ plan, stage }: QuickSpec, types: ReadonlyMap<string, string>): NamesSource | null {
  const column = textSource(plan, "product_name");
  const type = types.get(column);
  if (type === undefined) return null;
  const isOfHead = type === enumType(stage, column);
  return { type, texts: isOfHead ? `select raw as name from (${wordsOf(stage, plan, column)})` : null };
}

/** Takes the texts that the first lines did not show into the dictionaries; gives each column's type. */
async function growWords(
  engine: Engine,
  spec: QuickSpec,
  { others, kept }: Pick<Counted, "others"> & { kept: number },
  options: RunOptions,
): Promise<Map<string, string>> {
  const { table, stage, words } = spec;
  const types = new Map([...words].map((column) => [column, enumType(stage, column)]));
  if (words.size === 0) return types;
  const grown = others === 0 ? [] : await grownColumns(engine, spec, kept, options);
  for (const { column, type } of grown) {
    if (type === null) types.delete(column);
    else types.set(column, type);
    const sqlType = type === null ? "varchar" : identifier(type);
    const columns = new Set(["product_id", "product_name", column]);
    for (const each of [...columns].filter((name) => textSource(spec.plan, name) === column)) {
      await engine.execute(
        `alter table ${identifier(table)} alter column ${each} type ${sqlType}
         using coalesce(${each}::varchar, ${otherWord(words, column)})::${sqlType}`,
        options,
      );
    }
  }
  await engine.execute(`alter table ${identifier(table)} drop column ${OTHER_WORDS}`, options);
  return types;
}

/** Columns with texts that their dictionary lacks, and the one that has them all; null is plain text for too many words. */
async function grownColumns(engine: Engine, { table, stage, words }: QuickSpec, kept: number, options: RunOptions) {
  const found: { column: string; type: string | null }[] = [];
  for (const column of words) {
    const type = enumType(stage, column);
    const known = `select unnest(enum_range(null::${identifier(type)}))::varchar as v`;
    const other = `select ${otherWord(words, column)} as v from ${identifier(table)} where ${OTHER_WORDS} is not null and ${column} is null`;
    const { rows } = await engine.runText(
      `select (select count(v) from (${other})) as lines, (select count(*) from (${known})) as known,
        (select count(v) from (${known} union ${other})) as words`,
      {},
      options,
    );
    const { lines, known: before, words: all } = rows[0] ?? {};
    if (Number(lines) === 0) continue;
    if (Number(all) > Math.min(kept / 2, MOST_WORDS)) found.push({ column, type: null });
    else if (all === before) found.push({ column, type });
    else {
      const grown = grownType(stage, column);
      await engine.execute(
        `create type ${identifier(grown)} as enum (select v from (${known} union ${other}) where v is not null order by v)`,
        options,
      );
      found.push({ column, type: grown });
    }
  }
  return found;
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
  // Few columns tell most lines apart, and are quicker to compare.
  const read = "sold_at, product_id, amount, transaction_id, customer_id";
  if ((await count(read, identifier(spec.table))) === 0) return 0;
  // Alike in what was read: the rest of the file, and how it is written, decides.
  return count(cells(spec.plan).join(", "), `(${textCsv(path, spec.plan)})`);
}
