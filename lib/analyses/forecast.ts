import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/forecast.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { forecastRows, LEAST_PERIODS } from "./forecast-rows";
import { plural, sentence, strong } from "./span";

/** What is to be expected? The better of two methods by its errors of the past. METRICS: beyond the seven. */
export const forecast = defineAnalysis({
  name: "forecast",
  title: "Forecast",
  question: "What is to be expected?",
  query: defineQuery({
    name: "forecast",
    text: sql,
    params: {
      metric: param.choice({
        label: "Metric",
        default: "revenue",
        choices: { revenue: "revenue", quantity: "quantity" },
      }),
      horizon: param.integer({ label: "Horizon", default: 3, min: 1, max: 26 }),
      grain: param.choice({ label: "Grain", default: "month", choices: { month: "months", week: "weeks" } }),
    },
    row: {
      period_start: column.date({ label: "Period" }),
      value: column.decimal({ label: "Value", unit: "money" }),
      low: column.decimal({ label: "Low", unit: "money" }),
      high: column.decimal({ label: "High", unit: "money" }),
      same_period_last_year: column.decimal({ label: "Year before", unit: "money" }),
      observed: column.boolean({ label: "Observed" }),
      method: column.text({ label: "Method" }),
      error: column.double({ label: "Error in the past", unit: "share" }),
      asked: column.boolean({ label: "Asked", hidden: true }),
    },
  }),
  derive: forecastRows,
  phrase: ["The next ", { param: "horizon" }, " ", { param: "grain" }, " of ", { param: "metric" }],
  columns: (columns, rows, _, params) =>
    columns.map((each) => {
      if (each.name === "low" || each.name === "high") {
        const unknown = rows.every((row) => row[each.name as "low"] === null);
        return { ...each, unit: params.metric === "quantity" ? "quantity" : "money", hidden: unknown };
      }
      if (each.name === "method" || each.name === "error") {
        return { ...each, hidden: rows.every((row) => row[each.name as "method"] === null) };
      }
      if (each.unit !== "money") return each;
      const label = params.metric === "quantity" ? "Units" : "Revenue";
      return {
        ...each,
        unit: params.metric === "quantity" ? "quantity" : "money",
        label: each.name === "value" ? label : each.label,
        hidden: each.name === "same_period_last_year" && rows.every((row) => row.same_period_last_year === null),
      };
    }),
  chart: (params, rows) =>
    rows.length < 2
      ? null
      : {
          type: "line",
          x: "period_start",
          value: "value",
          ghost: "same_period_last_year",
          against: "a year before",
          complete: "observed",
          grain: params.grain,
          open: "forecast",
        },
  totals: () => null,
  answer(rows, params, _, say) {
    const next = rows.find((row) => row.observed === false);
    const last = rows.findLast((row) => row.observed === true);
    if (!next?.period_start || !last) return [];
    const month = params.grain === "month";
    const when = month ? say.month(next.period_start) : `The week from ${say.date(next.period_start)}`;
    const expected = Number(next.value);
    const units = `${say.quantity(next.value ?? 0)} ${plural(expected, "unit")}`;
    const amount = params.metric === "quantity" ? units : say.moneyShort(next.value ?? 0);
    const before = Number(last.value);
    const change = before > 0 ? (100 * (expected - before)) / before : null;
    const way =
      change === null || Math.abs(change) < 0.05
        ? ""
        : `, ${say.percent(change)} ${change > 0 ? "above" : "below"} the ${params.grain} before`;
    const error = next.error === null ? "" : `; in the past it missed by ${say.percent(100 * next.error)} on average`;
    return sentence`${when} should bring about ${strong(amount)}${way}, by ${next.method ?? ""}${error}.`;
  },
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see what is to be expected."];
    if (!rows.some((row) => row.observed === false)) {
      if (rows.length >= LEAST_PERIODS) {
        return [`No ${params.grain} of the past is above zero, so there is nothing to go on. Add sales with amounts.`];
      }
      const has = rows.length === 0 ? "none" : String(rows.length);
      return [
        `It takes at least ${LEAST_PERIODS} complete ${plural(2, params.grain)} to look ahead, and the data has ${has}. Add older sales.`,
      ];
    }
    const season = params.grain === "month" ? 24 : 104;
    const notes = ["A forecast goes on as before: it knows of no holidays, offers or new products."];
    if (rows.filter((row) => row.observed === true).length < season) {
      notes.push("Two years of sales would let it know the season.");
    }
    return notes;
  },
});
