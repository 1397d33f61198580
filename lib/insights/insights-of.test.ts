import { describe, expect, it } from "vitest";
import { toSay } from "@/lib/analyses/say";
import { textOf } from "@/lib/analyses/testing/ask";
import type { Row } from "@/lib/query/result";
import type { KeptState } from "./insight";
import { insightsAnswer } from "./insights-answer";
import { type InsightsSpec, insightsOf } from "./insights-of";
import { defineRule } from "./rule";
import { rules } from "./rules";
import { calmProduct, calmShop, insightRow } from "./testing/insight-rows";

const say = toSay({ locale: "en-GB", currency: "GBP" });
const shop = insightRow("shop", calmShop);
const dead = (id: string, value: string | null, more: Record<string, string | number | null> = {}) =>
  insightRow("product", {
    ...calmProduct,
    product_id: id,
    product: `Product ${id}`,
    dead_rank: 1,
    days_since_sale: 181,
    stock_value: value,
    unit_cost: value === null ? null : "1",
    ...more,
  });

function of(rows: readonly object[], given: Partial<InsightsSpec> = {}) {
  return insightsOf({
    rows: rows as readonly Row[],
    lines: { kept: 1000, lines: 1000 },
    thresholds: {},
    states: {},
    today: "2026-07-01",
    say,
    ...given,
  });
}
const ids = (rows: readonly object[], given: Partial<InsightsSpec> = {}) =>
  of(rows, given).insights.map((insight) => insight.insightId);

describe("insights", () => {
  it("are none without sales", () => {
    expect(of([])).toEqual({ insights: [], skipped: [] });
  });

  it("are ordered by money at stake, and what has no sum comes last", () => {
    expect(ids([shop, dead("a", "5"), dead("b", null), dead("c", "50")])).toEqual([
      "dead_stock_c",
      "dead_stock_a",
      "dead_stock_b",
    ]);
  });

  it("carry all that is shown, sent or exported", () => {
    const [insight] = of([shop, dead("P1", "41500")]).insights;
    expect(insight).toMatchObject({
      insightId: "dead_stock_P1",
      rule: "dead_stock",
      category: "risk",
      title: "Product P1 has not sold for 181 days",
      productId: "P1",
      moneyAtStake: 41500,
      stake: "tied up",
      state: "open",
      until: null,
    });
    expect(textOf(insight?.finding ?? [])).toBe(
      "20 units on the shelf, worth £41,500.00 at cost; the last one sold on 29 June 2026.",
    );
    expect(insight?.supportingMetrics).toContainEqual({
      name: "stock_value",
      label: "Stock value",
      value: "41500",
      unit: "money",
      cell: "dead_stock",
    });
  });

  it("hold the fixed points of confidence for dead stock", () => {
    const level = (more: Record<string, string | number | null>) =>
      of([shop, dead("P1", "10", more)]).insights[0]?.confidence.level;
    expect(level({ days_since_sale: 181, sale_lines: 200 })).toBe("high");
    expect(level({ days_since_sale: 91, sale_lines: 200 })).toBe("medium");
    expect(level({ days_since_sale: 180, sale_lines: 200 })).toBe("medium");
    expect(level({ days_since_sale: 181, sale_lines: 2 })).toBe("low");
    const incomplete = of([shop, dead("P1", null)]).insights[0]?.confidence;
    expect(incomplete).toMatchObject({ level: "medium", limitedBy: "completeness", completeness: 0.5 });
  });

  it("are the same for the same input", () => {
    const rows = [shop, dead("a", "5"), dead("b", "5"), dead("c", "5")];
    expect(JSON.stringify(of(rows))).toBe(JSON.stringify(of(rows)));
    expect(ids([shop, dead("b", "5"), dead("a", "5")])).toEqual(["dead_stock_a", "dead_stock_b"]);
  });
});

describe("a rule that throws", () => {
  const broken = defineRule({
    id: "broken",
    category: "risk",
    title: "Broken",
    thresholds: [],
    strongAt: "never",
    needs: [],
    evaluate: () => {
      throw new Error("no such month");
    },
  });

  it("is skipped with a note, and the others still run", () => {
    const { insights, skipped } = of([shop, dead("a", "5")], { rules: [broken, ...rules] });
    expect(insights.map((insight) => insight.insightId)).toEqual(["dead_stock_a"]);
    expect(skipped).toEqual([
      { rule: "broken", note: "The rule “Broken” could not be applied (no such month); all others were." },
    ]);
  });

  it("is skipped too when it cannot word what it found", () => {
    const mute = defineRule({
      ...broken,
      evaluate: () => [
        {
          about: "x",
          productId: "x",
          known: 1,
          evidence: { kind: "lines", n: 1 },
          strong: true,
          moneyAtStake: 1,
          stake: () => "",
          metrics: [],
          words: () => {
            throw new Error("no words");
          },
        },
      ],
    });
    const { insights, skipped } = of([shop], { rules: [mute] });
    expect(insights).toEqual([]);
    expect(skipped[0]?.note).toContain("no words");
  });
});

describe("more products than anyone reads", () => {
  const below = Array.from({ length: 13 }, (_, at) =>
    insightRow("product", {
      ...calmProduct,
      product_id: `P${at}`,
      product: `Product ${at}`,
      margin_percent: -5,
      profit: String(-1 - at),
      sale_lines: 50,
    }),
  );

  it("are the ten with most at stake and one summary of the rest", () => {
    const { insights } = of([shop, ...below]);
    expect(insights).toHaveLength(11);
    expect(insights[0]?.insightId).toBe("sold_below_cost_P12");
    const rest = insights.find((insight) => insight.insightId === "sold_below_cost");
    expect(rest).toMatchObject({ title: "Sold below cost: 3 more products", moneyAtStake: 6, productId: null });
    expect(textOf(rest?.finding ?? [])).toBe("The same is true of 3 more products, £6 at stake.");
    expect(rest?.confidence.significance).toBe(150 / 160);
  });

  it("never let the sum of many small ones stand before those it adds to", () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      insightRow("product", {
        ...calmProduct,
        product_id: `P${at}`,
        product: `Product ${at}`,
        margin_percent: -5,
        profit: at < 10 ? "-12" : "-10",
        sale_lines: 50,
      }),
    );
    const { insights } = of([shop, ...many]);
    expect(insights.at(-1)).toMatchObject({ insightId: "sold_below_cost", moneyAtStake: 500 });
  });

  it("keep ids that never meet", () => {
    const all = ids([shop, ...below]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("states", () => {
  const rows = [shop, dead("a", "5")];
  const state = (kept: KeptState, today = "2026-07-01") =>
    of(rows, { states: { dead_stock_a: kept }, today }).insights[0];

  it("survive a re-run", () => {
    expect(state({ state: "done", until: null })).toMatchObject({ state: "done" });
    expect(state({ state: "dismissed", until: null })).toMatchObject({ state: "dismissed" });
  });

  it("snooze until their day, and not longer", () => {
    const kept: KeptState = { state: "snoozed", until: "2026-07-08" };
    expect(state(kept, "2026-07-07")).toMatchObject({ state: "snoozed", until: "2026-07-08" });
    expect(state(kept, "2026-07-08")).toMatchObject({ state: "open", until: null });
  });
});

describe("the sentence of the cell", () => {
  const said = (rows: readonly object[], given: Partial<InsightsSpec> = {}) =>
    textOf(insightsAnswer(of(rows, given).insights, say));

  it("counts what is open by kind and names where most is at stake", () => {
    expect(said([shop])).toBe("Nothing in these figures asks for a decision.");
    expect(said([shop, dead("a", "5")])).toBe("1 risk asks for a decision.");
    const loss = dead("c", "1", { margin_percent: -1, profit: "-1", dead_rank: null });
    expect(said([shop, dead("a", "5"), dead("b", "7"), loss])).toBe(
      "2 risks and 1 saving ask for a decision. Most money is at stake here: Product b has not sold for 181 days.",
    );
  });

  it("keeps the headline whole, however long the name in it is", () => {
    const name = "A desk chair for tall people, of steel and leather, with arms and wheels";
    const long = dead("b", "7", { product: name });
    expect(said([shop, dead("a", "5"), long])).toContain(`here: ${name} has not sold for 181 days.`);
  });

  it("says when all was dealt with", () => {
    expect(said([shop, dead("a", "5")], { states: { dead_stock_a: { state: "done", until: null } } })).toBe(
      "Nothing is open: every insight was dealt with or put away.",
    );
  });
});
