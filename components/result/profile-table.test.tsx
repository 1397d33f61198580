// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { click, fill, type Mounted, mount } from "@/components/ui/testing/mount";
import { profile } from "@/lib/analyses/profile";
import { toFormat } from "@/lib/analyses/say";
import type { Row } from "@/lib/query/result";
import { ProfileTable } from "./profile-table";

const row = (position: number, column_name: string, type: string, given: Row): Row => ({
  position,
  column_name,
  type,
  filled: 1000,
  empty: 0,
  distinct_values: 900,
  minimum: null,
  maximum: null,
  mean: null,
  top_values: null,
  histogram: null,
  distinct_is_exact: true,
  lines: 1000,
  data_set: "survey.csv",
  ...given,
});

const rows = [
  row(1, "Score", "number", {
    minimum: "-0.5",
    maximum: "12345.25",
    mean: 1234.567,
    histogram: "10 0 30 0 0 0 0 0 0 960",
  }),
  row(2, "Country", "text", {
    filled: 618,
    empty: 382,
    distinct_values: 2,
    minimum: "A",
    maximum: "B",
    top_values: "India, North (600), Spain (18)",
  }),
  row(3, "Member", "yes/no", {
    distinct_values: 2,
    minimum: "false",
    maximum: "true",
    top_values: "true (600), false (400)",
  }),
  row(4, "Year", "whole number", { minimum: "1999", maximum: "2024", mean: 2011.5, histogram: "1 2 3 4 5 6 7 8 9 10" }),
  row(5, "When", "date and time", { minimum: "2024-01-05 10:02:00", maximum: "2024-02-06 23:00:00", histogram: "1 1" }),
  row(6, "Name", "text", {
    distinct_values: 1000,
    minimum: "Ada",
    maximum: "Zoe",
    top_values: "Ada (1), Bob (1), Zoe (1)",
  }),
  row(7, "Nothing", "text", { filled: 0, empty: 1000, distinct_values: 0 }),
];

let page: Mounted;
afterEach(() => page.unmount());

const format = toFormat({ locale: "en-GB", currency: null });

function show(shown: readonly Row[] = rows, hidden: readonly string[] = []) {
  const columns = Object.entries(profile.query.row).map(([name, column]) => ({
    name,
    ...column,
    hidden: column.hidden || hidden.includes(name),
  }));
  page = mount(<ProfileTable title="Profile, table" result={{ columns, rows: shown }} format={format} />);
}

/** The cells of one column by its head, as a person reads them. */
function cells(name: string): (string | null)[] {
  const at = page.all("thead th").findIndex((head) => head.dataset.column === name);
  return page.all("tbody tr").map((line) => line.children[at]?.textContent ?? null);
}

describe("the table of a profile", () => {
  test("has a row a column, each value under the head that names it", () => {
    show();
    expect(page.one("table").getAttribute("aria-label")).toBe("Profile, table");
    expect(page.all("thead th").map((head) => [head.dataset.column, head.textContent])).toEqual([
      ["position", "#"],
      ["column_name", "Column"],
      ["type", "Holds"],
      ["filled", "Filled"],
      ["empty", "Empty"],
      ["distinct_values", "Different values"],
      ["minimum", "Smallest"],
      ["maximum", "Largest"],
      ["mean", "Mean"],
      ["top_values", "Values"],
    ]);
    expect(page.all("tbody tr").every((line) => [...line.children].every(({ tagName }) => tagName === "TD"))).toBe(
      true,
    );
    expect(cells("column_name")).toEqual(rows.map((each) => each.column_name));
    expect(cells("type").slice(0, 3)).toEqual(["number", "text", "yes/no"]);
  });

  test("writes values as what they are, the exact number behind them", () => {
    show();
    expect(cells("minimum").slice(0, 6)).toEqual(["−0.5", "A", "no", "1999", "5 Jan 2024 10:02", "Ada"]);
    expect(cells("maximum")[0]).toBe("12,345.25");
    expect(cells("mean")).toEqual(["1,235", "", "", "2,012", "", "", ""]);
    expect(page.all("[data-label=Mean]").map((cell) => cell.dataset.value)[0]).toBe("1234.567");
    expect(page.all("[data-label=Empty]").map((cell) => cell.dataset.value)).toEqual([
      "0",
      "382",
      "0",
      "0",
      "0",
      "0",
      "1000",
    ]);
  });

  test("draws how full each column is", () => {
    show();
    const widths = page.all("[data-slot=filled-bar] > *").map((bar) => bar.style.width);
    expect(widths.slice(0, 2)).toEqual(["100%", "61.8%"]);
    expect(widths.at(-1)).toBe("0%");
  });

  test("draws where numbers lie and names the most frequent of the others", () => {
    show();
    expect(page.all("svg[role=img]").map((picture) => picture.getAttribute("aria-label"))).toEqual([
      "Score in ten steps from −0.5 to 12,345.25: 10, 0, 30, 0, 0, 0, 0, 0, 0, 960",
      "Year in ten steps from 1999 to 2024: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
      "When in ten steps from 5 Jan 2024 10:02 to 6 Feb 2024 23:00: 1, 1",
    ]);
    expect(page.all("li").map((item) => item.textContent)).toEqual(["India, North600", "Spain18", "yes600", "no400"]);
    expect(cells("top_values")[5]).toBe("each once: Ada, Bob, Zoe, …");
    expect(cells("top_values")[6]).toBe("");
  });

  test("is sorted by its heads, and back by the third press", () => {
    show();
    const head = () => page.one<HTMLButtonElement>("th[data-column=empty] button");
    click(head());
    expect(page.one("th[data-column=empty]").getAttribute("aria-sort")).toBe("descending");
    expect(cells("column_name").slice(0, 2)).toEqual(["Nothing", "Country"]);
    click(head());
    click(head());
    expect(cells("column_name")).toEqual(rows.map((each) => each.column_name));
  });

  test("of many columns shows some, finds them all, and has none beyond two hundred until asked", () => {
    const many = Array.from({ length: 205 }, (_, at) => row(at + 1, `q${at + 1}`, "number", { histogram: "1 2 3" }));
    show(many);
    expect(page.all("tbody tr")).toHaveLength(200);
    click(page.button("Table options"));
    fill(page.one("input[type=search]"), "q204");
    expect(cells("column_name")).toEqual(["q204"]);
    fill(page.one("input[type=search]"), "");
    click(page.button("Show all 205 columns"));
    expect(page.all("tbody tr")).toHaveLength(205);
  });

  test("leaves out what no column has", () => {
    show(rows, ["mean", "top_values"]);
    expect(
      page
        .all("thead th")
        .map((head) => head.dataset.column)
        .slice(-3),
    ).toEqual(["minimum", "maximum", "histogram"]);
  });
});
