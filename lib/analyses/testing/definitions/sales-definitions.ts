import {
  averageOrder,
  byText,
  categoryOf,
  costOf,
  dayText,
  groupBy,
  nameOf,
  newestSale,
  ordersOf,
  sum,
  unique,
  type WholeShop,
} from "./whole-shop";

/** METRICS: best sellers. */
export function bestSellers(
  shop: WholeShop,
  params: { limit: number; sort_by: string; from?: string; to?: string; category: string },
) {
  const lines = shop.sales.filter((line) => {
    const day = line.sold_at.slice(0, 10);
    const category = line.category ?? categoryOf(shop, line.product_id);
    return (
      day >= (params.from ?? "") &&
      day <= (params.to ?? "9") &&
      (params.category === "all" || category === params.category)
    );
  });
  const rows = [...groupBy(lines, (line) => line.product_id)].map(([product_id, sold]) => {
    const last = newestSale(sold);
    return {
      product_id,
      product_name: nameOf(shop, product_id),
      quantity: sum(sold.map((line) => line.quantity)),
      revenue: sum(sold.map((line) => line.amount)),
      orders: ordersOf(sold),
      last_sold_on: last === null ? null : dayText(last),
    };
  });
  const [measure, other] =
    params.sort_by === "revenue" ? (["revenue", "quantity"] as const) : (["quantity", "revenue"] as const);
  return rows
    .sort(
      (a, b) =>
        b[measure] - a[measure] ||
        b[other] - a[other] ||
        byText(a.product_name, b.product_name) ||
        byText(a.product_id, b.product_id),
    )
    .map((row, index) => ({ rank: index + 1, ...row }))
    .slice(0, params.limit);
}

/** METRICS: revenue contribution, by product. Cutoffs in whole percent, so that the reference compares exactly. */
export function revenueContribution(
  shop: WholeShop,
  params: { limit: number; a: number; b: number; from?: string; to?: string },
) {
  const { from, to } = params;
  const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const products = bestSellers(shop, { limit: 1e9, sort_by: "revenue", category: "all", ...days });
  const total = sum(products.map((row) => row.revenue));
  let above = 0;
  const rows = products.map(({ rank, product_name, revenue }) => {
    const running = above + revenue;
    const abc_class =
      revenue <= 0 ? "C" : 100 * above < params.a * total ? "A" : 100 * above < params.b * total ? "B" : "C";
    above = running;
    return {
      rank: rank as number | null,
      product: product_name,
      revenue,
      share: total > 0 ? revenue / total : null,
      cumulative_share: total > 0 ? running / total : null,
      abc_class: abc_class as string | null,
    };
  });
  const rest = rows.slice(params.limit);
  if (rest.length === 0) return rows;
  const revenue = sum(rest.map((row) => row.revenue));
  const share = total > 0 ? revenue / total : null;
  const others = {
    rank: null,
    product: "All others",
    revenue,
    share,
    cumulative_share: total > 0 ? 1 : null,
    abc_class: null,
  };
  return [...rows.slice(0, params.limit), others];
}

/** METRICS: profitability, by product. */
export function profitability(shop: WholeShop) {
  const rows = [...groupBy(shop.sales, (line) => line.product_id)].map(([id, lines]) => {
    const costed = lines.filter((line) => costOf(shop, line) !== null);
    const revenue = sum(lines.map((line) => line.amount));
    const covered = sum(costed.map((line) => line.amount));
    const known = costed.length > 0;
    const cost = sum(costed.map((line) => line.quantity * (costOf(shop, line) ?? 0)));
    return {
      id,
      product: nameOf(shop, id),
      revenue,
      cost: known ? cost : null,
      profit: known ? covered - cost : null,
      margin_percent: known && covered > 0 ? (100 * (covered - cost)) / covered : null,
      cost_coverage: revenue > 0 ? Math.min(1, Math.max(0, covered / revenue)) : null,
    };
  });
  const profitOf = (row: (typeof rows)[number]) => row.profit ?? Number.NEGATIVE_INFINITY;
  return rows
    .sort(
      (a, b) =>
        (profitOf(b) > profitOf(a) ? 1 : profitOf(b) < profitOf(a) ? -1 : 0) ||
        b.revenue - a.revenue ||
        byText(a.product, b.product) ||
        byText(a.id, b.id),
    )
    .map(({ id: _, ...row }) => row);
}

/** METRICS: overview, of all the data or of the lines of some months ("2026-06"). */
export function overview(shop: WholeShop, month?: string) {
  const lines = shop.sales.filter((line) => !month || line.sold_at.startsWith(month));
  const returned = lines.filter((line) => line.quantity < 0 || line.amount < 0);
  const net = sum(lines.map((line) => line.amount));
  const returned_amount = -sum(returned.map((line) => line.amount)) || 0;
  const orders = ordersOf(lines);
  return {
    net_revenue: net,
    gross_revenue: net + returned_amount,
    returned_amount,
    units: sum(lines.map((line) => line.quantity)),
    orders: orders ?? (ordersOf(shop.sales) === null ? null : 0),
    average_order_value: averageOrder(lines),
    products: unique(lines.map((line) => line.product_id)).length,
    customers: shop.sales.some((line) => line.customer_id)
      ? unique(lines.flatMap((line) => line.customer_id ?? [])).length
      : null,
  };
}
