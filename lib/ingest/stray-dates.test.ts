import { describe, expect, it } from "vitest";
import { mayStray, strayDatesSentence, strayYears } from "./stray-dates";

const years = (counts: Readonly<Record<number, number>>) =>
  Object.entries(counts).map(([year, lines]) => ({ year: Number(year), lines }));

describe("dates years away from all others", () => {
  it("are found on either side of the rest", () => {
    expect(strayYears(years({ 1985: 1, 2024: 90, 2025: 110 }))).toEqual([
      { side: "before", lines: 1, empty: 38, rest: [2024, 2025] },
    ]);
    expect(strayYears(years({ 1900: 2, 2024: 900, 2025: 1100, 2202: 1 }))).toEqual([
      { side: "before", lines: 2, empty: 123, rest: [2024, 2025] },
      { side: "after", lines: 1, empty: 176, rest: [2024, 2025] },
    ]);
  });

  it("count together when several lie outside", () => {
    expect(strayYears(years({ 1900: 1, 1985: 2, 2024: 900 }))).toEqual([
      { side: "before", lines: 3, empty: 38, rest: [2024, 2024] },
    ]);
  });

  it("are no pause of three years, no short history and no half of the file", () => {
    expect(strayYears(years({ 2020: 1, 2023: 900 }))).toEqual([]);
    expect(strayYears(years({ 2020: 400, 2025: 500 }))).toEqual([]);
    expect(strayYears(years({ 1990: 1, 2025: 1 }))).toEqual([]);
    expect(strayYears(years({ 2014: 9, 2015: 9, 2016: 9, 2017: 9 }))).toEqual([]);
    expect(strayYears([])).toEqual([]);
  });

  it("are looked for in sales whose days lie four years apart or more", () => {
    expect(mayStray({ kind: "sales" }, { firstDay: "1985-03-02", lastDay: "2025-12-30" })).toBe(true);
    expect(mayStray({ kind: "sales" }, { firstDay: "2014-01-03", lastDay: "2017-12-30" })).toBe(false);
    expect(mayStray({ kind: "inventory" }, { firstDay: "1985-03-02", lastDay: "2025-12-30" })).toBe(false);
    expect(mayStray({ kind: "sales" }, { firstDay: null, lastDay: null })).toBe(false);
  });

  it("are told with their lines and a next step", () => {
    expect(strayDatesSentence({ side: "before", lines: 1, empty: 39, rest: [2025, 2025], first: [2] })).toBe(
      "1 line is dated before 2025, with 39 years without a sale between it and the rest: line 2. Every month between " +
        "counts as one without sales. If the dates are wrong, correct them in the file and add it again.",
    );
    expect(
      strayDatesSentence({ side: "after", lines: 12, empty: 5, rest: [2024, 2025], first: [1200, 1201, 1300] }),
    ).toContain(
      "12 lines are dated after 2025, with 5 years without a sale between them and the rest: the first are lines 1,200, 1,201 and 1,300.",
    );
  });
});
