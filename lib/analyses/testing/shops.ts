import fc from "fast-check";
import { dayNumber, dayText, type WholeShop } from "./definitions/whole-shop";

const FIRST = dayNumber("2023-11-28");
const NAMES: Readonly<Record<string, string>> = {
  p1: "Tea",
  p2: "Tea",
  p3: "Rice 5 kg",
  p4: "İçecek 'x'",
  p5: "(blank)",
};
const CATEGORIES: Readonly<Record<string, string | null>> = { p1: "Tea", p2: "Café", p3: null, p4: "Tea", p5: null };
const products = fc.constantFrom(...Object.keys(NAMES));
const named = (id: string) => ({ product_id: id, product_name: NAMES[id] ?? id });

/** One cost a product, so that lists and lines need no tie-break; null is unknown. */
const costs = fc.dictionary(products, fc.integer({ min: 1, max: 9 }), { minKeys: 0, maxKeys: 5 });

const line = fc.record({
  id: products,
  day: fc.nat(),
  quantity: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.integer({ min: -6, max: 0 })),
  price: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.integer({ min: -5, max: -1 })),
  withCategory: fc.boolean(),
  lineCost: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 2 }),
  order: fc.option(
    fc.integer({ min: 1, max: 12 }).map((order) => `o${order}`),
    { freq: 5 },
  ),
  store: fc.constantFrom("North", "South"),
  customer: fc.option(fc.constantFrom("c1", "c2"), { freq: 2 }),
});

const stockLine = fc.record({
  id: fc.constantFrom("p1", "p2", "p3", "p6"),
  current_stock: fc.integer({ min: -3, max: 40 }),
  store: fc.constantFrom("North", "South"),
});

/** Small shops of whole numbers: ties, returns, free goods, gaps, unknown costs, orders, customers and categories. */
export const shops: fc.Arbitrary<WholeShop> = fc
  .record({
    lines: fc.array(line, { maxLength: 60 }),
    stretch: fc.constantFrom(1, 20, 90, 400, 1000),
    withCosts: fc.boolean(),
    withOrders: fc.boolean(),
    withStores: fc.boolean(),
    stock: fc.array(stockLine, { maxLength: 6 }),
    listed: costs,
    stocked: costs,
  })
  .map(({ lines, stretch, withCosts, withOrders, withStores, stock, listed, stocked }) => ({
    sales: lines.map(({ id, day, quantity, price, withCategory, lineCost, order, store, customer }) => ({
      ...named(id),
      sold_at: dayText(FIRST + (day % stretch)),
      category: withCategory ? (CATEGORIES[id] ?? null) : null,
      quantity,
      amount: quantity * price,
      unit_cost: withCosts ? lineCost : null,
      transaction_id: withOrders ? order : null,
      store: withStores ? store : null,
      customer_id: customer,
    })),
    inventory: stock.map(({ id, current_stock, store }) => ({
      ...named(id),
      category: null,
      current_stock,
      store,
      unit_cost: stocked[id] ?? null,
    })),
    products: Object.entries(listed).map(([id, unit_cost]) => ({
      ...named(id),
      category: CATEGORIES[id] ?? null,
      unit_cost,
    })),
  }));
