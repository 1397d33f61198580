import type { Metric, Payload } from "../../payload";
import type { Random } from "./random";

/** A place where figures are written in its own way. */
export interface Place {
  locale: string;
  currency: string;
  products: readonly string[];
  /** What revenue of a product is about. */
  size: number;
}

export const PLACES: readonly Place[] = [
  {
    locale: "en-US",
    currency: "USD",
    products: [
      "Rain Jacket",
      "Trail Mix 250 g",
      "Water Bottle",
      "Camp Stove",
      "Head Torch",
      "Tent Pegs 12 pcs",
      "Wool Socks",
    ],
    size: 60_000,
  },
  {
    locale: "en-IN",
    currency: "INR",
    products: [
      "Basmati Rice 5 kg",
      "Masala Chai",
      "Sunflower Oil",
      "Steel Tiffin",
      "Cotton Kurta",
      "Diya Set",
      "Jaggery",
    ],
    size: 900_000,
  },
  {
    locale: "de-DE",
    currency: "EUR",
    products: ["Roggenbrot", "Kaffee 500 g", "Honig", "Bergkäse", "Apfelsaft", "Senf", "Müsli"],
    size: 400_000,
  },
];

export const NOW = "2026-06";
export const BEFORE = "2026-05";
export const YEAR_AGO = "2025-06";

/** A payload of a made shop: seven products and the shop, with totals, months, stock and profit. */
export function madeWorld(place: Place, random: Random): Payload {
  const metrics: Metric[] = [];
  const add = (
    label: string,
    unit: Metric["unit"],
    value: number | string,
    of: string | null,
    period: string | null = null,
  ) => {
    const kind = typeof value === "string" ? "date" : "figure";
    const text = typeof value === "string" ? value : String(Number(value.toFixed(4)));
    metrics.push({ id: `m${metrics.length + 1}`, label, kind, unit, value: text, period, of });
  };
  const cents = (value: number) => Math.round(value * 100) / 100;
  const names = place.products.map((name, at) => ({ id: `P${at + 1}`, what: "product" as const, name }));
  const revenues = names.map(() => cents(place.size * (0.05 + random.next() * 2)));
  const total = cents(revenues.reduce((sum, revenue) => sum + revenue, 0));
  let units = 0;
  for (const [at, { id }] of names.entries()) {
    const revenue = revenues[at] ?? 0;
    const margin = random.next() < 0.15 ? -random.next() * 20 : 5 + random.next() * 50;
    const cost = cents(place.size / 2000 + (random.next() * place.size) / 1000);
    const stock = random.whole(3, 900);
    const sold = random.whole(40, 9000);
    units += sold;
    add("Revenue", "money", revenue, id);
    add("Share", "share", revenue / total, id);
    add("Units", "quantity", sold, id);
    add("Profit", "money", cents((revenue * margin) / 100), id);
    add("Margin", "percent", margin, id);
    add("Stock", "quantity", stock, id);
    add("Unit cost", "money", cost, id);
    add("Stock value", "money", cents(stock * cost), id);
    add("Days since sale", "days", random.whole(2, 400), id);
    add("Last sold", "none", `2026-0${random.whole(1, 6)}-${random.whole(10, 28)}`, id);
    add("Days of cover", "days", 1 + random.next() * 300, id);
    for (const period of [BEFORE, NOW])
      add("Revenue", "money", cents((revenue / 12) * (0.4 + random.next() * 1.4)), id, period);
  }
  const month = cents((total / 12) * (0.8 + random.next() * 0.4));
  const previous = cents((total / 12) * (0.8 + random.next() * 0.4));
  add("Net revenue", "money", total, null);
  add("Net revenue", "money", month, null, NOW);
  add("Net revenue", "money", previous, null, BEFORE);
  add("Net revenue", "money", cents((total / 12) * (0.6 + random.next() * 0.6)), null, YEAR_AGO);
  add("Change", "percent", (100 * (month - previous)) / previous, null, NOW);
  add("Units", "quantity", units, null);
  const orders = random.whole(900, 20_000);
  add("Orders", "count", orders, null);
  add("Average order", "money", cents(total / orders), null);
  add("Customers", "count", random.whole(120, 4000), null);
  add("Products sold", "count", random.whole(40, 600), null);
  add("Returned", "money", cents(total * (0.005 + random.next() * 0.06)), null);
  add("Returned", "share", 0.005 + random.next() * 0.06, null);
  return {
    version: 1,
    subject: { kind: "notebook" },
    locale: place.locale,
    currency: place.currency,
    asOf: "2026-06-30",
    names,
    metrics,
    insights: [],
  };
}
