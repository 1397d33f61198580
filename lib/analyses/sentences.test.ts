import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { furtherAnalyses, shopAnalyses } from "./registry";
import type { Writing } from "./say";
import { leadersOf, plural, sentence, strong } from "./span";
import { ask, textOf } from "./testing/ask";
import { buildRelations } from "./testing/relations";
import { shops } from "./testing/shops";

const WRITINGS: readonly Writing[] = [
  { locale: "en-GB", currency: "GBP" },
  { locale: "en-IN", currency: "INR" },
  { locale: "en-US", currency: null },
];

/** What must not stand in a sentence, and why. */
const FAULTS: readonly [fault: string, pattern: RegExp][] = [
  ["a value that is none", /\b(NaN|null|undefined|Infinity|Invalid)\b|\[object/],
  ["an empty part", / {2}|^ | [,.;:]|[,;:]\.|,;|\(\)|\.\.|of \.|in \./],
  ["a hyphen for a minus", /(^|[\s£₹$])-\d/],
  ["one of many", /(^|[^\d.,])1 (products|units|days|months|categories|lines|weeks|quarters)\b/],
  ["many of one", /(^|\s)([02-9]|\d+\d) (product|unit|day|month|category|line|week|quarter)\b/],
  ["a sum that is negative zero", /\u2212[£₹$]?0(\.0+)?(?![\d.,])/],
];

/** A sentence or several: capital or figure first, full stop last, none of the faults. */
function faultsOf(text: string): string[] {
  const faults = FAULTS.flatMap(([fault, pattern]) => (pattern.test(text) ? [fault] : []));
  if (!text.endsWith(".")) faults.push("no full stop");
  if (/^[a-z]/.test(text)) faults.push("no capital");
  return faults;
}

describe("the check of sentences", () => {
  it.each([
    "NaN of profit.",
    "Rice leads with  units.",
    "Rice leads with .",
    "Up in -3%.",
    "\u2212£0.00 in 2 months.",
    "1 products have stock.",
    "12 product have stock.",
    "rice leads.",
    "Rice leads",
  ])("sees what is wrong with “%s”", (text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });

  it.each(["1 of 12 products turns fast.", "Up in 4 of the last 6 months, most recently up 9%.", "A loss of £0.50."])(
    "has nothing against “%s”",
    (text) => {
      expect(faultsOf(text)).toEqual([]);
    },
  );
});

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

describe("whatever the shop", () => {
  const compared = fc.record({
    grain: fc.constantFrom("month", "quarter", "year"),
    against: fc.constantFrom("previous", "year_before"),
  });
  const params: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
    overview: fc.constant({}),
    best_sellers: fc.record({
      limit: fc.integer({ min: 1, max: 6 }),
      sort_by: fc.constantFrom("quantity", "revenue"),
      category: fc.constantFrom("all", "Tea", "none such"),
    }),
    revenue_contribution: fc.record({
      by: fc.constantFrom("product", "category"),
      a_cutoff: fc.constantFrom(0, 0.5, 0.8, 1),
    }),
    trends: fc.record({
      metric: fc.constantFrom("revenue", "quantity", "profit", "orders", "average_order_value"),
      grain: fc.constantFrom("day", "week", "month", "quarter"),
      periods: fc.constantFrom(2, 6, 400),
      stable_within: fc.constantFrom(0, 0.02, 1),
    }),
    seasonality: fc.record({ min_score: fc.constantFrom(0, 0.3) }),
    inventory_velocity: fc.record({
      window_days: fc.constantFrom(1, 90, 400),
      store: fc.constantFrom("all", "North", "none such"),
    }),
    dead_stock: fc.record({ days_threshold: fc.constantFrom(0, 1, 90, 400) }),
    profitability: fc.record({ by: fc.constantFrom("product", "category") }),
    forecast: fc.record({
      metric: fc.constantFrom("revenue", "quantity"),
      grain: fc.constantFrom("month", "week"),
      horizon: fc.constantFrom(1, 3, 26),
    }),
    reorder: fc.record({
      lead_time_days: fc.constantFrom(0, 1, 30),
      window_days: fc.constantFrom(1, 90),
      store: fc.constantFrom("all", "North", "none such"),
    }),
    price_volume_mix: compared,
    category_mix: compared,
    returns: fc.record({ limit: fc.constantFrom(1, 20), period: fc.constantFrom("all", "2024-02") }),
    weekday_hour: fc.record({
      metric: fc.constantFrom("revenue", "quantity", "orders"),
      period: fc.constantFrom("all", "2024-02", "2030-01"),
    }),
    baskets: fc.record({ sort_by: fc.constantFrom("lift", "confidence", "baskets") }),
    cohorts: fc.record({ cohorts: fc.constantFrom(1, 12) }),
  };

  it.each([...shopAnalyses, ...furtherAnalyses])(
    "$name speaks plain English, and says what is missing when it is silent",
    async (analysis) => {
      const given = params[analysis.name] ?? fc.constant({});
      await fc.assert(
        fc.asyncProperty(shops, given, fc.constantFrom(...WRITINGS), async (shop, some, writing) => {
          await buildRelations(engine, shop);
          const { answer, notes } = await ask(engine, analysis, some, writing);
          for (const text of answer === "" ? notes : [answer, ...notes]) expect(faultsOf(text), text).toEqual([]);
          if (shop.sales.length === 0) expect(notes.join()).toMatch(/no sales yet/);
        }),
        { numRuns: 25, endOnFailure: true },
      );
    },
  );
});

describe("a sentence", () => {
  it("keeps its decisive words apart and leaves out empty pieces", () => {
    const spans = sentence`${strong("Rice")} leads${""} with ${"4 units"}.`;
    expect(spans.filter((span) => span.strong)).toEqual([{ text: "Rice", strong: true }]);
    expect(spans.every((span) => span.text !== "")).toBe(true);
    expect(textOf(spans)).toBe("Rice leads with 4 units.");
  });

  it("counts in the singular only for one, sold or returned", () => {
    expect([0, 1, 2, -1, 0.5].map((count) => plural(count, "unit"))).toEqual([
      "units",
      "unit",
      "units",
      "unit",
      "units",
    ]);
    expect(plural(2, "category", "categories")).toBe("categories");
  });

  it("names who is first, two who tie, and no more than that", () => {
    const leaders = (...values: number[]) =>
      leadersOf(
        values.map((value, at) => ({ value, name: "ABCD".charAt(at) })),
        (row) => row.name,
        (row) => row.value,
      );
    expect(leaders()).toEqual([]);
    expect(leaders(3, 2, 2)).toEqual(["A"]);
    expect(leaders(3, 3, 2)).toEqual(["A", "B"]);
    expect(leaders(3, 3, 3)).toEqual(["A", "others"]);
  });
});
