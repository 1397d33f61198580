import { periodLabel } from "@/components/chart/period-label";
import { type Change, type OverviewMetric, OverviewView } from "@/components/notebook/overview-view";
import { dayLabel, monthLabel } from "@/components/notebook/param-control";
import type { Facts } from "@/lib/analyses/analysis";
import { changePercent } from "@/lib/analyses/comparison-words";
import type { Format } from "@/lib/query/format";
import type { Result, Row } from "@/lib/query/result";

interface OverviewCellProps {
  result: Result;
  facts: Facts;
  format: Format;
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

/** The rows of the overview as big values: the last complete month with its changes, then all the data. */
export function OverviewCell({ result, facts, format }: OverviewCellProps) {
  const scope = (name: string) => result.rows.find((row) => row.scope === name);
  const whole = scope("all");
  const month = scope("month");
  if (!whole) return null;

  const metricOf = (row: Row, name: string, changes: readonly Change[], suffix = ""): OverviewMetric[] => {
    const column = result.columns.find((each) => each.name === name);
    if (!column) return [];
    const period = typeof row.period === "string" ? row.period : null;
    const lessIsBetter = name.startsWith("returned");
    return [
      { metric: name, label: column.label + suffix, value: row[name] ?? null, column, period, changes, lessIsBetter },
    ];
  };

  const nameOf = (row: Row) => monthLabel(String(row.period), format.locale);
  const changesOf = (name: string): Change[] => {
    const compared = [scope("previous"), scope("last_year")].flatMap((row): Change[] => {
      if (!row || !month) return [];
      const percent = changePercent(month[name], row[name]);
      const detail = percent === null ? `${nameOf(row)} had nothing to compare with.` : `Compared with ${nameOf(row)}.`;
      return [{ percent, against: `on ${nameOf(row)}`, detail }];
    });
    if (compared.length > 0 || !facts.firstDay) return compared;
    const start = dayLabel(facts.firstDay, format.locale);
    const detail = `The data begins on ${start}, so there is no month before to compare with.`;
    return [{ percent: null, against: "on the month before", detail }];
  };

  const monthWord = month ? `, ${periodLabel(`${month.period}-01`, "month", format.locale, true)}` : "";
  return (
    <OverviewView
      big={month ? BIG.flatMap((name, at) => metricOf(month, name, changesOf(name), at === 0 ? monthWord : "")) : []}
      whole={WHOLE.flatMap((name) => metricOf(whole, name, []))}
      wholeLabel={
        facts.firstDay && facts.asOf
          ? `All the data, ${dayLabel(facts.firstDay, format.locale)} to ${dayLabel(facts.asOf, format.locale)}`
          : "All the data"
      }
      format={format}
    />
  );
}
