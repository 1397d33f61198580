import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/seasonality.sql?raw";
import { completeMonths } from "./complete-months";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

const month = (label: string) => column.double({ label, unit: "index" });

const LEAST_MONTHS = 6;
/** Sales of a product over 24 months or more, as in sql/model/product-seasons.sql. */
const LEAST_SALES = 12;

const MONTHS: Readonly<Record<string, string>> = {
  Jan: "January",
  Feb: "February",
  Mar: "March",
  Apr: "April",
  May: "May",
  Jun: "June",
  Jul: "July",
  Aug: "August",
  Sep: "September",
  Oct: "October",
  Nov: "November",
  Dec: "December",
};

/** What is said of products without a score. */
function leftOut(count: number): string[] {
  if (count === 0) return [];
  const are = `${count} ${plural(count, "product")} with fewer than ${LEAST_SALES} sales ${count === 1 ? "is" : "are"} left out`;
  return [`${are}: so few cannot tell a season.`];
}

/**
 * Which products have a season? With 24 complete months or more the strength of Hyndman & Athanasopoulos,
 * Forecasting: Principles and Practice, 3rd ed., 4.3; else the coefficient of variation. METRICS: seasonality.
 */
export const seasonality = defineAnalysis({
  name: "seasonality",
  title: "Seasonality",
  question: "Which products have a season?",
  query: defineQuery({
    name: "seasonality",
    text: sql,
    params: { min_score: param.decimal({ label: "Minimum score", default: 0.3, min: 0, max: 1 }) },
    row: {
      product: column.text({ label: "Product" }),
      category: column.text({ label: "Category" }),
      score: column.double({ label: "Score", unit: "score" }),
      evidence: column.text({ label: "Evidence" }),
      peak_months: column.text({ label: "Peak" }),
      low_months: column.text({ label: "Low" }),
      months_observed: column.integer({ label: "Months", unit: "count" }),
      index_01: month("Jan"),
      index_02: month("Feb"),
      index_03: month("Mar"),
      index_04: month("Apr"),
      index_05: month("May"),
      index_06: month("Jun"),
      index_07: month("Jul"),
      index_08: month("Aug"),
      index_09: month("Sep"),
      index_10: month("Oct"),
      index_11: month("Nov"),
      index_12: month("Dec"),
      product_id: column.text({ label: "Product ID", hidden: true }),
      quantity: column.double({ label: "Units", unit: "quantity", hidden: true }),
      left_out: column.integer({ label: "Left out", unit: "count", hidden: true }),
    },
  }),
  phrase: ["Products with a seasonal score of at least ", { param: "min_score" }],
  columns: (columns, _, facts) =>
    columns.map((each) => (each.name === "category" && !facts.hasCategory ? { ...each, hidden: true } : each)),
  chart: () => ({ type: "month-map", label: "product", prefix: "index_" }),
  totals: () => null,
  answer(rows, _, facts, say) {
    if (rows.length === 0) return completeMonths(facts) < LEAST_MONTHS ? [] : sentence`No product shows a season.`;
    const seasonal = rows.filter((row) => row.peak_months !== null);
    const [first] = seasonal;
    if (!first) return sentence`No product has a month that stands out.`;
    const peak = (first.peak_months ?? "").split(", ").map((short) => MONTHS[short] ?? short);
    const names = peak.length > 1 ? `${peak.slice(0, -1).join(", ")} and ${peak.at(-1)}` : (peak[0] ?? "");
    const product = strong(first.product ?? "");
    if (seasonal.length === 1) return sentence`${product} stands out in ${names}.`;
    const count = strong(`${say.count(seasonal.length)} ${plural(seasonal.length, "product")}`);
    return sentence`${count} have months that stand out; ${product} most of all, in ${names}.`;
  },
  notes: (rows, _, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see seasons."];
    const observed = completeMonths(facts);
    if (observed < LEAST_MONTHS) {
      const has = observed === 0 ? "none" : String(observed);
      return [
        `It takes at least ${LEAST_MONTHS} complete months to tell a season, and the data has ${has}. Add older sales.`,
      ];
    }
    const chance = "Months that differ no more than chance explains score low.";
    if (rows.length === 0) {
      const reached = "None reaches this score. Choose a lower minimum to see more.";
      return [`${reached} ${observed < 24 ? chance : `Products with fewer than ${LEAST_SALES} sales are left out.`}`];
    }
    if (observed >= 24) {
      const once = `With ${observed} complete months, most calendar months could be judged only once, so scores run high. Three years tell more.`;
      return [...(observed < 36 ? [once] : []), ...leftOut(rows[0]?.left_out ?? 0)];
    }
    if (observed >= 12) {
      return [
        `One cycle only: ${observed} complete months cannot tell a season from a single good month; two years can. ${chance}`,
      ];
    }
    return [
      `Part of a cycle: only ${observed} complete months, so months that were not seen yet are empty. ${chance} Add older sales.`,
    ];
  },
});
