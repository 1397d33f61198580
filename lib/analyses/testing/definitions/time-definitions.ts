import {
  averageOrder,
  categoryOf,
  costOf,
  DAY,
  dayNumber,
  dayText,
  groupBy,
  type Line,
  ordersOf,
  percent,
  spanOf,
  sum,
  type WholeShop,
} from "./whole-shop";

type Grain = "day" | "week" | "month" | "quarter";

function periodStart(day: number, grain: Grain): number {
  const date = new Date(day * DAY);
  if (grain === "day") return day;
  if (grain === "week") return day - ((date.getUTCDay() + 6) % 7);
  const month = grain === "month" ? date.getUTCMonth() : Math.floor(date.getUTCMonth() / 3) * 3;
  return Date.UTC(date.getUTCFullYear(), month, 1) / DAY;
}

function nextPeriod(start: number, grain: Grain): number {
  if (grain === "day") return start + 1;
  return periodStart(start + (grain === "week" ? 7 : grain === "month" ? 32 : 95), grain);
}

function yearBefore(start: number, grain: Grain): number {
  if (grain === "week") return start - 364;
  const date = new Date(start * DAY);
  const [year, month, day] = [date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate()];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day, lastDay)) / DAY;
}

/** METRICS: trends, with `stable` in whole percent. */
export function trends(
  shop: WholeShop,
  params: {
    metric: "revenue" | "quantity" | "orders" | "profit" | "average_order_value";
    grain: Grain;
    periods: number;
    stable: number;
    category?: string;
    store?: string;
  },
) {
  const span = spanOf(shop.sales);
  if (!span) return [];
  const { grain, metric, category = "all", store = "all" } = params;
  const sales = shop.sales.filter(
    (line) =>
      (store === "all" || line.store === store) &&
      (category === "all" || (line.category ?? categoryOf(shop, line.product_id)) === category),
  );
  const inPeriod = groupBy(sales, (line) => String(periodStart(dayNumber(line.sold_at.slice(0, 10)), grain)));
  const costKnown = sales.some((line) => costOf(shop, line) !== null);
  const ordersKnown = ordersOf(sales) !== null;
  const measureOf = (lines: readonly Line[]): number | null => {
    if (metric === "revenue") return sum(lines.map((line) => line.amount));
    if (metric === "quantity") return sum(lines.map((line) => line.quantity));
    if (metric === "orders") return !ordersKnown ? null : lines.length === 0 ? 0 : ordersOf(lines);
    if (metric === "average_order_value") return averageOrder(lines);
    const costed = lines.filter((line) => costOf(shop, line) !== null);
    if (!costKnown) return null;
    if (lines.length > 0 && costed.length === 0) return null;
    return sum(costed.map((line) => line.amount - line.quantity * (costOf(shop, line) ?? 0)));
  };
  const periods: { start: number; value: number | null; complete: boolean }[] = [];
  for (let start = periodStart(span.first, grain); start <= span.last; start = nextPeriod(start, grain)) {
    const complete = start >= span.first && nextPeriod(start, grain) - 1 <= span.last;
    periods.push({ start, value: measureOf(inPeriod.get(String(start)) ?? []), complete });
  }
  const rows = periods.map(({ start, value, complete }, index) => {
    const before = periods[index - 1];
    const earlier = periods.find((period) => period.start === yearBefore(start, grain))?.value ?? null;
    const previous = before?.value ?? null;
    const change = value === null || previous === null ? null : value - previous;
    const judged = complete && before?.complete === true && change !== null && previous !== null;
    const steady = judged && 100 * Math.abs(change) <= params.stable * Math.abs(previous);
    return {
      period_start: dayText(start),
      value,
      previous_value: previous,
      stretch_before: periods[index - params.periods]?.value ?? null,
      change_percent: change === null || previous === null ? null : percent(change, previous),
      same_period_last_year: earlier,
      yoy_percent: value === null || earlier === null ? null : percent(value - earlier, earlier),
      trend: !judged ? null : steady ? "stable" : change > 0 ? "up" : "down",
      complete,
    };
  });
  return rows.slice(-params.periods);
}

const mean = (values: readonly number[]) => sum(values) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));

/** METRICS: seasonality; scores by product id, and the twelve month indices (null where no month was seen). */
export function seasonality(shop: WholeShop): Map<string, { score: number; index: (number | null)[] }> {
  const months = trends(shop, { metric: "quantity", grain: "month", periods: 1e9, stable: 0 }).filter(
    (row) => row.complete,
  );
  const scores = new Map<string, { score: number; index: (number | null)[] }>();
  if (months.length < 6) return scores;
  for (const [id, lines] of groupBy(shop.sales, (line) => line.product_id)) {
    const inMonth = (line: Line, month: { period_start: string }) =>
      line.sold_at.slice(0, 7) === month.period_start.slice(0, 7);
    const quantities = months.map((month) =>
      sum(lines.filter((line) => inMonth(line, month)).map((line) => line.quantity)),
    );
    if (sum(quantities) <= 0) continue;
    const sales = lines.filter((line) => line.quantity > 0 && months.some((month) => inMonth(line, month)));
    if (months.length >= 24 && sales.length < 12) continue;
    const ratios = quantities.map((quantity, t) => {
      if (months.length < 24) return quantity / mean(quantities);
      if (t < 6 || t + 6 >= months.length) return null;
      const inner = quantities.slice(t - 5, t + 6);
      const trend = (sum(inner) + (quantities[t - 6] ?? 0) / 2 + (quantities[t + 6] ?? 0) / 2) / 12;
      return trend > 0 ? quantity / trend : null;
    });
    const seen = months.map((month, t) => ({
      calendar: Number(month.period_start.slice(5, 7)),
      ratio: ratios[t] ?? null,
    }));
    const raw = Array.from({ length: 12 }, (_, at) => {
      const own = seen.flatMap(({ calendar, ratio }) => (calendar === at + 1 && ratio !== null ? [ratio] : []));
      return own.length === 0 ? null : mean(own);
    });
    const scale = mean(raw.filter((value) => value !== null));
    const index = raw.map((value) => (value === null || scale <= 1e-9 ? null : value / scale));
    const kept = seen.flatMap(({ calendar, ratio }) =>
      ratio === null ? [] : [{ ratio, season: index[calendar - 1] ?? 0 }],
    );
    const whole = variance(kept.map(({ ratio }) => ratio));
    const rest = variance(kept.map(({ ratio, season }) => ratio - season));
    const strength = whole > 1e-12 ? Math.max(0, 1 - rest / whole) : 0;
    const dayNoise = months.map((month, t) => {
      const open = new Set(shop.sales.filter((line) => inMonth(line, month)).map((line) => line.sold_at.slice(0, 10)));
      const days = [...groupBy(lines, (line) => line.sold_at.slice(0, 10)).values()]
        .filter(([line]) => line !== undefined && inMonth(line, month))
        .map((sold) => sum(sold.map((line) => line.quantity)));
      return open.size === 0 ? 0 : sum(days.map((day) => day ** 2)) - (quantities[t] ?? 0) ** 2 / open.size;
    });
    const noise = Math.max(mean(dayNoise), mean(quantities));
    const swing = Math.min(Math.sqrt(variance(quantities)) / mean(quantities) / 0.5, 1);
    const beyondNoise = Math.min(variance(quantities) / (4 * noise), 1) ** 2;
    scores.set(id, { score: months.length < 24 ? swing * beyondNoise : strength, index });
  }
  return scores;
}
