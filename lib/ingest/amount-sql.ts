import { quoteLiteral } from "@/lib/query/literal";
import { numberSql } from "./number-sql";
import { applies, type ImportPlan } from "./plan";
import { reasonOf } from "./set-aside-reasons";
import { cell } from "./source";
import { MONEY_TYPE } from "./text-columns";
import { numberReason, onLines, type Remark } from "./typed-values";

/** The total of a line of a sales file, as SQL over its typed columns. */
export interface LineAmount {
  read: string;
  /** SQL of the reason why a line without it does not count. */
  reason: string;
  remarks: readonly Remark[];
}

type AmountPlan = Pick<ImportPlan, "kind" | "mapping" | "rules" | "discountAs" | "decimalMark" | "columns">;

/** In eighteen digits the engine multiplies in eighteen too, and refuses what needs more. */
export const WIDE_QUANTITY = "quantity::decimal(19, 3)";

/** Quantity times price less the discount, exact: a discount makes the total of a returned line smaller too. */
function computed({ mapping, discountAs }: AmountPlan): string | null {
  if (mapping.unit_price === undefined) return null;
  const gross = mapping.quantity === undefined ? "unit_price" : `${WIDE_QUANTITY} * unit_price`;
  if (mapping.discount === undefined) return gross;
  return discountAs === "share"
    ? `(${gross}) * (1 - discount)`
    : `(${gross}) - sign(${gross})::decimal(1, 0) * discount`;
}

/** Null where the file has neither total nor price: revenue then comes from a product list. */
export function lineAmount(plan: AmountPlan): LineAmount | null {
  if (plan.kind !== "sales" && plan.kind !== "returns") return null;
  const value = computed(plan);
  const name = plan.mapping.amount;
  const rounded: Remark = {
    holds: `(amount <> ${value})`,
    sentence: (lines) =>
      `${plan.mapping.discount === undefined ? "Quantity times price" : "Quantity times price less the discount"} has more than 4 decimals ${onLines(lines)}; the total is rounded there to 4.`,
  };
  if (name === undefined) {
    if (value === null) return null;
    const exact = value === "unit_price";
    return {
      read: exact ? value : `try_cast(${value} as ${MONEY_TYPE})`,
      reason: quoteLiteral(reasonOf.tooLarge("amount")),
      remarks: exact ? [] : [rounded],
    };
  }
  const text = cell(plan, name);
  const reason = numberReason(text, "amount", plan);
  const rebuilds = value !== null && plan.mapping.quantity !== undefined && applies(plan, "rebuilt-total");
  if (!rebuilds) return { read: "total", reason, remarks: [] };
  const unread = `${numberSql(text, "double", plan.decimalMark)} is null`;
  return {
    read: `coalesce(total, case when ${unread} then try_cast(${value} as ${MONEY_TYPE}) end)`,
    reason,
    remarks: [
      {
        holds: "(total is null and amount is not null)",
        sentence: (lines) => `The total was rebuilt from quantity times price ${onLines(lines)}.`,
        change: { rule: "rebuilt-total", to: false, words: "Reject them instead" },
      },
    ],
  };
}
