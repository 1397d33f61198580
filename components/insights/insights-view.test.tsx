// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { blur, click, fill, type Mounted, mount, press } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import { toSay } from "@/lib/analyses/say";
import type { Insight } from "@/lib/insights/insight";
import { ruleThresholds, toThresholds } from "@/lib/insights/rules";
import { InsightsView } from "./insights-view";

const say = toSay({ locale: "en-GB", currency: "GBP" });

function some(
  insightId: string,
  given: Partial<Insight> = {},
  level: Insight["confidence"]["level"] = "high",
): Insight {
  return {
    insightId,
    rule: "dead_stock",
    ruleTitle: "Dead stock",
    category: "risk",
    title: `Title of ${insightId}`,
    finding: [
      { text: "50 units", strong: true },
      { text: " on the shelf.", strong: false },
    ],
    recommendedAction: "Mark it down.",
    confidence: {
      level,
      score: 0.6,
      completeness: 1,
      significance: 0.95,
      strength: 0.6,
      limitedBy: "strength",
      limit: "the figure is past its threshold, but not far",
    },
    supportingMetrics: [
      { name: "stock_value", label: "Stock value", value: "41500", unit: "money", cell: "dead_stock" },
      { name: "returned_share", label: "Returned", value: 0.1, unit: "share", cell: "returns" },
    ],
    moneyAtStake: 41_500,
    stake: "tied up",
    productId: "P1",
    state: "open",
    until: null,
    ...given,
  };
}

const acts = {
  onDone: vi.fn(),
  onSnooze: vi.fn(),
  onDismiss: vi.fn(),
  onReopen: vi.fn(),
  onThreshold: vi.fn(),
  onEvidence: vi.fn(),
  onExplain: vi.fn(),
};

let page: Mounted;
afterEach(() => {
  page.unmount();
  vi.clearAllMocks();
});

function show(insights: readonly Insight[], skipped: { rule: string; note: string }[] = []) {
  page = mount(
    <InsightsView
      insights={{ insights, skipped }}
      thresholds={ruleThresholds}
      values={toThresholds({ cover_over: 200 })}
      say={say}
      format={plainFormat}
      titleOf={(cell) => (cell === "dead_stock" ? "Dead stock" : null)}
      explanationOf={({ insightId }) => <p data-explained={insightId} />}
      {...acts}
    />,
  );
}
const ids = () => page.all("article").map((article) => article.dataset.insight);

const three = [
  some("dead_stock_P1"),
  some("restock_P2", { category: "growth" }, "medium"),
  some("missing_costs", { category: "efficiency", moneyAtStake: null, stake: "" }, "low"),
];

describe("an insight", () => {
  test("is an article named by its fact, with what it is in attributes", () => {
    show([some("dead_stock_P1")]);
    const article = page.one("article");
    expect({ ...article.dataset }).toMatchObject({ insight: "dead_stock_P1", category: "risk", confidence: "high" });
    expect(document.getElementById(article.getAttribute("aria-labelledby") ?? "")?.textContent).toBe(
      "Title of dead_stock_P1",
    );
    expect(article.textContent).toContain("50 units on the shelf. Mark it down.");
    expect(article.textContent).toContain("£41,500tied up");
    expect(page.one("[data-stake]").dataset.value).toBe("41500");
    expect(page.one('[data-slot="confidence-mark"]').textContent).toBe("Confidence high");
  });

  test("asks for its explanation, which stands in it", () => {
    show(three);
    click(page.button("Explain: Title of restock_P2"));
    expect(acts.onExplain).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ insightId: "restock_P2" }));
    const explained = page.all("article").map((article) => article.querySelector("[data-explained]"));
    expect(explained.map((each) => (each as HTMLElement).dataset.explained)).toEqual(ids());
  });

  test("names no sum where there is none", () => {
    show([some("missing_costs", { moneyAtStake: null })]);
    expect(page.all("[data-stake]")).toEqual([]);
  });

  test("tells on demand how far to trust it, which part limits, and the numbers behind it", () => {
    show([some("dead_stock_P1")]);
    const why = page.button("Why: Title of dead_stock_P1");
    const details = document.getElementById(why.getAttribute("aria-controls") ?? "");
    expect([why.getAttribute("aria-expanded"), details?.hidden]).toEqual(["false", true]);
    click(why);
    expect([why.getAttribute("aria-expanded"), details?.hidden]).toEqual(["true", false]);
    expect(page.all("[data-part]").map((part) => part.textContent)).toEqual([
      "Completeness of the data1.00",
      "Significance of the figure0.95",
      "Strength past the threshold (limits)0.60",
    ]);
    expect(details?.textContent).toContain("the figure is past its threshold, but not far.");
    expect(page.one('[data-evidence="stock_value"]').textContent).toBe("Stock value41500Dead stock");
    expect(page.one('[data-evidence="returned_share"]').textContent).toBe("Returned0.1");
  });

  test("leads to its evidence in one click", () => {
    show([some("dead_stock_P1")]);
    click(page.button("See Dead stock"));
    expect(acts.onEvidence).toHaveBeenCalledExactlyOnceWith("dead_stock", "P1");
  });
});

describe("what can be done with an insight", () => {
  test("is Done and Dismiss, and the focus stays in the list", () => {
    show(three);
    click(page.button("Done"));
    expect(acts.onDone.mock.calls[0]?.[0]).toMatchObject({ insightId: "dead_stock_P1" });
    expect(document.activeElement).toBe(page.one('[role="status"]'));
    click(page.button("Dismiss"));
    expect(acts.onDismiss).toHaveBeenCalledOnce();
  });

  test("is Snooze for a week or a month", () => {
    show([some("dead_stock_P1")]);
    press(page.button("Snooze"), "Enter");
    const items = page.all('[role="menuitem"]');
    expect(items.map((item) => item.textContent)).toEqual(["For 7 days", "For 30 days"]);
    for (const item of items.slice(1)) click(item);
    expect(acts.onSnooze.mock.calls[0]?.[1]).toBe(30);
  });

  test("is to open it again once it was put away", () => {
    show([
      some("a", { state: "snoozed", until: "2026-07-08" }),
      some("b", { state: "done" }),
      some("c", { state: "dismissed" }),
      some("d"),
    ]);
    expect(ids()).toEqual(["d"]);
    click(page.button("Show 3 put away"));
    expect(ids()).toEqual(["a", "b", "c", "d"]);
    expect(page.one("article").textContent).toContain("Snoozed until 8 July 2026");
    click(page.button("Open again"));
    expect(acts.onReopen.mock.calls[0]?.[0]).toMatchObject({ insightId: "a" });
    click(page.button("Hide what was put away"));
    expect(ids()).toEqual(["d"]);
  });
});

describe("the list", () => {
  test("keeps the order it is given and says how many there are", () => {
    show(three);
    expect(ids()).toEqual(["dead_stock_P1", "restock_P2", "missing_costs"]);
    expect(page.one('[role="status"]').textContent).toBe("3 open, by money at stake");
  });

  test("is filtered by kind and by confidence", () => {
    show(three);
    fill(page.labelled("Kind of insight"), "growth");
    expect(ids()).toEqual(["restock_P2"]);
    expect(page.one('[role="status"]').textContent).toBe("1 of 3 shown, by money at stake");
    fill(page.labelled("Kind of insight"), "all");
    fill(page.labelled("Confidence"), "medium");
    expect(ids()).toEqual(["dead_stock_P1", "restock_P2"]);
    fill(page.labelled("Confidence"), "high");
    fill(page.labelled("Kind of insight"), "efficiency");
    expect(ids()).toEqual([]);
    expect(page.one('[data-slot="empty"]').textContent).toContain("Nothing to show for this choice.");
  });

  test("says when no rule found anything, and which rule was skipped", () => {
    show([], [{ rule: "broken", note: "The rule “Broken” could not be applied." }]);
    expect(page.one('[data-slot="empty"]').textContent).toContain("No rule found anything.");
    expect(page.one('[data-slot="skipped-rules"]').textContent).toBe("The rule “Broken” could not be applied.");
  });
});

describe("the thresholds", () => {
  test("show every number with its rule and take a new one on Enter or when left", () => {
    show(three);
    expect(page.all("[data-threshold]")).toEqual([]);
    click(page.button("Thresholds"));
    expect(page.all("[data-threshold]")).toHaveLength(ruleThresholds.length);
    const field = page.one<HTMLInputElement>('[data-threshold="cover_over"]');
    expect(field.value).toBe("200");
    fill(field, "240");
    press(field, "Enter");
    expect(acts.onThreshold).toHaveBeenLastCalledWith("cover_over", 240);
    const share = page.one('[data-threshold="returns_over"]');
    fill(share, "12,5");
    blur(share);
    expect(acts.onThreshold).toHaveBeenLastCalledWith("returns_over", 12.5);
  });

  test("go back to their default", () => {
    show(three);
    click(page.button("Thresholds"));
    click(page.button("Reset Days of cover, more than"));
    expect(acts.onThreshold).toHaveBeenLastCalledWith("cover_over", null);
    const field = page.one('[data-threshold="cover_over"]');
    fill(field, "180");
    press(field, "Enter");
    expect(acts.onThreshold).toHaveBeenLastCalledWith("cover_over", null);
  });

  test.each(["", "119", "many"])("refuse “%s” with a sentence", (text) => {
    show(three);
    click(page.button("Thresholds"));
    const field = page.one<HTMLInputElement>('[data-threshold="cover_over"]');
    fill(field, text);
    press(field, "Enter");
    expect(acts.onThreshold).not.toHaveBeenCalled();
    expect(page.one('[role="alert"]').textContent).toBe("Type a number from 120 to 3650.");
    expect(field.getAttribute("aria-describedby")).toBe(page.one('[role="alert"]').id);
    press(field, "Escape");
    expect(page.all('[role="alert"]')).toEqual([]);
    expect(field.value).toBe("200");
  });
});
