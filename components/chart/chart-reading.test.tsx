// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { type Mounted, mount, press } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import type { Chart } from "@/lib/query/chart";
import { chartPoints } from "./chart-points";
import { ChartView } from "./chart-view";
import { keyItems } from "./key-items";
import { nextPoint } from "./next-point";
import { shownColumn } from "./testing/shown-column";

const columns = [
  shownColumn("product", "Product"),
  shownColumn("quantity", "Units", "quantity"),
  shownColumn("customers", "Customers", "count"),
  shownColumn("month_01", "+1", "share"),
  shownColumn("month_02", "+2", "share"),
  shownColumn("v", "Revenue", "money"),
  shownColumn("margin", "Margin", "percent"),
];
const bars: Chart = { type: "bars", label: "product", value: "quantity" };
const sold = [
  { product: "Rice", quantity: "12" },
  { product: "Tea", quantity: null },
];
const triangle: Chart = {
  type: "triangle",
  label: "cohort",
  size: "customers",
  values: ["month_01", "month_02"],
  over: "months after the first purchase",
};
const cohorts = [
  { cohort: "2026-01", customers: 8, month_01: 0.5, month_02: 0.25 },
  { cohort: "2026-02", customers: 4, month_01: 0.75, month_02: null },
];
const line: Chart = {
  type: "line",
  x: "d",
  value: "v",
  ghost: "g",
  against: "6 months before",
  complete: "c",
  grain: "month",
};
const periods = [
  { d: "2026-05-01", v: "2", g: null, c: true },
  { d: "2026-06-01", v: "1", g: "3", c: false },
];
const titles = (chart: Chart, rows: Parameters<typeof chartPoints>[0]["rows"]) =>
  chartPoints({ chart, columns, rows, format: plainFormat }).points.map(
    ({ title, lines }) => `${title}: ${lines.map(({ label, text }) => `${label} ${text}`).join(", ")}`,
  );

let page: Mounted | null = null;
afterEach(() => {
  page?.unmount();
  page = null;
});

describe("the keys", () => {
  test("go on by one, to the ends, and stay at the edges", () => {
    expect(nextPoint("ArrowRight", null, 5, 1)).toBe(0);
    expect(nextPoint("ArrowUp", null, 5, 1)).toBe(4);
    expect(nextPoint("ArrowDown", 1, 5, 1)).toBe(2);
    expect(nextPoint("ArrowRight", 4, 5, 1)).toBe(4);
    expect(nextPoint("Home", 3, 5, 1)).toBe(0);
    expect(nextPoint("End", 0, 5, 1)).toBe(4);
  });

  test("move in two directions on a map, and never around its corners", () => {
    expect(nextPoint("ArrowDown", 1, 6, 3)).toBe(4);
    expect(nextPoint("ArrowRight", 2, 6, 3)).toBe(2);
    expect(nextPoint("ArrowLeft", 3, 6, 3)).toBe(3);
    expect(nextPoint("ArrowUp", 2, 6, 3)).toBe(2);
  });

  test("that mean nothing to a chart are left to the page", () => {
    expect(nextPoint("Tab", 1, 5, 1)).toBeNull();
    expect(nextPoint("ArrowDown", null, 0, 1)).toBeNull();
  });
});

describe("a point says its name and its figures", () => {
  test("of bars, also where nothing is known", () => {
    expect(titles(bars, sold)).toEqual(["Rice: Units 12", "Tea: Units unknown"]);
  });

  test("of cohorts month by month, with how many customers they are of", () => {
    expect(titles(triangle, cohorts)).toEqual([
      "Jan 2026: Month +1 0.5, Customers 8",
      "Jan 2026: Month +2 0.25, Customers 8",
      "Feb 2026: Month +1 0.75, Customers 4",
      "Feb 2026: Month +2 unknown, Customers 4",
    ]);
  });

  test("of a line with what it is compared with, and whether the period is over", () => {
    expect(titles(line, periods)).toEqual([
      "May 2026: Revenue 2",
      "Jun 2026, not complete: Revenue 1, 6 months before 3",
    ]);
  });

  test("of a scatter from left to right", () => {
    const scatter: Chart = { type: "scatter", label: "product", x: "margin", y: "quantity", group: "class" };
    const rows = [
      { product: "Rice", margin: 30, quantity: "1", class: "high" },
      { product: "Tea", margin: -5, quantity: "2", class: "low" },
    ];
    expect(titles(scatter, rows)).toEqual([
      "Tea: Margin -5, Units 2, class low",
      "Rice: Margin 30, Units 1, class high",
    ]);
  });

  test("of a Pareto chart with share and class; the rest has no class of its own", () => {
    const pareto: Chart = {
      type: "pareto",
      label: "product",
      value: "quantity",
      cumulative: "share",
      group: "abc",
      rest: "rest",
    };
    const rows = [
      { product: "Rice", quantity: "8", share: 0.8, abc: "A", rest: false },
      { product: "All others", quantity: "2", share: 1, abc: "C", rest: true },
    ];
    expect(titles(pareto, rows)).toEqual(["Rice: Units 8, Running share 0.8, Class A", "All others: Running share 1"]);
  });

  test("of age bands with how many products are in them", () => {
    const bands: Chart = {
      type: "bands",
      band: "age",
      value: "quantity",
      fallback: "v",
      order: ["91-180", "never sold"],
      unit: "days",
    };
    const rows = [
      { age: "91-180", quantity: "3" },
      { age: "never sold", quantity: "4" },
      { age: "91-180", quantity: "2" },
    ];
    expect(titles(bands, rows)).toEqual([
      "91-180 days: Units 5, Among them 2 products",
      "never sold: Units 4, Among them 1 product",
    ]);
  });
});

test("the key of a line names what is dashed and what is faint, and a lone line needs none", () => {
  const named = (rows: Parameters<typeof chartPoints>[0]["rows"]) =>
    keyItems({ chart: line, columns, rows, format: plainFormat }).map(({ label }) => label);
  expect(named(periods)).toEqual(["Revenue", "not complete", "6 months before"]);
  expect(named(periods.slice(0, 1))).toEqual([]);
});

test("lines of any result have no key: their names stand at their ends", () => {
  const lines = { type: "lines", x: "month", value: "revenue", group: null } as const;
  expect(keyItems({ chart: lines, columns, rows: periods, format: plainFormat })).toEqual([]);
});

test("a chart is one tab stop; arrows read a point aloud, Escape and leaving it stop", () => {
  page = mount(<ChartView chart={bars} columns={columns} rows={sold} format={plainFormat} />);
  const chart = page.one('[role="application"]');
  const said = page.one('[role="status"]');
  expect(page.all('[tabindex="0"]')).toEqual([chart]);
  press(chart, "ArrowDown");
  press(chart, "ArrowDown");
  expect(said.textContent).toBe("Tea: Units unknown. 2 of 2.");
  expect(page.one('[data-slot="chart-tip"]').textContent).toContain("Tea");
  press(chart, "Escape");
  expect(said.textContent).toBe("");
  expect(page.all('[data-slot="chart-tip"]')).toEqual([]);
});
