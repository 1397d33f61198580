import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { Ledger, LedgerReason, SetAsideLine } from "@/lib/std/ledger";
import { type Findings, warningsOf } from "./import-warnings";
import { IngestError } from "./ingest-error";
import type { ImportPlan } from "./plan";
import { DUPLICATE, fateOf, ruleOf } from "./set-aside-reasons";

const SAMPLES = 100;
const LONGEST_RAW = 500;

interface LedgerSpec {
  table: string;
  setAside: string;
  plan: ImportPlan;
  findings: Findings;
  /** Lines of the final table where they were counted there already, else null. */
  counted: number | null;
  fileName: string;
}

/**
 * The ledger of an import from its tables, not from what was meant to be written: kept lines are counted in the final
 * table, lines set aside in theirs, and their sum must be the lines that were read. Throws IngestError when it is not.
 */
export async function ledgerOf(engine: Engine, spec: LedgerSpec, options: RunOptions): Promise<Ledger> {
  const { table, setAside, plan, findings, counted, fileName } = spec;
  const aside = findings.summary.lines > findings.summary.kept;
  const kept = counted ?? (await linesOf(engine, table, options));
  const reasons = aside ? await reasonsOf(engine, setAside, options) : [];
  const of = (fate: LedgerReason["fate"]) =>
    reasons.filter((reason) => reason.fate === fate).reduce((sum, { lines }) => sum + lines, 0);
  const ledger: Ledger = {
    lines: findings.summary.lines,
    kept,
    rejected: of("rejected"),
    excluded: of("excluded"),
    reasons,
    samples: aside ? await samplesOf(engine, setAside, options) : [],
    warnings: warningsOf(plan, findings, reasons),
  };
  if (ledger.lines !== ledger.kept + ledger.rejected + ledger.excluded) {
    throw doesNotFoot(fileName, ledger.lines, ledger.kept + ledger.rejected + ledger.excluded);
  }
  return ledger;
}

async function linesOf(engine: Engine, table: string, options: RunOptions): Promise<number> {
  const { rows } = await engine.runText(`select count(*) as n from ${identifier(table)}`, {}, options);
  return Number(rows[0]?.n ?? 0);
}

export function doesNotFoot(fileName: string, lines: number, found: number): IngestError {
  return new IngestError({
    kind: "unreadable",
    message: `${fileName} has ${lines} lines but ${found} were accounted for. Nothing was imported.`,
    hint: "The file may have changed while it was read. Add it again.",
  });
}

/** Why lines were set aside, the most frequent reason first. */
export async function reasonsOf(engine: Engine, setAside: string, options: RunOptions): Promise<LedgerReason[]> {
  const { rows } = await engine.runText(
    `select (case when starts_with(reason, 'repeats line ') then ${quoteLiteral(DUPLICATE)} else reason end) as reason,
      count(*) as lines from ${identifier(setAside)} group by 1 order by lines desc, 1`,
    {},
    options,
  );
  return rows.map((row) => {
    const reason = String(row.reason);
    return { fate: fateOf(reason), reason, lines: Number(row.lines), rule: ruleOf(reason) };
  });
}

/** The first lines set aside. */
export async function samplesOf(engine: Engine, setAside: string, options: RunOptions): Promise<SetAsideLine[]> {
  const { rows } = await engine.runText(
    `select source_line as line, reason, raw[:${LONGEST_RAW}] as shown, length(raw) > ${LONGEST_RAW} as cut
     from ${identifier(setAside)} order by source_line limit ${SAMPLES}`,
    {},
    options,
  );
  return rows.map((row) => ({
    line: Number(row.line),
    fate: fateOf(String(row.reason)),
    reason: String(row.reason),
    raw: `${row.shown ?? ""}${row.cut ? "…" : ""}`,
  }));
}
