import type { Engine, RunOptions } from "@/lib/engine/engine";
import type { Guess, ImportPlan } from "@/lib/ingest/plan";
import { identifier } from "@/lib/query/literal";
import type { LedgerWarning } from "@/lib/std/ledger";
import { DATE_ORDER } from "./reading-change";

/** Two numbers before a year, or two before and a short year: 03/04/2026, 3.4.26. */
const EITHER = /^\D*\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(\d{4}|\d{2})(\D|$)/;

/**
 * Says so when no date of a file tells day from month: read the other way, every line would still have a date. Nothing to
 * say for dates that are written with the year first or with the month's name.
 */
export async function openDates(
  engine: Engine,
  { table, plan, sample }: { table: string; plan: ImportPlan; sample: Guess["sample"] },
  options: RunOptions = {},
): Promise<LedgerWarning[]> {
  const sold = plan.kind === "sales" || plan.kind === "returns";
  const column = plan.mapping.date;
  if (!sold || column === undefined || plan.dateOrder === "year-first") return [];
  const values = sample
    .map((fields) => fields[plan.columns.indexOf(column)] ?? "")
    .filter((value) => value.trim() !== "");
  if (values.length === 0 || !values.every((value) => EITHER.test(value))) return [];
  const { rows } = await engine.runText(
    `select max(day(sold_at)) <= 12 and bool_or(day(sold_at) <> month(sold_at)) as either from ${identifier(table)}`,
    {},
    options,
  );
  if (rows[0]?.either !== true) return [];
  const dayFirst = plan.dateOrder === "day-first";
  const [taken, other] = dayFirst ? ["Day first", "month first"] : ["Month first", "day first"];
  return [
    {
      sentence: `No date of this file tells day from month. ${taken} was taken.`,
      change: { rule: DATE_ORDER, to: !dayFirst, words: `These are ${other}` },
    },
  ];
}
