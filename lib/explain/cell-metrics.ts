import type { Column, Value } from "@/lib/query/column";
import type { Result, Row } from "@/lib/query/result";
import type { MetricList } from "./metric-list";
import type { PayloadName } from "./payload";
import { knownLabels } from "./vocabulary";

/** A cell with a result: what it asks, how, and what came out. */
export interface BriefedCell {
  name: string;
  analysis: string;
  params: Readonly<Record<string, Value>>;
  result: Pick<Result, "columns" | "rows">;
}

const DAY_MS = 86_400_000;
const PRODUCT = /^product(_name)?$/;
const KEYS = new Set(["product", "product_name", "category", "period", "period_start", "cohort", "cohort_month"]);
/** Figures that say again what others say, or that only charts need. */
const LEFT_OUT =
  /^(previous_value|same_period_last_year|rank|(?:index|hour|month)_\d\d|unit_price|first_day|as_of|last_day|low|high)$/;
/** Words of Lucid's own that tell rows apart, or what the file holds. */
const isDimension = ({ name, kind, hidden }: Column) =>
  !hidden &&
  kind === "text" &&
  !/^(abc_class|evidence|peak_months|low_months|velocity|age_band|trend|scope|period|type|method|largest)$/.test(name);

function lastDayOf(start: string, grain: Value): string {
  const first = new Date(`${start}T00:00:00Z`);
  const months = grain === "quarter" ? 3 : 12;
  const end =
    grain === "week" ? first.getTime() + 6 * DAY_MS : Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 0);
  return new Date(end).toISOString().slice(0, 10);
}

/** The period of a row: "2026-06" of a month, the day of a day, both ends of a week, quarter or year. */
function periodOf(row: Row, { params }: BriefedCell): string | null {
  if (typeof row.period === "string" && /^\d{4}-\d{2}$/.test(row.period))
    return row.scope === "all" ? null : row.period;
  const start = row.period_start ?? row.cohort_month ?? null;
  if (typeof start !== "string") return null;
  const grain = params.grain ?? "month";
  if (grain === "month") return start.slice(0, 7);
  return grain === "day" ? start.slice(0, 10) : `${start.slice(0, 10)}..${lastDayOf(start.slice(0, 10), grain)}`;
}

function nameOf(row: Row, cell: BriefedCell): { name: string; what: PayloadName["what"] } | null {
  const dimensions = cell.result.columns.filter(isDimension);
  const product = dimensions.find(({ name }) => PRODUCT.test(name));
  const [first] = dimensions;
  if (!first) return null;
  if (product)
    return { name: String(row[product.name] ?? ""), what: cell.params.by === "category" ? "category" : "product" };
  if (first.name === "category") return { name: String(row.category ?? ""), what: "category" };
  const pair = dimensions.filter(({ name }) => /_product$/.test(name)).map(({ name }) => String(row[name] ?? ""));
  if (pair.length > 0) return { name: pair.join(" + "), what: "product" };
  // The first text alone: further ones may be values of the file, as the least and most of a column are.
  return { name: String(row[first.name] ?? ""), what: cell.analysis === "profile" ? "column" : "group" };
}

const isFigure = ({ name, kind, hidden, label }: Column) =>
  !hidden && !KEYS.has(name) && !LEFT_OUT.test(name) && knownLabels.has(label) && kind !== "text" && kind !== "boolean";

/** Adds the figures of a cell's first rows (the last of a time line); a row that adds up others is left out. */
export function addCell(list: MetricList, cell: BriefedCell, most: number): void {
  const { columns, rows } = cell.result;
  const whole = rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => row.is_rest !== true && row.complete !== false && row.observed !== true);
  if (most === 0) return;
  const counts = new Map<string, number>();
  /** The product's id; without one, the second of a name is another. */
  const keyOf = (row: Row, name: string) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (typeof row.product_id === "string") return row.product_id;
    return count === 1 ? null : `${cell.name} ${count}`;
  };
  const isTimeLine = columns.some(({ name }) => name === "period_start");
  for (const { row, at } of isTimeLine ? whole.slice(-most) : whole.slice(0, most)) {
    const named = nameOf(row, cell);
    const of = named && named.name !== "" ? list.nameId(named.name, named.what, keyOf(row, named.name)) : null;
    if (named && of === null) continue;
    const period = periodOf(row, cell);
    for (const { name, label, unit } of columns.filter(isFigure)) {
      list.add({
        label,
        unit,
        value: row[name] ?? null,
        period,
        of,
        origin: { cell: cell.name, column: name, row: at },
      });
    }
  }
}
