import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { NamedBlob } from "./decode";
import { hasEmptyLines } from "./empty-lines";
import type { Findings } from "./import-warnings";
import { IngestError } from "./ingest-error";
import { doesNotFoot } from "./ledger-of";
import { isRefusal } from "./refusal-of-engine";
import { TOTAL_LINE } from "./set-aside-reasons";
import { isPlain, plainSource, regularSource, type Source } from "./source";
import { repeatsSql, type StageSpec, stageSql, TOTAL_BIT, wantsRepeats } from "./stage-sql";
import { type Summary, summarise } from "./summary";
import { TEXT_COLUMNS } from "./text-columns";

export interface Staged {
  summary: Summary;
  made: Findings["made"];
}

export const NOTHING_MADE: Findings["made"] = { padded: 0, cut: 0, strays: 0 };

/**
 * Reads a file into the stage table and counts it: in one pass when the engine's strict reader takes the file, else
 * rewritten line by line. The tables are the caller's to drop, also after an error.
 */
export async function stageFile(
  engine: Engine,
  file: NamedBlob,
  spec: StageSpec,
  options: RunOptions,
): Promise<Staged> {
  const strict = isPlain(spec.plan) && (await readStrictly(engine, file, spec, options));
  const regular = strict ? null : await readPatiently(engine, file, spec, options);
  await excludeTotals(engine, spec, options);
  const summary = await summarise(engine, spec, options);
  if (regular !== null && regular.lines !== summary.lines) throw doesNotFoot(file.name, regular.lines, summary.lines);
  return { summary, made: regular ?? NOTHING_MADE };
}

/** The table of lines that repeat others, when the plan leaves them out. */
export function repeatsTable(stage: string): string {
  return `${stage}_repeats`;
}

async function fill(engine: Engine, source: Source, spec: StageSpec, options: RunOptions): Promise<void> {
  const repeats = wantsRepeats(spec.plan) ? repeatsTable(spec.stage) : null;
  if (repeats !== null) await engine.execute(repeatsSql(repeats, spec.plan, source), options);
  await engine.execute(stageSql({ ...spec, repeats }, source), options);
}

/** False when the file needs the patient road: a line does not fit, or numbers of lines would be wrong. */
async function readStrictly(engine: Engine, file: NamedBlob, spec: StageSpec, options: RunOptions): Promise<boolean> {
  const source = await plainSource(engine, file, spec.plan);
  try {
    const [emptyLines] = await Promise.all([hasEmptyLines(file, options.signal), fill(engine, source, spec, options)]);
    return !emptyLines;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  } finally {
    await engine.detach(source.path);
  }
}

/** What was counted while the file was rewritten. */
async function readPatiently(engine: Engine, file: NamedBlob, spec: StageSpec, options: RunOptions) {
  const source = await regularSource(engine, file, spec.plan, options.signal);
  try {
    await fill(engine, source, spec, options);
    return { lines: source.lines, padded: source.padded, cut: source.cut, strays: source.strays };
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    throw new IngestError({
      kind: "unreadable",
      message: `${file.name} could not be read as a table. Nothing was imported.`,
      hint: "Open it in your spreadsheet, save it as CSV UTF-8, and add it again.",
      cause,
    });
  } finally {
    await engine.detach(source.path);
  }
}

/**
 * Lines called "Total" that could be read are sums when nothing follows them, or when a file without dates says nothing
 * else of them.
 */
async function excludeTotals(engine: Engine, { stage, plan }: StageSpec, options: RunOptions): Promise<void> {
  const table = identifier(stage);
  const marked = `(note & ${TOTAL_BIT}) > 0`;
  const texts = TEXT_COLUMNS[plan.kind].filter(({ role }) => plan.mapping[role] !== undefined);
  const filled = texts.map(({ column }) => `(case when trim(${column}) <> '' then 1 else 0 end)`);
  const alone = plan.mapping.date === undefined && texts.length > 1 ? ` or (${filled.join(" + ")}) <= 1` : "";
  await engine.execute(
    `update ${table} set reason = ${quoteLiteral(TOTAL_LINE)} where reason is null and ${marked}
       and (line > (select coalesce(max(line), 0) from ${table} where reason is null and not ${marked})${alone})`,
    options,
  );
}
