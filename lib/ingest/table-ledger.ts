import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { Ledger, LedgerReason, LedgerWarning, SetAsideLine } from "@/lib/std/ledger";
import { doesNotFoot } from "./ledger-of";
import { fateOf, fateSql, ruleOf } from "./set-aside-reasons";

const SAMPLES = 100;
const LONGEST_RAW = 500;
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
  made: { padded: number; cut: number; strays: number };
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

async function reasonsOf(engine: Engine, table: string, options: RunOptions): Promise<LedgerReason[]> {
  const { rows } = await engine.runText(
    `select reason, count(*) as lines from ${identifier(table)} group by all order by lines desc, reason`,
    {},
    options,
  );
  return rows.map((row) => {
    const reason = String(row.reason);
    return { fate: fateOf(reason), reason, lines: Number(row.lines), rule: ruleOf(reason) };
  });
}

async function samplesOf(engine: Engine, table: string, options: RunOptions): Promise<SetAsideLine[]> {
  const { rows } = await engine.runText(
    `select source_line as line, reason, raw[:${LONGEST_RAW}] as shown, length(raw) > ${LONGEST_RAW} as cut
    from ${identifier(table)} order by source_line limit ${SAMPLES}`,
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

/** What costs no line but should be known. */
function warningsOf({ made, missing }: TableLedgerSpec): LedgerWarning[] {
  const lines = (count: number, one: string, many: string) =>
    `${count.toLocaleString("en-US")} ${count === 1 ? `line ${one}` : `lines ${many}`}`;
  const sentences = [
    ...(made.padded > 0
      ? [`${lines(made.padded, "is", "are")} shorter than the header; the fields behind are empty.`]
      : []),
    ...(made.cut > 0
      ? [`${lines(made.cut, "is", "are")} longer than the header; the fields behind are left out.`]
      : []),
    ...(made.strays > 0
      ? [`${lines(made.strays, "has", "have")} a quote where none belongs; it was read as a letter.`]
      : []),
  ];
  const empty = missing.filter((column) => column.missing > 0);
  if (empty.length > 0) {
    const named = empty
      .slice(0, NAMED_COLUMNS)
      .map(({ column, missing: n }) => `${column} (${n.toLocaleString("en-US")})`);
    const more = empty.length > NAMED_COLUMNS ? ` and ${empty.length - NAMED_COLUMNS} more columns` : "";
    sentences.push(`Values such as N/A or - stand for none and are empty in ${named.join(", ")}${more}.`);
  }
  return sentences.map((sentence) => ({ sentence, change: null }));
}
