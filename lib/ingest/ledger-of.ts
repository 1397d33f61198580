import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { Ledger, LedgerReason, SetAsideLine } from "@/lib/std/ledger";
import { IngestError } from "./ingest-error";
import type { ImportPlan } from "./plan";
import type { Summary } from "./summary";

const SAMPLES = 100;
const LONGEST_RAW = 500;

interface LedgerSpec {
  table: string;
  setAside: string;
  plan: ImportPlan;
  summary: Summary;
  fileName: string;
}

/**
 * The ledger of an import from its tables, not from what was meant to be written: kept lines are counted in the final
 * table, lines set aside in theirs, and their sum must be the lines that were read. Throws IngestError when it is not.
 */
export async function ledgerOf(engine: Engine, spec: LedgerSpec, options: RunOptions): Promise<Ledger> {
  const { table, setAside, plan, summary, fileName } = spec;
  const aside = summary.lines > summary.kept;
  const { rows } = await engine.runText(`select count(*) as n from ${identifier(table)}`, {}, options);
  const kept = Number(rows[0]?.n ?? 0);
  const reasons = aside ? await reasonsOf(engine, setAside, options) : [];
  const of = (fate: LedgerReason["fate"]) =>
    reasons.filter((reason) => reason.fate === fate).reduce((sum, { lines }) => sum + lines, 0);
  const ledger: Ledger = {
    lines: summary.lines,
    kept,
    rejected: of("rejected"),
    excluded: of("excluded"),
    reasons,
    samples: aside ? await samplesOf(engine, setAside, options) : [],
    warnings: warningsOf(plan, summary).map((sentence) => ({ sentence, change: null })),
  };
  if (ledger.lines !== ledger.kept + ledger.rejected + ledger.excluded) {
    throw doesNotFoot(fileName, ledger.lines, ledger.kept + ledger.rejected + ledger.excluded);
  }
  return ledger;
}

export function doesNotFoot(fileName: string, lines: number, found: number): IngestError {
  return new IngestError({
    kind: "unreadable",
    message: `${fileName} has ${lines} lines but ${found} were accounted for. Nothing was imported.`,
    hint: "The file may have changed while it was read. Add it again.",
  });
}

async function reasonsOf(engine: Engine, setAside: string, options: RunOptions): Promise<LedgerReason[]> {
  const { rows } = await engine.runText(
    `select fate, reason, count(*) as lines from ${identifier(setAside)} group by all order by lines desc, fate, reason`,
    {},
    options,
  );
  return rows.map((row) => ({
    fate: fateOf(row.fate),
    reason: String(row.reason),
    lines: Number(row.lines),
    rule: null,
  }));
}

async function samplesOf(engine: Engine, setAside: string, options: RunOptions): Promise<SetAsideLine[]> {
  const { rows } = await engine.runText(
    `select source_line as line, fate, reason, raw[:${LONGEST_RAW}] as shown, length(raw) > ${LONGEST_RAW} as cut
     from ${identifier(setAside)} order by source_line limit ${SAMPLES}`,
    {},
    options,
  );
  return rows.map((row) => ({
    line: Number(row.line),
    fate: fateOf(row.fate),
    reason: String(row.reason),
    raw: `${row.shown ?? ""}${row.cut ? "…" : ""}`,
  }));
}

function fateOf(value: unknown): LedgerReason["fate"] {
  return value === "excluded" ? "excluded" : "rejected";
}

/** What costs no line but should be known, as sentences. */
function warningsOf(plan: ImportPlan, summary: Summary): string[] {
  const { mapping } = plan;
  const count = (lines: number) => `${lines.toLocaleString("en-US")} ${lines === 1 ? "line" : "lines"}`;
  const warnings = summary.remarks.flatMap((remark, index) => {
    const lines = summary.remarked[index] ?? 0;
    return lines === 0 ? [] : [remark.sentence(lines)];
  });
  if (plan.kind === "inventory") return warnings;
  if (mapping.quantity === undefined) warnings.push("The file has no quantity column: each line counts as one unit.");
  if (mapping.amount === undefined && mapping.unit_price === undefined) {
    warnings.push("The file has no price and no total column: revenue is 0 and only units count.");
  }
  if (summary.roundedTotals > 0) {
    warnings.push(
      `Quantity times price has more than 4 decimals on ${count(summary.roundedTotals)}; the total is rounded there to 4.`,
    );
  }
  if (summary.differing !== null && summary.differing > summary.kept * 0.01) {
    warnings.push(
      `${mapping.amount} differs from ${mapping.quantity} times ${mapping.unit_price} by more than 1% on ${count(summary.differing)}. ` +
        "Tax or a discount is the usual cause; the file's total is kept.",
    );
  }
  return warnings;
}
