import { describe, expect, it } from "vitest";
import { toSay } from "@/lib/analyses/say";
import { textOf } from "@/lib/analyses/testing/ask";
import { rules, ruleThresholds, toThresholds } from "./rules";
import { calmProduct, calmShop, insightFacts } from "./testing/insight-rows";
import { CASES, categories, type Given, months, product, rising, season } from "./testing/rule-cases";

const say = toSay({ locale: "en-GB", currency: "GBP" });
function found(id: string, given: Given, thresholds: Record<string, number> = {}) {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule.evaluate(insightFacts(given), toThresholds(thresholds));
}

describe("every rule", () => {
  it("has a fixture here, sixteen in all, in three categories", () => {
    expect(rules.map((rule) => rule.id)).toEqual(Object.keys(CASES));
    expect(rules).toHaveLength(16);
    const count = (category: string) => rules.filter((rule) => rule.category === category).length;
    expect([count("risk"), count("growth"), count("efficiency")]).toEqual([7, 4, 5]);
  });

  it("finds nothing in a calm shop", () => {
    const calm = { products: [calmProduct], shop: calmShop, ...months(100, 100, 100, 100) };
    expect(rules.flatMap((rule) => found(rule.id, calm))).toEqual([]);
  });

  it("has thresholds of its own names, within their bounds", () => {
    const names = ruleThresholds.map((threshold) => threshold.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, min, max, default: usual } of ruleThresholds) {
      expect(usual, name).toBeGreaterThanOrEqual(min);
      expect(usual, name).toBeLessThanOrEqual(max);
    }
  });
});

describe.each(Object.entries(CASES))("%s", (id, { fires, not, missing, title, money }) => {
  it("fires just past its threshold, and says so", () => {
    const [finding, ...others] = found(id, fires);
    expect(others).toEqual([]);
    const words = finding?.words(say);
    expect(words?.title).toBe(title);
    expect(textOf(words?.finding ?? [])).toMatch(/^[A-Z£0-9].*\.$/);
    expect(words?.action).toMatch(/^[A-Z].*\.$/);
    if (money === null) expect(finding?.moneyAtStake).toBeNull();
    else expect(finding?.moneyAtStake).toBeCloseTo(money, 6);
    expect(finding?.strong).toBe(false);
    expect(finding?.metrics.length).toBeGreaterThan(0);
  });

  it("does not fire just before it", () => {
    expect(found(id, not)).toEqual([]);
  });

  it("does not fire, nor break, where its data is missing", () => {
    expect(found(id, missing)).toEqual([]);
  });
});

describe("what is far past a threshold is strong", () => {
  it.each<[id: string, given: Given]>([
    ["dead_stock", product({ dead_rank: 1, days_since_sale: 181 })],
    ["declining_product", product({ revenue_last_3: "49", revenue_before_3: "100" })],
    ["declining_business", months(60, 80, 90, 100)],
    ["overstock", product({ days_of_cover: 366 })],
    ["stock_out", product({ current_stock: "-1", units_sold: "11" })],
    ["revenue_concentration", product({ revenue_share: 0.51 })],
    ["revenue_concentration", { shop: { a_products: 1, products: 40 } }],
    ["returns_spike", product({ returned_share: 0.21 })],
    ["restock", product({ days_of_cover: 6.9, turnover_rate: 52 })],
    ["seasonal_peak", product({ ...season, season_score: 0.81 })],
    ["rising_star", product({ ...rising, month_1: "131" })],
    ["high_profit_opportunity", product({ margin_percent: 50.1, quantity: "1" })],
    ["low_margin_volume", product({ margin_percent: 1.9, quantity: "80" })],
    ["sold_below_cost", product({ margin_percent: -2.1, profit: "-6" })],
    ["slow_category", categories(["Slow", 0.2, "1251"], ["B", 0.5, "1"], ["C", 0.5, "1"], ["D", 0.8, "1"])],
    ["idle_capital", { shop: { c_stock_value: "2501" } }],
    ["missing_costs", { shop: { cost_coverage: 0.49 } }],
  ])("%s", (id, given) => {
    expect(found(id, given).map((finding) => finding.strong)).toEqual([true]);
  });
});

describe("the fine print", () => {
  it("a product that never sold is dead stock", () => {
    const [finding] = found("dead_stock", product({ dead_rank: 1, days_since_sale: null, last_sold_on: null }));
    expect(finding?.words(say).title).toBe("Tea has never sold");
  });

  it("dead stock after the first ten is summed up by the rule's own name", () => {
    const shop = { dead_rest_products: 3, dead_rest_value: "12.50", dead_rest_valued: 2, dead_rest_lines: 7 };
    const [rest] = found("dead_stock", { shop });
    expect(rest).toMatchObject({ about: null, moneyAtStake: 12.5, evidence: { kind: "lines", n: 7 } });
    expect(textOf(rest?.words(say).finding ?? [])).toBe(
      "£12.50 is tied up in 3 more products that did not sell for more than 90 days.",
    );
  });

  it("a fall that was there a year ago is a season, and no test passes it", () => {
    const fall = { revenue_last_3: "40", revenue_before_3: "300", squares_last_3: 100, squares_before_3: 900 };
    const p = (yearAgo: string | null) => {
      const [finding] = found(
        "declining_product",
        product({ ...fall, revenue_year_ago_3: yearAgo, squares_year_ago_3: 100 }),
      );
      return finding?.evidence.kind === "test" ? finding.evidence.p : null;
    };
    expect(p(null)).toBeLessThan(0.01);
    expect(p("300")).toBeLessThan(0.01);
    expect(p("40")).toBeCloseTo(0.5, 6);
  });

  it("the half that matters little does not decline", () => {
    expect(found("declining_product", product({ revenue: "199", revenue_last_3: "1" }))).toEqual([]);
  });

  it("a business declines against the same months last year too", () => {
    const year = Array.from({ length: 15 }, (_, at) => (at < 3 ? 80 : 100));
    const [finding] = found("declining_business", months(...year));
    expect(finding?.words(say).title).toBe("Revenue is 20% below last year");
    expect(finding?.evidence).toEqual({ kind: "test", p: 1 / 8 });
    expect(found("declining_business", months(...year.map((value, at) => (at === 0 ? 81 : value))))).toEqual([]);
  });

  it("what is out of stock is not also running out, and what loses money not also of low margin", () => {
    expect(found("restock", product({ current_stock: "0", days_of_cover: 0, turnover_rate: null }))).toEqual([]);
    expect(found("low_margin_volume", product({ margin_percent: -1, quantity: "80" }))).toEqual([]);
  });

  it("a margin below half the shop's is low although it is above ten percent", () => {
    const given = { ...product({ margin_percent: 14.9, quantity: "80" }), shop: { margin_percent: 30 } };
    expect(found("low_margin_volume", given)).toHaveLength(1);
  });

  it("very few products of class A are a concentration", () => {
    const [finding] = found("revenue_concentration", { shop: { a_products: 2, products: 40 } });
    expect(finding).toMatchObject({ about: null, moneyAtStake: null });
    expect(finding?.words(say).title).toBe("2 of 40 products bring 80% of the revenue");
    expect(found("revenue_concentration", { shop: { a_products: 3, products: 40 } })).toEqual([]);
  });

  it("a product that sells no more brought nothing, not 100% less", () => {
    const [finding] = found(
      "declining_product",
      product({ revenue: "200", revenue_last_3: "0", revenue_before_3: "100" }),
    );
    expect(finding?.words(say).title).toBe("Tea has brought nothing for 3 months");
    expect(textOf(finding?.words(say).finding ?? [])).toBe(
      "It brought £100.00 in the 3 months before, and nothing in the last 3 complete months.",
    );
  });

  it("the only product is no concentration", () => {
    const only = product({ revenue_share: 1 });
    expect(found("revenue_concentration", { ...only, shop: { products: 2 } })).toHaveLength(1);
    expect(found("revenue_concentration", { ...only, shop: { products: 1 } })).toEqual([]);
  });

  it("three categories have no lowest quartile", () => {
    expect(found("slow_category", categories(["Slow", 0.2, "5000"], ["B", 0.5, "1"], ["C", 0.8, "1"]))).toEqual([]);
  });
});

describe("thresholds", () => {
  it("are what a cell keeps, and their defaults where that is no number within bounds", () => {
    const given = { cover_over: 200, decline_to: 900, returns_over: "12", high_turns: Number.NaN, other: 1 };
    expect(toThresholds(given)).toMatchObject({ cover_over: 200, decline_to: 70, returns_over: 10, high_turns: 8 });
    expect(toThresholds(given)).not.toHaveProperty("other");
  });

  it("move what fires", () => {
    expect(found("overstock", product({ days_of_cover: 181 }), { cover_over: 200 })).toEqual([]);
    expect(found("returns_spike", product({ returned_share: 0.09 }), { returns_over: 8 })).toHaveLength(1);
  });
});
