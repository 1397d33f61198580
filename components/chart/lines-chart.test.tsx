// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import type { Chart } from "@/lib/query/chart";
import type { Column } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { barItems } from "./bar-items";
import { chartNote } from "./chart-note";
import { chartPoints } from "./chart-points";
import { chartSummary } from "./chart-summary";
import DrawnChart from "./drawn-chart";
import { linesOf } from "./lines-of";
import { shownColumn } from "./testing/shown-column";
import { thinPlaces } from "./thin-places";
import { timeTicks } from "./time-ticks";

const day: Column = { name: "day", label: "Day", kind: "date", unit: "none", hidden: false };
const columns = [day, shownColumn("store", "Store"), shownColumn("amount", "Amount", "quantity")];
const lines: Chart = { type: "lines", x: "day", value: "amount", group: "store" };
const rows: Row[] = [
  { day: "2026-01-01", store: "North", amount: "1" },
  { day: "2026-01-01", store: "South", amount: "7" },
  { day: "2026-01-03", store: "North", amount: "2" },
];
const data = { chart: lines, columns, rows, format: plainFormat };
const texts = (low: string, high: string, most: number) =>
  timeTicks(Date.parse(low), Date.parse(high), most, "en-GB").map(({ text }) => text);

let page: Mounted | null = null;
afterEach(() => {
  page?.unmount();
  page = null;
});

describe("lines", () => {
  test("stand where their days are, the largest first, and have no value where they have no row", () => {
    expect(linesOf(data)).toEqual({
      scale: "time",
      places: [
        { at: Date.UTC(2026, 0, 1), name: "2026-01-01" },
        { at: Date.UTC(2026, 0, 3), name: "2026-01-03" },
      ],
      lines: [
        { name: "South", values: [7, null] },
        { name: "North", values: [1, 2] },
      ],
      total: 2,
    });
  });

  test("keep every row of one line where several share a place", () => {
    const twice = [...rows, { day: "2026-01-01", store: "North", amount: "5" }];
    const { places, lines: drawn } = linesOf({ ...data, rows: twice });
    expect(places.map(({ name }) => name)).toEqual(["2026-01-01", "2026-01-01", "2026-01-03"]);
    expect(drawn[0]).toEqual({ name: "North", values: [1, 5, 2] });
  });

  test("along words stand in the order of the rows, along numbers by their size", () => {
    const named: Chart = { type: "lines", x: "store", value: "amount", group: null };
    expect(linesOf({ ...data, chart: named, rows: rows.slice(0, 2) }).places.map(({ name }) => name)).toEqual([
      "North",
      "South",
    ]);
    const numbered: Chart = { type: "lines", x: "hour", value: "amount", group: null };
    const hour: Column = { name: "hour", label: "Hour", kind: "integer", unit: "none", hidden: false };
    const hours = [10, 9].map((at) => ({ hour: at, amount: "1" }));
    const { scale, places } = linesOf({ ...data, columns: [hour, ...columns], chart: numbered, rows: hours });
    expect([scale, ...places.map(({ at }) => at)]).toEqual(["number", 9, 10]);
  });

  test("are read place by place, every line that has a value there", () => {
    expect(chartPoints(data).points).toEqual([
      {
        title: "2026-01-01",
        lines: [
          { label: "South", text: "7" },
          { label: "North", text: "1" },
        ],
      },
      { title: "2026-01-03", lines: [{ label: "North", text: "2" }] },
    ]);
    expect(chartSummary(data)).toBe("2 lines: Amount by Day of South, North, from 2026-01-01 to 2026-01-03.");
  });

  test("beyond eight the largest are drawn, and the chart says so", () => {
    const many = Array.from({ length: 11 }, (_, at) => ({ day: "2026-01-01", store: `S${at}`, amount: String(at) }));
    expect(linesOf({ ...data, rows: many }).lines.map(({ name }) => name)).toEqual(
      [10, 9, 8, 7, 6, 5, 4, 3].map((at) => `S${at}`),
    );
    expect(chartNote({ ...data, rows: many })).toBe("The 8 largest of 11 lines; the table has the others.");
    expect(chartNote({ ...data, rows: many, apart: true })).toBe("The 8 largest of 11 lines.");
    expect(chartNote(data)).toBeNull();
  });

  test("are named at their ends", () => {
    page = mount(<DrawnChart {...data} width={700} height={272} active={1} />);
    const written = page.all("text").map(({ textContent }) => textContent);
    expect(written).toEqual(expect.arrayContaining(["South 7", "North 2", "↑ Amount"]));
    expect(page.all("[data-marker]")).toHaveLength(1);
  });

  test("of very many places keep their peaks and their ends", () => {
    const values = Array.from({ length: 50_000 }, (_, at) => (at === 31_415 ? 99 : at % 7));
    const kept = thinPlaces(values.length, [{ name: null, values }]);
    expect(kept).toEqual(expect.arrayContaining([0, 31_415, 49_999]));
    expect(kept.length).toBeLessThan(1100);
  });
});

describe("ticks of time", () => {
  test("are months with the year where it begins", () => {
    expect(texts("2025-11-03", "2026-02-20", 5)).toEqual(["Dec 2025", "Jan 2026", "Feb"]);
  });
  test("are days within weeks, hours within days, years within decades", () => {
    expect(texts("2026-01-01", "2026-01-04", 5)).toEqual(["1 Jan", "2 Jan", "3 Jan", "4 Jan"]);
    expect(texts("2026-01-01T00:00:00Z", "2026-01-01T12:00:00Z", 5)).toEqual([
      "1 Jan",
      "03:00",
      "06:00",
      "09:00",
      "12:00",
    ]);
    expect(texts("1999-06-01", "2026-01-01", 7)).toEqual(["2000", "2005", "2010", "2015", "2020", "2025"]);
  });
  test("are never more than there is room for, and at least one", () => {
    for (const most of [2, 4, 9]) {
      for (const days of [0, 1, 30, 400, 5000, 90_000]) {
        const ticks = timeTicks(0, days * 86_400_000, most, "en");
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
      }
    }
  });
});

describe("bars of one label stand together", () => {
  const chart: Chart = { type: "bars", label: "day", value: "amount", group: "store", most: 30 };
  test("below its name, the groups always in the same order", () => {
    expect(barItems({ ...data, chart }).map(({ label, head, text }) => (head ? label : `${label} ${text}`))).toEqual([
      "2026-01-01",
      "South 7",
      "North 1",
      "2026-01-03",
      "North 2",
    ]);
    expect(chartPoints({ ...data, chart }).points.map(({ title }) => title)).toEqual([
      "2026-01-01, South",
      "2026-01-01, North",
      "2026-01-03, North",
    ]);
  });
  test("and are left out together, which the chart says", () => {
    const few: Chart = { ...chart, most: 2 };
    expect(chartPoints({ ...data, chart: few }).points).toHaveLength(2);
    expect(chartNote({ ...data, chart: few })).toBe("The first 2 of 3; the table has them all.");
  });
});
