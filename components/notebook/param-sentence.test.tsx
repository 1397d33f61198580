// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { blur, click, fill, type Mounted, mount, press } from "@/components/ui/testing/mount";
import type { Facts } from "@/lib/analyses/analysis";
import { param } from "@/lib/query/param";
import { ParamSentence } from "./param-sentence";

const facts: Facts = {
  hasSales: true,
  hasInventory: false,
  hasCost: false,
  hasCategory: true,
  hasTransaction: false,
  hasCustomer: false,
  firstDay: "2026-04-03",
  asOf: "2026-06-30",
  categories: ["Staples", "Household"],
  stores: [],
  tables: [],
  months: ["2026-04", "2026-05", "2026-06"],
};
const params = {
  limit: param.integer({ label: "Limit", default: 10, min: 1, max: 1000 }),
  sort_by: param.choice({
    label: "Sort by",
    default: "quantity",
    choices: { quantity: "quantity", revenue: "revenue" },
  }),
  period: param.period(),
  category: param.category(),
  a_cutoff: param.decimal({ label: "A up to", default: 0.8, min: 0.1, max: 0.99 }),
};
const values = { limit: 10, sort_by: "quantity", period: "all", category: "all", a_cutoff: 0.8 };
const phrase = [
  "Top ",
  { param: "limit" },
  " by ",
  { param: "sort_by" },
  " in ",
  { param: "period" },
  ", ",
  { param: "category" },
];

const onParam = vi.fn();
let page: Mounted;
beforeEach(() => {
  onParam.mockReset();
  page = mount(<Sentence />);
});
afterEach(() => page.unmount());

function Sentence({ period = "all" }: { period?: string }) {
  return (
    <ParamSentence
      phrase={phrase}
      params={params}
      products={{ choices: null, onList: vi.fn() }}
      values={{ ...values, period }}
      facts={facts}
      locale="en-GB"
      onParam={onParam}
    />
  );
}

const options = (label: string) => [...page.labelled<HTMLSelectElement>(label).options].map((option) => option.text);

describe("ParamSentence", () => {
  test("labels every control by its parameter and marks it with its name", () => {
    for (const [label, name] of [
      ["Limit", "limit"],
      ["Sort by", "sort_by"],
      ["Period", "period"],
      ["Category", "category"],
    ] as const) {
      expect(page.labelled(label).dataset.param).toBe(name);
    }
  });

  test("takes a number over with Enter, not while it is typed", () => {
    const limit = page.labelled("Limit");
    fill(limit, "25");
    expect(onParam).not.toHaveBeenCalled();
    press(limit, "Enter");
    expect(onParam).toHaveBeenCalledExactlyOnceWith("limit", 25);
  });

  test("takes a number over when the field is left", () => {
    fill(page.labelled("Limit"), "7");
    blur(page.labelled("Limit"));
    expect(onParam).toHaveBeenCalledExactlyOnceWith("limit", 7);
  });

  test("says in place why a number cannot be used, and keeps the old one", () => {
    const limit = page.labelled("Limit");
    fill(limit, "0");
    press(limit, "Enter");
    expect(onParam).not.toHaveBeenCalled();
    const problem = page.one('[role="alert"]');
    expect(problem.textContent).toBe("Limit takes a whole number from 1 to 1000.");
    expect(limit.getAttribute("aria-invalid")).toBe("true");
    expect(limit.getAttribute("aria-describedby")).toBe(problem.id);
    press(limit, "Escape");
    expect(page.all('[role="alert"]')).toEqual([]);
    expect(page.labelled<HTMLInputElement>("Limit").value).toBe("10");
  });

  test("gathers steps of the arrow keys into one change", () => {
    vi.useFakeTimers();
    try {
      const limit = page.labelled("Limit");
      press(limit, "ArrowUp");
      press(limit, "ArrowUp");
      expect(onParam).not.toHaveBeenCalled();
      act(() => vi.advanceTimersByTime(1000));
      expect(onParam).toHaveBeenCalledExactlyOnceWith("limit", 12);
    } finally {
      vi.useRealTimers();
    }
  });

  test("offers the choices, the categories and every month, newest first", () => {
    expect(options("Sort by")).toEqual(["quantity", "revenue"]);
    expect(options("Category")).toEqual(["all categories", "Staples", "Household"]);
    expect(options("Period").slice(0, 4)).toEqual(["all months", "June 2026", "May 2026", "April 2026"]);
    fill(page.labelled("Period"), "2026-05");
    expect(onParam).toHaveBeenCalledExactlyOnceWith("period", "2026-05");
  });

  test("asks for two days and takes them over when the field is left", () => {
    fill(page.labelled("Period"), "between");
    expect(onParam).not.toHaveBeenCalled();
    expect(page.labelled<HTMLInputElement>("Period from").value).toBe("2026-04-03");
    fill(page.labelled("Period to"), "2026-05-15");
    blur(page.labelled("Period to"));
    expect(onParam).toHaveBeenCalledExactlyOnceWith("period", "2026-04-03..2026-05-15");
  });

  test("refuses two days in the wrong order with a sentence", () => {
    fill(page.labelled("Period"), "between");
    fill(page.labelled("Period to"), "2026-01-01");
    blur(page.labelled("Period to"));
    expect(onParam).not.toHaveBeenCalled();
    expect(page.one('[role="alert"]').textContent).toContain("Period is all");
  });

  test("takes back what it said of two days once the period is another, by undo", () => {
    page.render(<Sentence period="2026-06" />);
    fill(page.labelled("Period"), "between");
    fill(page.labelled("Period to"), "2026-01-01");
    blur(page.labelled("Period to"));
    expect(page.all('[role="alert"]')).toHaveLength(1);
    page.render(<Sentence period="all" />);
    expect(page.all('[role="alert"]')).toEqual([]);
    page.render(<Sentence period="2026-06" />);
    expect(page.all('[role="alert"]')).toEqual([]);
    expect(page.all('[aria-label="Period to"]')).toEqual([]);
  });

  test("shows a period of two days as such", () => {
    page.render(<Sentence period="2026-04-03..2026-05-15" />);
    const period = page.labelled<HTMLSelectElement>("Period");
    expect(period.selectedOptions[0]?.text).toBe("3 Apr 2026 to 15 May 2026");
  });

  test("keeps parameters without a place in the sentence one click away", () => {
    expect(page.all('[data-param="a_cutoff"]')).toEqual([]);
    click(page.button("More settings"));
    const cutoff = page.labelled("A up to");
    fill(cutoff, "0,7");
    press(cutoff, "Enter");
    expect(onParam).toHaveBeenCalledExactlyOnceWith("a_cutoff", 0.7);
  });
});
