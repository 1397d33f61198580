import { dayNumber, groupBy, listedCost, newestSale, spanOf, sum, unique, type WholeShop } from "./whole-shop";

/** A product's cost when no line is at hand: listed, else the mean of what was sold. */
function stockCost(shop: WholeShop, id: string): number | null {
  const sold = shop.sales.filter((line) => line.product_id === id && line.quantity > 0 && line.unit_cost !== null);
  const mean = sum(sold.map((line) => line.quantity * (line.unit_cost ?? 0))) / sum(sold.map((line) => line.quantity));
  return listedCost(shop, id) ?? (sold.length > 0 ? mean : null);
}

const stockOf = (shop: WholeShop) =>
  new Map(
    [...groupBy(shop.inventory, (line) => line.product_id)].map(([id, lines]) => [
      id,
      sum(lines.map((line) => line.current_stock)),
    ]),
  );

/** METRICS: dead stock, by product id. */
export function deadStock(shop: WholeShop, threshold: number) {
  const span = spanOf(shop.sales);
  if (!span) return new Map<string, never>();
  const sales = groupBy(shop.sales, (line) => line.product_id);
  const stock = stockOf(shop);
  const ids = stock.size > 0 ? [...stock.keys()].filter((id) => (stock.get(id) ?? 0) > 0) : [...sales.keys()];
  const rows = ids.flatMap((id) => {
    const last = newestSale(sales.get(id) ?? []);
    const days = last === null ? null : span.last - last;
    if (days === null ? stock.size === 0 : days <= threshold) return [];
    const band =
      days === null
        ? "never sold"
        : days > 365
          ? "over 365"
          : days > 180
            ? "181-365"
            : days > 90
              ? "91-180"
              : "up to 90";
    const [units, cost] = [stock.get(id) ?? null, stockCost(shop, id)];
    return [
      [
        id,
        {
          days_since_sale: days,
          current_stock: units,
          stock_value: units === null || cost === null ? null : units * cost,
          age_band: band,
        },
      ] as const,
    ];
  });
  return new Map(rows);
}

/** METRICS: inventory velocity, by product id; turns from 8 are high, from 4 medium. */
export function inventoryVelocity(all: WholeShop, windowDays: number, store: string) {
  const ofStore = (line: { store?: string | null }) => store === "all" || line.store === store;
  const shop = { ...all, sales: all.sales.filter(ofStore), inventory: all.inventory.filter(ofStore) };
  const knowsSales = store === "all" || all.sales.some((line) => line.store);
  const span = spanOf(all.sales);
  const stock = stockOf(shop);
  const observed = span ? Math.min(windowDays, span.last - span.first + 1) : null;
  const inWindow = shop.sales.filter((line) => span && dayNumber(line.sold_at.slice(0, 10)) > span.last - windowDays);
  const soldOf = (id: string) =>
    sum(inWindow.filter((line) => line.product_id === id && line.quantity > 0).map((line) => line.quantity));
  const ids = unique([...stock.keys(), ...shop.sales.map((line) => line.product_id)]).filter(
    (id) => all.inventory.length === 0 || stock.has(id) || soldOf(id) > 0,
  );
  return new Map(
    ids.map((id) => {
      const units = observed === null || !knowsSales ? null : soldOf(id);
      const current = stock.get(id) ?? null;
      const shelf = current === null ? null : Math.max(0, current);
      const rate = units === null || observed === null ? null : units / observed;
      const turns = rate === null || !shelf ? null : (365 * rate) / shelf;
      const last = newestSale(shop.sales.filter((line) => line.product_id === id));
      return [
        id,
        {
          current_stock: current,
          units_sold: units,
          daily_rate: rate,
          days_of_cover: rate && shelf !== null ? shelf / rate : null,
          turnover_rate: turns,
          average_days_in_stock: turns ? 365 / turns : null,
          sell_through: units === null || shelf === null || units + shelf === 0 ? null : units / (units + shelf),
          days_since_sale: span && last !== null ? span.last - last : null,
        },
      ] as const;
    }),
  );
}
