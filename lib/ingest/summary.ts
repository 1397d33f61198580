import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import { applies, type ImportPlan } from "./plan";
import { remarkBit, remarksOf, type StageSpec } from "./stage-sql";
import type { Remark } from "./typed-values";

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
  /** Kept lines that repeat another one letter by letter; null when they were not looked for. */
  repeating: number | null;
}

/** Comparing every line with every other costs a sixth of the import (measured): large files are not kept waiting for it. */
export const MOST_COMPARED = 750_000;

/** True when quantity, price and total stand in the file and nothing else explains a difference. */
export function comparesTotals({ kind, mapping }: Pick<ImportPlan, "kind" | "mapping">): boolean {
  const { amount, quantity, unit_price: price, discount } = mapping;
  const sold = kind === "sales" || kind === "returns";
  return sold && amount !== undefined && quantity !== undefined && price !== undefined && discount === undefined;
}

export const DIFFERS = `abs(amount::double - quantity::double * unit_price::double) > 0.01 * abs(amount::double)`;

/** Counts the stage table of an import. */
export async function summarise(
  engine: Engine,
  { stage, plan, values }: Pick<StageSpec, "stage" | "plan" | "values">,
  options: RunOptions,
): Promise<Summary> {
  const remarks = remarksOf(plan, values);
  const compared = comparesTotals(plan);
  const dated = values.some(({ column }) => column === "sold_at");
  const columns = [
    `(select count(*) from ${identifier(stage)}) as lines`,
    "count(*) as kept",
    ...(dated ? ["min(sold_at) as first_sold", "max(sold_at) as last_sold"] : []),
    ...remarks.map((_, index) => `count(*) filter (where (note & ${remarkBit(index)}) > 0) as remark_${index}`),
    ...(compared ? [`count(*) filter (where ${DIFFERS}) as differing`] : []),
  ];
  const from = `from ${identifier(stage)} where reason is null`;
  const { rows } = await engine.runText(`select ${columns.join(", ")} ${from}`, {}, options);
  const row = rows[0] ?? {};
  const kept = Number(row.kept ?? 0);
  const day = (name: string) => (typeof row[name] === "string" ? row[name].slice(0, 10) : null);
  const looks = !applies(plan, "duplicate") && kept <= MOST_COMPARED;
  const distinct = looks ? await engine.runText(`select count(distinct row_hash) as n ${from}`, {}, options) : null;
  return {
    lines: Number(row.lines ?? 0),
    kept,
    firstDay: day("first_sold"),
    lastDay: day("last_sold"),
    remarked: remarks.map((_, index) => Number(row[`remark_${index}`] ?? 0)),
    remarks,
    differing: compared ? Number(row.differing ?? 0) : null,
    repeating: distinct ? kept - Number(distinct.rows[0]?.n ?? kept) : null,
  };
}
