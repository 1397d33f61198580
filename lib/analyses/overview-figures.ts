import type { Column, Value } from "@/lib/query/column";
import type { Result, Row } from "@/lib/query/result";
import type { Facts } from "./analysis";
import { type ChangeWords, changePercent } from "./comparison-words";
import { dayLabel, monthLabel } from "./value-words";

/** One big value with its changes. */
export interface Figure {
  /** What `data-metric` carries: net_revenue, gross_revenue, returned_amount, units, orders, … */
  metric: string;
  label: string;
  value: Value;
  column: Column;
  /** "2026-06" for a month's figure; null for the whole data set. */
  period: string | null;
  changes: readonly ChangeWords[];
  lessIsBetter?: boolean;
}

/** The overview as figures: the last complete month with its changes, then all the data. */
export interface OverviewFigures {
  big: readonly Figure[];
  whole: readonly Figure[];
  /** "All the data, 1 January 2025 to 30 June 2026". */
  wholeLabel: string;
}

const BIG = ["net_revenue", "units", "orders", "average_order_value", "returned_share"];
const WHOLE = [
  "net_revenue",
  "gross_revenue",
  "returned_amount",
  "units",
  "orders",
  "average_order_value",
  "products",
  "customers",
];

/** The rows of the overview as big values; null without a row of all the data. */
export function overviewFigures(
  { columns, rows }: Pick<Result, "columns" | "rows">,
  { firstDay, asOf }: Pick<Facts, "firstDay" | "asOf">,
  locale: string,
): OverviewFigures | null {
  const scope = (name: string) => rows.find((row) => row.scope === name);
  const whole = scope("all");
  const month = scope("month");
  if (!whole) return null;

  const figureOf = (row: Row, name: string, changes: readonly ChangeWords[], suffix = ""): Figure[] => {
    const column = columns.find((each) => each.name === name);
    if (!column) return [];
    const period = typeof row.period === "string" ? row.period : null;
    const lessIsBetter = name.startsWith("returned");
    return [
      { metric: name, label: column.label + suffix, value: row[name] ?? null, column, period, changes, lessIsBetter },
    ];
  };

  const nameOf = (row: Row) => monthLabel(String(row.period), locale);
  const changesOf = (name: string): ChangeWords[] => {
    const compared = [scope("previous"), scope("last_year")].flatMap((row): ChangeWords[] => {
      if (!row || !month) return [];
      const percent = changePercent(month[name], row[name]);
      const detail = percent === null ? `${nameOf(row)} had nothing to compare with.` : `Compared with ${nameOf(row)}.`;
      return [{ percent, against: `on ${nameOf(row)}`, detail }];
    });
    if (compared.length > 0 || !firstDay) return compared;
    const start = dayLabel(firstDay, locale);
    const detail = `The data begins on ${start}, so there is no month before to compare with.`;
    return [{ percent: null, against: "on the month before", detail }];
  };

  const monthWord = month ? `, ${monthLabel(String(month.period), locale, "short")}` : "";
  return {
    big: month ? BIG.flatMap((name, at) => figureOf(month, name, changesOf(name), at === 0 ? monthWord : "")) : [],
    whole: WHOLE.flatMap((name) => figureOf(whole, name, [])),
    wholeLabel:
      firstDay && asOf ? `All the data, ${dayLabel(firstDay, locale)} to ${dayLabel(asOf, locale)}` : "All the data",
  };
}
