import { describe, expect, it } from "vitest";
import { comparedPeriods } from "./compared-periods";
import { monthsBetween } from "./facts";

const over = (firstDay: string, asOf: string) => ({ firstDay, asOf, months: monthsBetween(firstDay, asOf) });
const days = (from: string, to: string) => ({ from, to });
const TWO_YEARS = over("2024-07-01", "2026-06-30");

describe("the periods a figure is held against", () => {
  it("are, of all the data, those of the last complete month", () => {
    expect(comparedPeriods("all", over("2024-07-01", "2026-07-12"))).toEqual({
      now: days("2026-06-01", "2026-06-30"),
      previous: days("2026-05-01", "2026-05-31"),
      lastYear: days("2025-06-01", "2025-06-30"),
    });
    expect(comparedPeriods("all", TWO_YEARS)?.now).toEqual(days("2026-06-01", "2026-06-30"));
  });

  it("are the month before and the same month a year earlier, whatever the months' lengths", () => {
    expect(comparedPeriods("2026-03", TWO_YEARS)).toEqual({
      now: days("2026-03-01", "2026-03-31"),
      previous: days("2026-02-01", "2026-02-28"),
      lastYear: days("2025-03-01", "2025-03-31"),
    });
  });

  it("are as many months before where the period is of whole months", () => {
    expect(comparedPeriods("2026-01-01..2026-06-30", TWO_YEARS)).toEqual({
      now: days("2026-01-01", "2026-06-30"),
      previous: days("2025-07-01", "2025-12-31"),
      lastYear: days("2025-01-01", "2025-06-30"),
    });
    expect(comparedPeriods("2025-07-01..2026-06-30", TWO_YEARS)).toEqual({
      now: days("2025-07-01", "2026-06-30"),
      previous: days("2024-07-01", "2025-06-30"),
      lastYear: null,
    });
  });

  it("are as many days before where it is not, and the same days of the year before", () => {
    expect(comparedPeriods("2026-06-01..2026-06-14", TWO_YEARS)).toEqual({
      now: days("2026-06-01", "2026-06-14"),
      previous: days("2026-05-18", "2026-05-31"),
      lastYear: days("2025-06-01", "2025-06-14"),
    });
    expect(comparedPeriods({ lastDays: 90 }, TWO_YEARS)).toEqual({
      now: days("2026-04-02", "2026-06-30"),
      previous: days("2026-01-02", "2026-04-01"),
      lastYear: days("2025-04-02", "2025-06-30"),
    });
    expect(comparedPeriods("2024-02-29..2024-02-29", over("2023-01-01", "2024-03-31"))?.lastYear).toEqual(
      days("2023-02-28", "2023-02-28"),
    );
  });

  it("are left out where the data does not reach back to their first day", () => {
    expect(comparedPeriods("2026-02", over("2026-01-02", "2026-06-30"))).toEqual({
      now: days("2026-02-01", "2026-02-28"),
      previous: null,
      lastYear: null,
    });
  });

  it.each([
    ["no month is complete", "all", over("2026-06-02", "2026-07-30")],
    ["the data ends inside it", "2026-06", over("2026-01-01", "2026-06-29")],
    ["the data begins inside it", "2026-01", over("2026-01-02", "2026-06-30")],
    ["it lies behind the data", "2026-07-01..2026-07-02", TWO_YEARS],
    ["there are no sales", "all", { firstDay: null, asOf: null, months: [] }],
  ])("are none when %s", (_, period, facts) => {
    expect(comparedPeriods(period, facts)).toBeNull();
  });
});
