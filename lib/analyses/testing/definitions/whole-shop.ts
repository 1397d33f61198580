import type { ProductLine, SaleLine, StockLine } from "../relations";

/** A shop of whole numbers, so that doubles are exact; every product has one name and one category. */
export interface WholeShop {
  sales: (SaleLine & { quantity: number; amount: number; unit_cost: number | null })[];
  inventory: (StockLine & { current_stock: number; unit_cost: number | null })[];
  products: (ProductLine & { unit_cost: number | null })[];
}
export type Line = WholeShop["sales"][number];

export const DAY = 86_400_000;
export const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
export const dayText = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const unique = <T>(values: readonly T[]) => [...new Set(values)];
export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
export const percent = (change: number, of: number) => (of === 0 ? null : (100 * change) / Math.abs(of));

/** The as-of date and the first day, as day numbers; null without sales. */
export function spanOf(sales: readonly Line[]) {
  const days = sales.map((line) => dayNumber(line.sold_at.slice(0, 10)));
  return days.length === 0 ? null : { first: Math.min(...days), last: Math.max(...days) };
}

export function nameOf(shop: WholeShop, id: string): string {
  const known = [...shop.sales, ...shop.products, ...shop.inventory].find((line) => line.product_id === id);
  return known?.product_name ?? id;
}

export function categoryOf(shop: WholeShop, id: string): string | null {
  const all = [...shop.sales, ...shop.products, ...shop.inventory];
  return all.find((line) => line.product_id === id && line.category)?.category ?? null;
}

/** Cost of a product where a line has none: the product list's, else the stock list's. */
export function listedCost(shop: WholeShop, id: string): number | null {
  const listed = [...shop.products, ...shop.inventory];
  return listed.find((line) => line.product_id === id && line.unit_cost !== null)?.unit_cost ?? null;
}

export const costOf = (shop: WholeShop, line: Line) => line.unit_cost ?? listedCost(shop, line.product_id);

export const groupBy = <T>(lines: readonly T[], key: (line: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const line of lines) groups.set(key(line), [...(groups.get(key(line)) ?? []), line]);
  return groups;
};

export const ordersOf = (lines: readonly Line[]) =>
  unique(lines.flatMap((line) => line.transaction_id ?? [])).length || null;

/** Revenue of the lines that name an order, over the orders; as exact as the SQL keeps it. */
export const averageOrder = (lines: readonly Line[]): number | null => {
  const orders = ordersOf(lines);
  const revenue = sum(lines.filter((line) => line.transaction_id).map((line) => line.amount));
  return orders === null ? null : Math.round((10_000 * revenue) / orders) / 10_000;
};

export const newestSale = (lines: readonly Line[]) => spanOf(lines.filter((line) => line.quantity > 0))?.last ?? null;
