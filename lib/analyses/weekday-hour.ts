import { column, type Unit } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/weekday-hour.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { leadersOf, plural, sentence, strong } from "./span";

const METRICS = {
  revenue: { unit: "money", label: "Revenue" },
  quantity: { unit: "quantity", label: "Units" },
  orders: { unit: "count", label: "Orders" },
} as const satisfies Record<string, { unit: Unit; label: string }>;

const hour = (start: string) => column.decimal({ label: start, unit: "money" });
const isHour = (name: string) => name.startsWith("hour_");

/** The columns of the hours from the first to the last in which anything was sold. */
function openHours(rows: readonly Row[], names: readonly string[]): string[] {
  const used = names.map((name) => rows.some((row) => row[name] !== null && Number(row[name]) !== 0));
  return names.slice(used.indexOf(true), used.indexOf(true) === -1 ? 0 : used.lastIndexOf(true) + 1);
}

/** When do people buy? Days of the week by hours. METRICS: beyond the seven. */
export const weekdayHour = defineAnalysis({
  name: "weekday_hour",
  title: "Weekdays and hours",
  question: "When do people buy?",
  query: defineQuery({
    name: "weekday_hour",
    text: sql,
    params: {
      metric: param.choice({
        label: "Metric",
        default: "revenue",
        choices: { revenue: "revenue", quantity: "quantity", orders: "orders" },
      }),
      period: param.period(),
    },
    row: {
      weekday: column.text({ label: "Day" }),
      value: column.decimal({ label: "Value", unit: "money" }),
      share: column.double({ label: "Share", unit: "share", parts: true }),
      days: column.integer({ label: "Days", unit: "count" }),
      average: column.decimal({ label: "Average a day", unit: "money" }),
      hour_00: hour("0:00"),
      hour_01: hour("1:00"),
      hour_02: hour("2:00"),
      hour_03: hour("3:00"),
      hour_04: hour("4:00"),
      hour_05: hour("5:00"),
      hour_06: hour("6:00"),
      hour_07: hour("7:00"),
      hour_08: hour("8:00"),
      hour_09: hour("9:00"),
      hour_10: hour("10:00"),
      hour_11: hour("11:00"),
      hour_12: hour("12:00"),
      hour_13: hour("13:00"),
      hour_14: hour("14:00"),
      hour_15: hour("15:00"),
      hour_16: hour("16:00"),
      hour_17: hour("17:00"),
      hour_18: hour("18:00"),
      hour_19: hour("19:00"),
      hour_20: hour("20:00"),
      hour_21: hour("21:00"),
      hour_22: hour("22:00"),
      hour_23: hour("23:00"),
      has_times: column.boolean({ label: "Has times", hidden: true }),
      has_sales: column.boolean({ label: "Has sales", hidden: true }),
    },
  }),
  phrase: [{ param: "metric" }, " by day of the week and hour in ", { param: "period" }],
  columns(columns, rows, _, params) {
    const hours = openHours(rows, columns.map((each) => each.name).filter(isHour));
    const { unit, label } = METRICS[params.metric];
    return columns.map((each) => ({
      ...each,
      unit: each.unit !== "money" ? each.unit : each.name === "average" && unit === "count" ? "rate" : unit,
      label: each.name === "value" ? label : each.label,
      hidden: each.hidden || (isHour(each.name) && !hours.includes(each.name)),
    }));
  },
  chart(_, rows) {
    if (rows[0]?.has_sales !== true) return null;
    const hours = openHours(rows, Object.keys(rows[0]).filter(isHour));
    return rows[0].has_times && hours.length > 0
      ? { type: "heat", label: "weekday", values: hours, per: "map" }
      : { type: "bars", label: "weekday", value: "average" };
  },
  totals: (rows) =>
    rows[0]?.has_sales !== true
      ? null
      : {
          weekday: "Total",
          value: sumDecimals(rows.map((row) => row.value)),
          share: rows.some((row) => row.share !== null) ? 1 : null,
          days: rows.reduce((sum, row) => sum + (row.days ?? 0), 0),
        },
  answer(rows, params, _, say) {
    const average = (row: (typeof rows)[number]) => Number(row.average);
    const best = rows.toSorted((a, b) => average(b) - average(a));
    const [first] = best;
    if (first?.has_sales !== true) return [];
    if (average(first) <= 0) return first.value === null ? [] : sentence`No day of the week comes out above zero.`;
    const leaders = leadersOf(best, (row) => row.weekday, average);
    const size = params.metric === "revenue" ? say.money(first.average ?? 0) : say.quantity(first.average ?? 0);
    const what =
      params.metric === "revenue"
        ? ""
        : ` ${plural(Number(average(first).toFixed(3)), params.metric === "orders" ? "order" : "unit")}`;
    const isOne = leaders.length === 1;
    const days = rows.filter((row) => (row.days ?? 0) > 0).length;
    const day =
      days === 1
        ? sentence`All sales were on a ${strong(first.weekday ?? "")}, ${size}${what} on average`
        : sentence`${strong(leaders.join(" and "))} ${isOne ? "is the strongest day" : "are the strongest days"}, ${size}${what} on average`;
    if (first.has_times !== true) return [...day, ...sentence`.`];
    const hours = Object.keys(first).filter(isHour) as `hour_${number}`[];
    const sums = hours.map((name) => sumDecimals(rows.map((row) => row[name as "hour_00"])));
    const peak = sums.reduce((top, sum, at) => (Number(sum) > Number(sums[top]) ? at : top), 0);
    return [...day, ...sentence`; the busiest hour is ${strong(`${peak}:00 to ${peak + 1}:00`)}.`];
  },
  compares: ({ metric, period }, facts) =>
    metric === "orders" && !facts.hasTransaction
      ? null
      : { measure: metric === "quantity" ? "units" : metric, span: period },
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see when people buy."];
    if (params.metric === "orders" && !facts.hasTransaction) {
      return ["Orders are unknown because the file has no transaction or invoice column. Choose revenue."];
    }
    if (rows[0]?.has_sales !== true) return ["Nothing was sold in this period. Choose another period."];
    if (rows[0].has_times) return [];
    return [
      "The sales have dates but no times, so only days of the week can be told. A file with times adds the hours.",
    ];
  },
});
