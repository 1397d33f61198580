import { categoryOf, DAY, dayNumber, groupBy, type Line, spanOf, sum, unique, type WholeShop } from "./whole-shop";

export type ComparedGrain = "month" | "quarter" | "year";
export type Against = "previous" | "year_before";

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const monthsLater = (day: number, months: number) => {
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY;
};

/** The newest complete period and the one it is compared with, each as first day and the day after its last. */
function comparedPeriods(shop: WholeShop, grain: ComparedGrain, against: Against) {
  const span = spanOf(shop.sales);
  if (!span) return null;
  const size = MONTHS[grain];
  const end = new Date((span.last + 1) * DAY);
  const to = Date.UTC(end.getUTCFullYear(), Math.floor(end.getUTCMonth() / size) * size, 1) / DAY;
  const from = monthsLater(to, -size);
  const back = against === "previous" ? size : 12;
  const before = { from: monthsLater(from, -back), to: monthsLater(from, size - back) };
  return {
    now: from >= span.first ? { from, to } : null,
    before: from >= span.first && before.from >= span.first ? before : null,
  };
}

const linesIn = (shop: WholeShop, period: { from: number; to: number } | null) =>
  shop.sales.filter((line) => {
    const day = dayNumber(line.sold_at.slice(0, 10));
    return period !== null && day >= period.from && day < period.to;
  });
const revenueOf = (lines: readonly Line[]) => sum(lines.map((line) => line.amount));

/** METRICS: category mix, by category. */
export function categoryMix(shop: WholeShop, grain: ComparedGrain, against: Against) {
  const periods = comparedPeriods(shop, grain, against);
  if (!periods?.now) return new Map<string, never>();
  const [now, before] = [linesIn(shop, periods.now), linesIn(shop, periods.before)];
  const nameOf = (line: Line) => line.category ?? categoryOf(shop, line.product_id) ?? "(no category)";
  const of = (lines: readonly Line[], category: string) => revenueOf(lines.filter((line) => nameOf(line) === category));
  const part = (value: number, whole: number) => (whole > 0 ? value / whole : null);
  return new Map(
    unique([...now, ...before].map(nameOf)).map((category) => {
      const [revenue, previous] = [of(now, category), of(before, category)];
      const [share, previous_share] = [part(revenue, revenueOf(now)), part(previous, revenueOf(before))];
      const row = {
        revenue,
        share,
        previous_revenue: periods.before ? previous : null,
        previous_share,
        share_change: share === null || previous_share === null ? null : 100 * (share - previous_share),
      };
      return [category, row] as const;
    }),
  );
}

/** METRICS: price, volume and mix; the steps by name, as textbooks have them, not rounded. */
export function priceVolumeMix(shop: WholeShop, grain: ComparedGrain, against: Against) {
  const periods = comparedPeriods(shop, grain, against);
  if (!periods?.before) return null;
  const [now, before] = [linesIn(shop, periods.now), linesIn(shop, periods.before)];
  const [nowBy, beforeBy] = [groupBy(now, (line) => line.product_id), groupBy(before, (line) => line.product_id)];
  const quantityOf = (lines: readonly Line[]) => sum(lines.map((line) => line.quantity));
  const products = unique([...nowBy.keys(), ...beforeBy.keys()]).map((id) => {
    const [after, old] = [nowBy.get(id), beforeBy.get(id)];
    return {
      isNew: !old,
      isGone: !after,
      q0: quantityOf(old ?? []),
      r0: revenueOf(old ?? []),
      q1: quantityOf(after ?? []),
      r1: revenueOf(after ?? []),
    };
  });
  const pairs = products.filter((each) => !each.isNew && !each.isGone);
  const both = pairs.filter(({ q0, q1 }) => q0 > 0 && q1 > 0);
  const returned = pairs.filter(({ q0, q1 }) => q0 <= 0 || q1 <= 0);
  const of = (rows: typeof products, key: "q0" | "r0" | "q1" | "r1") => sum(rows.map((row) => row[key]));
  const meanPrice = both.length > 0 ? of(both, "r0") / of(both, "q0") : 0;
  return {
    before: revenueOf(before),
    volume: (of(both, "q1") - of(both, "q0")) * meanPrice,
    price: sum(both.map(({ q0, r0, q1, r1 }) => (r1 / q1 - r0 / q0) * q1)),
    mix: sum(both.map(({ q0, r0, q1 }) => (r0 / q0 - meanPrice) * q1)),
    "new products": of(
      products.filter((each) => each.isNew),
      "r1",
    ),
    "products no longer sold": -of(
      products.filter((each) => each.isGone),
      "r0",
    ),
    ...(returned.length > 0 ? { "products mostly returned": of(returned, "r1") - of(returned, "r0") } : {}),
    after: revenueOf(now),
  };
}
