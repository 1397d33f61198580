import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { type Decimal, decimalToNumber } from "@/lib/std/decimal";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/profitability.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { leadersOf, plural, sentence, strong } from "./span";

function number(value: Decimal | null): number {
  return value === null ? 0 : decimalToNumber(value);
}

/** The part of the revenue whose cost is known, 0-1; null when there is no revenue to speak of. */
function coverage(covered: number, revenue: number): number | null {
  return revenue > 0 ? Math.min(Math.max(covered / revenue, 0), 1) : null;
}

const NEEDS_COST = new Set(["cost", "profit", "margin_percent", "cost_coverage"]);

/** A loss that is written as one; less is nothing at all. */
const LEAST_LOSS = 0.005;

/** What earns? Only lines with a known cost enter cost, profit and margin. METRICS: profitability. */
export const profitability = defineAnalysis({
  name: "profitability",
  title: "Profitability",
  question: "What earns?",
  query: defineQuery({
    name: "profitability",
    text: sql,
    params: {
      by: param.choice({ label: "By", default: "product", choices: { product: "product", category: "category" } }),
      period: param.period(),
    },
    row: {
      rank: column.integer({ label: "#", unit: "rank" }),
      product: column.text({ label: "Product" }),
      revenue: column.decimal({ label: "Revenue", unit: "money" }),
      cost: column.decimal({ label: "Cost", unit: "money" }),
      profit: column.decimal({ label: "Profit", unit: "money" }),
      margin_percent: column.double({ label: "Margin", unit: "percent" }),
      cost_coverage: column.double({ label: "Cost known for", unit: "share" }),
      covered_revenue: column.decimal({ label: "Revenue with known cost", unit: "money", hidden: true }),
    },
  }),
  phrase: ["Profit by ", { param: "by" }, " in ", { param: "period" }],
  columns: (columns, rows, _, params) => {
    const unknown = rows.every((row) => row.profit === null);
    return columns.map((each) => {
      if (unknown && NEEDS_COST.has(each.name)) return { ...each, hidden: true };
      return params.by === "category" && each.name === "product" ? { ...each, label: "Category" } : each;
    });
  },
  chart: (_, rows) =>
    rows.some((row) => row.profit !== null) ? { type: "bars", label: "product", value: "profit" } : null,
  totals(rows) {
    if (rows.length === 0) return null;
    const known = rows.some((row) => row.profit !== null);
    const covered = number(sumDecimals(rows.map((row) => row.covered_revenue)));
    const profit = sumDecimals(rows.map((row) => row.profit));
    const revenue = sumDecimals(rows.map((row) => row.revenue));
    return {
      product: "Total",
      revenue,
      cost: known ? sumDecimals(rows.map((row) => row.cost)) : null,
      profit: known ? profit : null,
      margin_percent: known && covered > 0 ? (100 * number(profit)) / covered : null,
      cost_coverage: coverage(covered, number(revenue)),
    };
  },
  answer(rows, params, _, say) {
    const known = rows.filter((row) => row.profit !== null);
    const [first] = known;
    if (!first) return [];
    const profit = sumDecimals(known.map((row) => row.profit));
    const covered = number(sumDecimals(known.map((row) => row.covered_revenue)));
    if (number(profit) === 0) return sentence`Neither profit nor loss: what came in is what it cost.`;
    const losing = known.filter((row) => number(row.profit) <= -LEAST_LOSS).length;
    const earned = number(profit) >= 0;
    const amount = strong(say.moneyShort(profit.replace("-", "")));
    const margin = earned && covered > 0 ? ` at a margin of ${say.percent((100 * number(profit)) / covered)}` : "";
    const things = params.by === "category" ? plural(losing, "category", "categories") : plural(losing, "product");
    const loss = losing > 0 ? `; ${say.count(losing)} ${things} ${losing === 1 ? "loses" : "lose"} money` : "";
    const total = sentence`A ${earned ? "profit" : "loss"} of ${amount}${margin}`;
    if (known.length === 1 || number(first.profit) <= 0) return [...total, ...sentence`${loss}.`];
    const leaders = leadersOf(
      known,
      (row) => row.product,
      (row) => row.profit,
    );
    const earn = leaders.length === 1 ? "earns" : "earn";
    return [...total, ...sentence`; ${strong(leaders.join(" and "))} ${earn} most${loss}.`];
  },
  compares: ({ period }, facts) => (facts.hasCost ? { measure: "profit", span: period } : null),
  notes: (rows, _, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see what earns."];
    if (rows.length === 0) return ["Nothing was sold in this period. Choose another period."];
    if (!rows.some((row) => row.profit !== null)) {
      return [
        "Cost is unknown for every product, so only revenue can be shown. Add a unit cost column to the sales, a product list or the stock list to see profit and margin.",
      ];
    }
    const covered = number(sumDecimals(rows.map((row) => row.covered_revenue)));
    const revenue = number(sumDecimals(rows.map((row) => row.revenue)));
    const known = coverage(covered, revenue);
    if (known === null || known === 1) return [];
    const percent = known < 0.01 ? "less than 1" : Math.floor(100 * known);
    return [`Cost is known for ${percent}% of the revenue; the rest is shown but does not count as profit.`];
  },
});
