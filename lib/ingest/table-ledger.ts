import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { Ledger, LedgerReason, LedgerWarning } from "@/lib/std/ledger";
import type { MadeToFit } from "./fill-from-file";
import { madeToFit } from "./import-warnings";
import { doesNotFoot, reasonsOf, samplesOf } from "./ledger-of";
import { fateSql } from "./set-aside-reasons";

const NAMED_COLUMNS = 3;

/** Writes the lines of a stage table that do not count; null when every line counts. */
export async function setAsideTable(
  engine: Engine,
  table: string,
  { stage, fileName }: { stage: string; fileName: string },
  options: RunOptions,
): Promise<string | null> {
  const from = `from ${identifier(stage)} where reason is not null`;
  const { rows } = await engine.runText(`select count(*) as n ${from}`, {}, options);
  if (Number(rows[0]?.n ?? 0) === 0) return null;
  await engine.execute(
    `create or replace table ${identifier(table)} as
    select ${quoteLiteral(fileName)} as source_file, line as source_line, ${fateSql("reason")} as fate, reason,
      coalesce(raw, '') as raw ${from} order by line`,
    options,
  );
  return table;
}

export interface TableLedgerSpec {
  table: string;
  setAside: string | null;
  stage: string;
  fileName: string;
  made: MadeToFit;
  missing: readonly { column: string; missing: number }[];
}

/** The ledger of an ordinary table, counted in its tables. Throws IngestError when it does not foot. */
export async function tableLedger(engine: Engine, spec: TableLedgerSpec, options: RunOptions): Promise<Ledger> {
  const counts = await engine.runText(
    `select (select count(*) from ${identifier(spec.stage)}) as lines, (select count(*) from ${identifier(spec.table)}) as kept`,
    {},
    options,
  );
  const lines = Number(counts.rows[0]?.lines ?? 0);
  const kept = Number(counts.rows[0]?.kept ?? 0);
  const reasons = spec.setAside === null ? [] : await reasonsOf(engine, spec.setAside, options);
  const of = (fate: LedgerReason["fate"]) =>
    reasons.filter((reason) => reason.fate === fate).reduce((sum, reason) => sum + reason.lines, 0);
  const ledger: Ledger = {
    lines,
    kept,
    rejected: of("rejected"),
    excluded: of("excluded"),
    reasons,
    samples: spec.setAside === null ? [] : await samplesOf(engine, spec.setAside, options),
    warnings: warningsOf(spec),
  };
  const found = kept + ledger.rejected + ledger.excluded;
  if (lines !== found) throw doesNotFoot(spec.fileName, lines, found);
  return ledger;
}

/** What costs no line but should be known. */
function warningsOf({ made, missing }: TableLedgerSpec): LedgerWarning[] {
  const empty = missing.filter((column) => column.missing > 0);
  const fitted = madeToFit(made, "table");
  if (empty.length === 0) return fitted;
  const named = empty
    .slice(0, NAMED_COLUMNS)
    .map(({ column, missing: n }) => `${column} (${n.toLocaleString("en-US")})`);
  const more = empty.length > NAMED_COLUMNS ? ` and ${empty.length - NAMED_COLUMNS} more columns` : "";
  const sentence = `Values such as N/A or - stand for none and are empty in ${named.join(", ")}${more}.`;
  return [...fitted, { sentence, change: null }];
}
