import { byText, dayNumber, groupBy, type Line, spanOf, sum, unique, type WholeShop } from "./whole-shop";

const dayOf = (line: Line) => dayNumber(line.sold_at.slice(0, 10));
const monthOf = (line: Line) => Number(line.sold_at.slice(0, 4)) * 12 + Number(line.sold_at.slice(5, 7)) - 1;
const monthText = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
const bought = (lines: readonly Line[]) => lines.filter((line) => line.quantity > 0);
const byCustomer = (lines: readonly Line[]) =>
  groupBy(
    lines.filter((line) => line.customer_id),
    (line) => line.customer_id ?? "",
  );

/** METRICS: customers by fifths of recency, frequency and money; segments by name. */
export function customerSegments(shop: WholeShop) {
  const span = spanOf(shop.sales);
  const customers = [...byCustomer(shop.sales)].map(([id, lines]) => {
    const days = bought(lines).map(dayOf);
    const orders = unique(bought(lines).flatMap((line) => line.transaction_id ?? [])).length;
    return {
      id,
      last: days.length > 0 ? Math.max(...days) : Number.NEGATIVE_INFINITY,
      orders: orders > 0 ? orders : unique(days).length,
      revenue: sum(lines.map((line) => line.amount)),
    };
  });
  const fifth = (key: "last" | "orders" | "revenue") => (one: (typeof customers)[number]) =>
    1 + Math.floor((5 * customers.filter((other) => other[key] < one[key]).length) / customers.length);
  const [recency, frequency, money] = [fifth("last"), fifth("orders"), fifth("revenue")];
  const segmentOf = (one: (typeof customers)[number]) => {
    const [r, f, m] = [recency(one), frequency(one), money(one)];
    if (r <= 2) return f >= 4 || m >= 4 ? "At risk" : "Gone quiet";
    if (r >= 4 && f >= 4 && m >= 4) return "Champions";
    if (f >= 4) return "Loyal";
    return m >= 4 ? "Big spenders" : "Newer or occasional";
  };
  return new Map(
    [...groupBy(customers, segmentOf)].map(([segment, members]) => {
      const days = members.flatMap(({ last }) => (Number.isFinite(last) && span ? [span.last - last] : []));
      const row = {
        customers: members.length,
        customer_share: members.length / customers.length,
        revenue: sum(members.map(({ revenue }) => revenue)),
        average_orders: sum(members.map(({ orders }) => orders)) / members.length,
        average_days: days.length > 0 ? sum(days) / days.length : null,
        largest: members
          .toSorted((a, b) => b.revenue - a.revenue || byText(b.id, a.id))
          .slice(0, 3)
          .map(({ id }) => id)
          .join(", "),
      };
      return [segment, row] as const;
    }),
  );
}

/** METRICS: cohorts; by month, their customers and the share that came back in each of the twelve months after. */
export function cohorts(shop: WholeShop) {
  const span = spanOf(shop.sales);
  const customers = [...byCustomer(bought(shop.sales)).values()].map((lines) => unique(lines.map(monthOf)));
  const isOver = (month: number) => span !== null && dayNumber(`${monthText(month + 1)}-01`) - 1 <= span.last;
  return [...groupBy(customers, (months) => String(Math.min(...months)))]
    .map(([cohort, members]) => ({ cohort: Number(cohort), members }))
    .sort((a, b) => a.cohort - b.cohort)
    .map(({ cohort, members }) => {
      const later = Array.from({ length: 12 }, (_, at) => {
        const month = cohort + at + 1;
        const came = members.filter((months) => months.includes(month)).length;
        return [`month_${String(at + 1).padStart(2, "0")}`, isOver(month) ? came / members.length : null] as const;
      });
      return { cohort: monthText(cohort), customers: members.length, ...Object.fromEntries(later) };
    });
}

/** METRICS: baskets; pairs by their ids, sorted, joined by a plus. */
export function baskets(shop: WholeShop, least: number) {
  const all = [
    ...groupBy(
      bought(shop.sales).filter((line) => line.transaction_id),
      (line) => line.transaction_id ?? "",
    ).values(),
  ].map((lines) => unique(lines.map((line) => line.product_id)).sort(byText));
  const holding = (...ids: string[]) => all.filter((basket) => ids.every((id) => basket.includes(id))).length;
  const ids = unique(all.flat()).sort(byText);
  const pairs = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const));
  return new Map(
    pairs.flatMap(([a, b]) => {
      const together = holding(a, b);
      const rarer = Math.min(holding(a), holding(b));
      const lift = (together * all.length) / (holding(a) * holding(b));
      const row = { baskets: together, support: together / all.length, confidence: together / rarer, lift };
      return together >= least ? [[`${a}+${b}`, row] as const] : [];
    }),
  );
}
