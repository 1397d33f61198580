import { type Change, type OverviewMetric, OverviewView } from "@/components/notebook/overview-view";
import { dayLabel, monthLabel } from "@/components/notebook/param-control";
import type { Facts } from "@/lib/analyses/analysis";
import type { Value } from "@/lib/query/column";
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

function changePercent(now: Value | undefined, before: Value | undefined): number | null {
  if (now === null || now === undefined || before === null || before === undefined) return null;
  const base = Number(before);
  return base === 0 ? null : (100 * (Number(now) - base)) / Math.abs(base);
}

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

  const changesOf = (name: string): Change[] =>
    [scope("previous"), scope("last_year")].flatMap((row) =>
      row && month
        ? [
            {
              percent: changePercent(month[name], row[name]),
              against: `on ${monthLabel(String(row.period), format.locale)}`,
            },
          ]
        : [],
    );

  const monthWord = month ? `, ${monthLabel(String(month.period), format.locale)}` : "";
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
