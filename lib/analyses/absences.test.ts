import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { furtherAnalyses, shopAnalyses } from "./registry";
import { ask } from "./testing/ask";
import { buildRelations, type SaleLine, type Shop } from "./testing/relations";

const DAYS = Array.from({ length: 58 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10));
const NAMES = ["Tea", "Rice", "Soap"];

/** Not quite two months of three products with all that a file can hold. */
const whole: readonly SaleLine[] = DAYS.map((sold_at, at) => ({
  sold_at,
  product_id: NAMES[at % 3] ?? "",
  category: at % 3 === 2 ? "Home" : "Food",
  amount: 4 + (at % 3),
  unit_cost: 2,
  customer_id: `C${at % 7}`,
  transaction_id: `T${Math.floor(at / 2)}`,
}));

const without = (...names: (keyof SaleLine)[]): Shop => ({
  sales: whole.map((line) => ({ ...line, ...Object.fromEntries(names.map((name) => [name, null])) })),
});

/** Who is asked what of which shop, and what must be said of what is missing and what adds it. */
const ABSENCES: readonly [shop: string, given: Shop, analysis: string, said: RegExp][] = [
  [
    "no inventory",
    { sales: whole },
    "inventory_velocity",
    /No stock figures: an inventory file would add days of cover/,
  ],
  [
    "no inventory",
    { sales: whole },
    "dead_stock",
    /No stock figures: an inventory file would add what lies on the shelf/,
  ],
  ["no inventory", { sales: whole }, "reorder", /these are reorder points only\. An inventory file tells/],
  ["no cost", without("unit_cost"), "profitability", /only revenue can be shown\. Add a unit cost column/],
  ["no category", without("category"), "category_mix", /no categories\. Add a category column/],
  ["no customer", without("customer_id"), "customer_segments", /no customer column\. Add one to see segments/],
  ["no customer", without("customer_id"), "cohorts", /no customer column\. Add one to see who comes back/],
  ["no order", without("transaction_id"), "baskets", /no transaction or invoice column\. Add one to see pairs/],
  ["no order", without("transaction_id"), "overview", /no transaction or invoice column\. Add one to see them/],
  ["two months", { sales: whole }, "seasonality", /at least 6 complete months.*the data has 1\. Add older sales/],
  ["two months", { sales: whole }, "forecast", /at least 4 complete months.*the data has 1\. Add older sales/],
  ["two months", { sales: whole }, "price_volume_mix", /not hold two complete months to compare\. Add older sales/],
  ["two months", { sales: whole }, "dead_stock", /cover only 58 days.*Choose fewer days, or add older sales/],
  [
    "no prices",
    { sales: whole.map((line) => ({ ...line, amount: 0 })) },
    "overview",
    /Add a total or unit price column/,
  ],
];

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

describe("a shop with something missing", () => {
  it.each(ABSENCES)("with %s hears what is missing and what adds it: %#", async (_, shop, name, said) => {
    await buildRelations(engine, shop);
    const analysis = [...shopAnalyses, ...furtherAnalyses].find((each) => each.name === name);
    if (!analysis) throw new Error(`There is no analysis ${name}.`);
    expect((await ask(engine, analysis)).notes.join(" ")).toMatch(said);
  });

  it("shows no column that nothing fills", async () => {
    await buildRelations(engine, without("unit_cost", "category", "customer_id", "transaction_id"));
    const further = new Set(["best_sellers", "trends", "inventory_velocity", "dead_stock", "profitability", "reorder"]);
    for (const analysis of [...shopAnalyses, ...furtherAnalyses].filter(({ name }) => further.has(name))) {
      const { rows, shown } = await ask(engine, analysis);
      const empty = shown.filter((name) => rows.length > 0 && rows.every((row) => row[name] === null));
      expect([analysis.name, empty]).toEqual([analysis.name, []]);
    }
  });
});
