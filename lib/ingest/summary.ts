import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { ImportPlan } from "./plan";
import { remarkBit, remarksOf } from "./stage-sql";
import type { Remark, TypedValue } from "./typed-values";

/** The stage table in one row. */
export interface Summary {
  lines: number;
  kept: number;
  firstDay: string | null;
  lastDay: string | null;
  /** Kept lines on which each remark holds, in the order of the remarks. */
  remarked: readonly number[];
  remarks: readonly Remark[];
  /** Kept lines whose total differs from quantity times price by more than 1%; null when the file has not all three. */
  differing: number | null;
  /** Kept lines whose computed total was rounded. */
  roundedTotals: number;
}

/** Counts the stage table of an import in one pass. */
export async function summarise(
  engine: Engine,
  stage: string,
  { plan, values }: { plan: ImportPlan; values: readonly TypedValue[] },
  options: RunOptions,
): Promise<Summary> {
  const remarks = remarksOf(values);
  const { amount, quantity, unit_price: price } = plan.mapping;
  const compared = plan.kind === "sales" && amount !== undefined && quantity !== undefined && price !== undefined;
  const derived = plan.kind === "sales" && amount === undefined && quantity !== undefined && price !== undefined;
  const columns = [
    `(select count(*) from ${identifier(stage)}) as lines`,
    "count(*) as kept",
    ...(plan.kind === "sales" ? ["min(sold_at) as first_sold", "max(sold_at) as last_sold"] : []),
    ...remarks.map((_, index) => `count(*) filter (where (note & ${remarkBit(index)}) > 0) as remark_${index}`),
    ...(compared
      ? [
          `count(*) filter (where abs(amount::double - quantity::double * unit_price::double)
            > 0.01 * abs(amount::double)) as differing`,
        ]
      : []),
    ...(derived
      ? ["count(*) filter (where quantity % 1 <> 0 and amount <> quantity * unit_price) as rounded_totals"]
      : []),
  ];
  const { rows } = await engine.runText(
    `select ${columns.join(", ")} from ${identifier(stage)} where reason is null`,
    {},
    options,
  );
  const row = rows[0] ?? {};
  const day = (name: string) => (typeof row[name] === "string" ? row[name].slice(0, 10) : null);
  return {
    lines: Number(row.lines ?? 0),
    kept: Number(row.kept ?? 0),
    firstDay: day("first_sold"),
    lastDay: day("last_sold"),
    remarked: remarks.map((_, index) => Number(row[`remark_${index}`] ?? 0)),
    remarks,
    differing: compared ? Number(row.differing ?? 0) : null,
    roundedTotals: Number(row.rounded_totals ?? 0),
  };
}
