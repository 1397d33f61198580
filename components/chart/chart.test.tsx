// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import type { Chart } from "@/lib/query/chart";
import type { Row } from "@/lib/query/result";
import { bandMeasure } from "./bar-items";
import { chartNote } from "./chart-note";
import { chartHeight, ROW_HEIGHT, shownBands } from "./chart-size";
import { chartSummary } from "./chart-summary";
import { ChartView } from "./chart-view";
import DrawnChart from "./drawn-chart";
import { linePoints } from "./line-points";
import { axisTicks, niceTicks } from "./nice-ticks";
import { periodLabel } from "./period-label";
import { placeLabels } from "./place-labels";
import { placedNames } from "./placed-names";
import { axisScale } from "./scatter-points";
import { shownColumn } from "./testing/shown-column";
import { waterfallSteps } from "./waterfall-steps";

const columns = [shownColumn("product", "Product"), shownColumn("quantity", "Units", "quantity")];
const bars: Chart = { type: "bars", label: "product", value: "quantity" };
const rows = [
  { product: "Rice", quantity: "12" },
  { product: "Tea", quantity: "-3" },
];

const room = { width: 900, height: 300, active: null };

let page: Mounted | null = null;
afterEach(() => {
  page?.unmount();
  page = null;
});

describe("axes", () => {
  test("ticks are round and hold all values", () => {
    expect(niceTicks(0, 365_000)).toEqual([0, 100_000, 200_000, 300_000, 400_000]);
    const ticks = axisTicks([-7, 12]);
    expect(ticks[0]).toBeLessThanOrEqual(-7);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(12);
  });

  test("start at zero unless all values lie close together", () => {
    expect(axisTicks([20, 90])[0]).toBe(0);
    expect(axisTicks([90, 100])[0]).toBeGreaterThan(50);
  });

  test("one value, or only zeros, still gives an axis", () => {
    expect(axisTicks([0]).length).toBeGreaterThan(1);
    expect(axisTicks([5]).every(Number.isFinite)).toBe(true);
  });

  test("a few far points turn a scale into a root scale, negative values do not", () => {
    expect(axisScale([1, 2, 3, 2, 900])).toBe("sqrt");
    expect(axisScale([1, 2, 3, 2, 5])).toBe("linear");
    expect(axisScale([-1, 2, 3, 2, 900])).toBe("linear");
  });
});

describe("labels", () => {
  test("never stand closer than their gap and keep their order", () => {
    const placed = placeLabels([100, 96, 104], 16, 0, 300);
    expect([...placed].sort((a, b) => a - b)).toEqual([placed[1], placed[0], placed[2]]);
    const sorted = [...placed].sort((a, b) => a - b);
    expect((sorted[1] ?? 0) - (sorted[0] ?? 0)).toBeGreaterThanOrEqual(16);
    expect((sorted[2] ?? 0) - (sorted[1] ?? 0)).toBeGreaterThanOrEqual(16);
  });

  test("stay inside the chart", () => {
    for (const y of placeLabels([298, 299, 300], 16, 0, 300)) expect(y).toBeLessThanOrEqual(300);
  });

  test("of points on top of each other only one side each is named", () => {
    const points = Array.from({ length: 30 }, () => ({ label: "Rice 5 kg", x: 100, y: 100 }));
    expect(placedNames(points, { x: 0, y: 0, width: 300, height: 300 }, 10).length).toBeLessThanOrEqual(2);
  });

  test("periods are named by their grain", () => {
    expect(periodLabel("2026-06-01", "month", "en-GB", true)).toBe("Jun 2026");
    expect(periodLabel("2026-04-01", "quarter", "en-GB", true)).toBe("Q2 2026");
    expect(periodLabel("2026-06-12", "week", "en-GB", false)).toBe("12 Jun");
  });
});

test("a line is dashed only from a complete period to an incomplete one", () => {
  const points = linePoints(
    [
      { d: "2026-04-01", v: "1", g: null, c: true },
      { d: "2026-05-01", v: "2", g: "1", c: true },
      { d: "2026-06-01", v: "0.5", g: "1", c: false },
    ],
    { x: "d", value: "v", ghost: "g", complete: "c" },
  );
  expect(points.map((point) => point.solid)).toEqual([1, 2, null]);
  expect(points.map((point) => point.dashed)).toEqual([null, 2, 0.5]);
});

test("bands sum the value where it is known, the fallback where not, and count where nothing is", () => {
  const money = shownColumn("stock_value", "Tied up", "money");
  const stock = shownColumn("current_stock", "Stock", "quantity");
  const chart = {
    type: "bands",
    band: "age",
    value: "stock_value",
    fallback: "current_stock",
    order: [],
    unit: "days",
  } as const;
  const measured = (row: Row) => bandMeasure({ chart, columns: [money, stock], rows: [row] }).name;
  expect(measured({ stock_value: "1", current_stock: "2" })).toBe("stock_value");
  expect(measured({ stock_value: null, current_stock: "2" })).toBe("current_stock");
  expect(measured({ stock_value: null, current_stock: null })).toBe("count");
});

test("bands that hold nothing take no room", () => {
  const bands: Chart = {
    type: "bands",
    band: "age",
    value: "v",
    fallback: "f",
    order: ["young", "old", "never sold"],
    unit: "days",
  };
  const held = [{ age: "never sold" }, { age: "old" }];
  expect(shownBands(bands.order, "age", held)).toEqual(["old", "never sold"]);
  expect(chartHeight(bands, held)).toBe(2 * ROW_HEIGHT);
});

describe("ChartView", () => {
  test("is said in words and has the room it will need", () => {
    page = mount(<ChartView chart={bars} columns={columns} rows={rows} format={plainFormat} />);
    const picture = page.one('[role="application"]');
    expect(picture.getAttribute("aria-label")).toBe("Bars: Units by Product. Rice 12, Tea -3.");
    expect(picture.style.minHeight).toBe(`${2 * ROW_HEIGHT}px`);
  });

  test("is nothing without rows", () => {
    page = mount(<ChartView chart={bars} columns={columns} rows={[]} format={plainFormat} />);
    expect(page.all("figure")).toEqual([]);
  });

  test("says how many rows it leaves to the table", () => {
    const many = Array.from({ length: 40 }, () => ({ product: "Rice", quantity: "1" }));
    const data = { chart: bars, columns, rows: many, format: plainFormat };
    expect(chartNote(data)).toBe("The first 15 of 40; the table has them all.");
    // A report holds some of the rows only.
    expect(chartNote({ ...data, total: 400 })).toBe("The first 15 of 400.");
    expect(chartNote({ ...data, rows: data.rows.slice(0, 10), total: 400 })).toBe("The first 10 of 400.");
    expect(chartNote({ ...data, rows: data.rows.slice(0, 10) })).toBeNull();
    // Its table was searched.
    expect(chartNote({ ...data, apart: true })).toBe("The first 15 of 40.");
    expect(chartHeight(bars, many)).toBe(15 * ROW_HEIGHT);
    expect(chartSummary(data)).toContain("and 35 more");
  });

  test("a map of months writes the number into every month that has one", () => {
    const months = Array.from({ length: 12 }, (_, month) => `index_${String(month + 1).padStart(2, "0")}`);
    const row = Object.fromEntries(months.map((name, month) => [name, month === 5 ? null : 1.5]));
    page = mount(
      <DrawnChart
        chart={{ type: "month-map", label: "product", prefix: "index_" }}
        columns={[...columns, ...months.map((name) => shownColumn(name, name, "index"))]}
        rows={[{ product: "Tea", ...row }]}
        format={plainFormat}
        {...room}
      />,
    );
    expect(
      page
        .all("svg text")
        .map((text) => text.textContent)
        .join(" ")
        .match(/1\.5/g),
    ).toHaveLength(11);
  });
});

test("bars name and number every row beside its bar", () => {
  page = mount(
    <DrawnChart
      chart={bars}
      columns={columns}
      rows={rows}
      format={plainFormat}
      width={400}
      height={2 * ROW_HEIGHT}
      active={null}
    />,
  );
  const texts = page.all("svg text").map((text) => text.lastChild?.textContent);
  expect(texts).toEqual(expect.arrayContaining(["Rice", "12", "Tea", "-3"]));
});

describe("a map of values", () => {
  const heat: Chart = { type: "heat", label: "weekday", values: ["hour_09", "hour_10"], per: "map" };
  const heatColumns = [
    shownColumn("weekday", "Day"),
    shownColumn("hour_09", "9:00", "money"),
    shownColumn("hour_10", "10:00", "money"),
  ];
  const heatRows = [
    { weekday: "Monday", hour_09: "10", hour_10: "100" },
    { weekday: "Tuesday", hour_09: "0", hour_10: null },
  ];
  const shades = () => page?.all("[data-strength]").map((cell) => Number(cell.getAttribute("data-strength"))) ?? [];

  test("is darker the larger a value is, pale where nothing was sold, empty where it is unknown", () => {
    page = mount(<DrawnChart chart={heat} columns={heatColumns} rows={heatRows} format={plainFormat} {...room} />);
    expect(shades()).toEqual([11, 86, 0]);
  });

  test("compares within a row where it is asked to", () => {
    const perRow: Chart = { ...heat, per: "row" };
    const rows = [...heatRows, { weekday: "Wednesday", hour_09: "1", hour_10: "1" }];
    page = mount(<DrawnChart chart={perRow} columns={heatColumns} rows={rows} format={plainFormat} {...room} />);
    expect(shades()).toEqual([11, 86, 0, 86, 86]);
  });

  test("is said in words", () => {
    const data = { chart: heat, columns: heatColumns, rows: heatRows, format: plainFormat };
    expect(chartSummary(data)).toBe("Map: 2 rows by 9:00 to 10:00, darker where the value is larger.");
  });
});

describe("a waterfall", () => {
  const waterfall: Chart = { type: "waterfall", label: "step", value: "amount", from: "from", total: "is_total" };
  const steps = [
    { step: "before", amount: "100", from: "0", is_total: true },
    { step: "volume", amount: "30", from: "100", is_total: false },
    { step: "price", amount: "-50", from: "130", is_total: false },
    { step: "after", amount: "80", from: "0", is_total: true },
  ];
  const data = {
    columns: [shownColumn("step", "Step"), shownColumn("amount", "Amount", "quantity")],
    rows: steps,
    format: plainFormat,
  };

  test("each step stands where the one before ended", () => {
    const drawn = waterfallSteps({ ...data, chart: waterfall });
    expect(drawn.map(({ low, high, end, kind }) => [low, high, end, kind])).toEqual([
      [0, 100, 100, "total"],
      [100, 130, 130, "up"],
      [80, 130, 80, "down"],
      [0, 80, 80, "total"],
    ]);
    expect(drawn.map(({ text }) => text)).toEqual(["100", "+30", "-50", "80"]);
  });

  test("its totals are called by their periods where it has them", () => {
    const named = (grain: string) => ({ ...waterfall, periods: { before: "from_day", after: "to_day", grain } });
    const dated = steps.map((step) => ({ ...step, from_day: "2026-05-01", to_day: "2026-06-01" }));
    const labels = (grain: string) =>
      waterfallSteps({ ...data, rows: dated, chart: named(grain) }).map(({ label }) => label);
    expect(labels("month")).toEqual(["May 2026", "volume", "price", "Jun 2026"]);
    expect(labels("quarter")).toEqual(["Q2 2026", "volume", "price", "Q2 2026"]);
    expect(labels("year")).toEqual(["2026", "volume", "price", "2026"]);
    expect(chartSummary({ ...data, rows: dated, chart: named("month") })).toContain(
      "Waterfall: May 2026 100, volume 30",
    );
  });

  test("draws a bar a step, and says all of them", () => {
    page = mount(
      <DrawnChart {...data} chart={waterfall} width={600} height={chartHeight(waterfall, steps)} active={null} />,
    );
    expect(page.all("rect")).toHaveLength(4);
    expect(chartSummary({ ...data, chart: waterfall })).toBe("Waterfall: before 100, volume 30, price -50, after 80.");
    expect(chartNote({ ...data, chart: waterfall })).toBeNull();
  });
});
