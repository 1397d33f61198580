import type { Insight } from "@/lib/insights/insight";
import type { BriefedCell } from "./cell-metrics";
import type { MetricList, Origin } from "./metric-list";
import type { PayloadInsight } from "./payload";

/** Labels of months, in the order of the insight's metrics; the second name of a month is a year earlier. */
const MONTHLY = new Set([
  "Revenue of the month",
  "Last complete month",
  "The month before",
  "2 months before",
  "3 months before",
]);
const YEAR_BEFORE = "A year before";
const OF_SHOP = new Set(["Returned in the shop", "Months"]);

/** What products are called, by id, in every result that says it. */
export function productNames(cells: readonly BriefedCell[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { result } of cells) {
    for (const row of result.rows) {
      const name = row.product ?? row.product_name ?? null;
      if (row.product_id !== null && row.product_id !== undefined && name !== null)
        names.set(String(row.product_id), String(name));
    }
  }
  return names;
}

/** Complete months as the insights saw them, the newest first. */
function monthsOf(cells: readonly BriefedCell[]): string[] {
  const rows = cells.find(({ analysis }) => analysis === "insights")?.result.rows ?? [];
  return rows.flatMap(({ scope, month }) =>
    scope === "month" && typeof month === "string" ? [month.slice(0, 7)] : [],
  );
}

function originOf(
  insight: Insight,
  analysis: string,
  column: string,
  cells: readonly BriefedCell[],
  name: string,
): Origin {
  const cell = cells.find((each) => each.analysis === analysis);
  const at = cell?.result.rows.findIndex(
    (row) =>
      (insight.productId !== null && row.product_id === insight.productId) ||
      (name !== "" && (row.product === name || row.category === name)),
  );
  return { cell: cell?.name ?? analysis, column, row: at === undefined || at < 0 ? null : at };
}

/** Adds what an insight rests on, and the sum at stake. */
export function addInsight(
  list: MetricList,
  insight: Insight,
  cells: readonly BriefedCell[],
  names: ReadonlyMap<string, string>,
): PayloadInsight {
  const { rule, insightId, productId, supportingMetrics, moneyAtStake } = insight;
  const about = insightId === rule ? "" : insightId.slice(rule.length + 1);
  const name = productId === null ? about : (names.get(productId) ?? about);
  const of = name === "" ? null : list.nameId(name, productId === null ? "category" : "product", productId);
  const months = monthsOf(cells);
  const seen = new Map<string, number>();
  const ids: (string | null)[] = supportingMetrics.map(({ name: column, label, unit, value, cell }) => {
    const isYearBefore = label === YEAR_BEFORE;
    const isMonthly = isYearBefore || (MONTHLY.has(label) && column === "value");
    const order = isYearBefore ? "before" : "now";
    const at = seen.get(order) ?? 0;
    if (isMonthly) seen.set(order, at + 1);
    const period = isMonthly ? (months[isYearBefore ? at + 12 : at] ?? null) : null;
    const origin = originOf(insight, cell, column, cells, name);
    return list.add({ label, unit, value, period, of: OF_SHOP.has(label) ? null : of, origin });
  });
  if (moneyAtStake !== null && moneyAtStake > 0) {
    const origin = { cell: "insights", column: insightId, row: null };
    ids.push(list.add({ label: "At stake", unit: "money", value: Number(moneyAtStake.toFixed(2)), of, origin }));
  }
  return {
    rule,
    category: insight.category,
    confidence: insight.confidence.level,
    of,
    metrics: [...new Set(ids.flatMap((id) => id ?? []))].slice(0, 12),
  };
}
