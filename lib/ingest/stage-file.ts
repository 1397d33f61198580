import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { NamedBlob } from "./decode";
import { fillFromFile, type MadeToFit } from "./fill-from-file";
import { doesNotFoot } from "./ledger-of";
import { TOTAL_LINE } from "./set-aside-reasons";
import type { Source } from "./source";
import { repeatsSql, type StageSpec, stageSql, TOTAL_BIT, wantsRepeats } from "./stage-sql";
import { type Summary, summarise } from "./summary";
import { TEXT_COLUMNS } from "./text-columns";
import type { FileRunOptions } from "./text-walks";

export interface Staged {
  summary: Summary;
  made: MadeToFit;
}

/**
 * Reads a file into the stage table and counts it: in one pass when the engine's strict reader takes the file, else
 * rewritten line by line. The tables are the caller's to drop, also after an error.
 */
export async function stageFile(
  engine: Engine,
  file: NamedBlob,
  spec: StageSpec,
  { walks, ...options }: FileRunOptions,
): Promise<Staged> {
  const { made, lines } = await fillFromFile(engine, file, spec.plan, (source) => fill(engine, source, spec, options), {
    walks,
    signal: options.signal,
  });
  await excludeTotals(engine, spec, options);
  const summary = await summarise(engine, spec, options);
  if (lines !== null && lines !== summary.lines) throw doesNotFoot(file.name, lines, summary.lines);
  return { summary, made };
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
