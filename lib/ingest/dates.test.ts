import { describe, expect, it } from "vitest";
import { dateShape, isClock, isSerial, noEvidence, orderOf, weigh } from "./dates";

describe("the shape of a date", () => {
  it.each([
    ["2024-03-01", "year-first", ""],
    ["2024-03-01 10:15:00", "year-first", " %H:%M:%S"],
    ["2024-03-01T10:15:00Z", "year-first", "T%H:%M:%S"],
    ["2026-09-03 10:15:00 -0400", "year-first", " %H:%M:%S"],
    ["04/19/19 08:46", "numbers", " %H:%M"],
    ["1.2.2024", "numbers", ""],
    ["1/2/2024 5:07 PM", "numbers", " %I:%M %p"],
    ["1-Jan-2015", "day-month-name", ""],
    ["2023-Nov-24", "year-month-name", ""],
    ["November 24, 2023", "month-name-day", ""],
    ["Mon, 30 Jun 2026", "day-month-name", ""],
    ["1er août 2026", "day-month-name", ""],
    ["30Jun2026", "day-month-name", ""],
    ["20260630", "compact", ""],
    ["20260630 1430", "compact", " %H:%M"],
    ["2026年6月30日", "ideographs", ""],
    ["30.06.2026 14.30", "numbers", " %H:%M"],
    ["2026-06-30 14:30 PDT", "year-first", " %H:%M"],
  ])("of %s is %s", (text, layout, time) => {
    expect(dateShape(text)).toMatchObject({ layout, time });
  });

  it.each(["", "12.5", "2024", "13/13/2024", "1/32/2024", "1-Foo-2015", "2024-13-01", "10:15", "1/2-2024"])(
    "is not seen in %j",
    (text) => {
      expect(dateShape(text)).toBeNull();
    },
  );
});

describe("a time of day", () => {
  it.each(["14:30", "14.30", "14h30", "2:05:07 PM", "2 pm", "12:05 a.m.", "14:30 UTC"])("is %s", (text) => {
    expect(isClock(text)).toBe(true);
  });

  it.each(["14", "25:00", "x", "", "1430"])("is not %j", (text) => {
    expect(isClock(text)).toBe(false);
  });
});

describe("a spreadsheet's number of a date", () => {
  it("lies between 1954 and 2119", () => {
    expect(["45123", "45123.5", "45123,25"].map(isSerial)).toEqual([true, true, true]);
    expect(["19999", "80000", "4512", "451230", "45123x"].map(isSerial)).toEqual([false, false, false, false, false]);
  });
});

describe("the order of day and month", () => {
  const order = (...texts: string[]) => {
    const evidence = noEvidence();
    for (const text of texts) weigh(evidence, text);
    return orderOf(evidence);
  };

  it("follows from a number above 12", () => {
    expect(order("01/02/2024", "13/02/2024")).toBe("day-first");
    expect(order("01/02/2024", "02/13/2024")).toBe("month-first");
    expect(order("2024-02-01")).toBe("year-first");
  });

  it("stays open when every date could be either", () => {
    expect(order("01/02/2024", "03/04/2024")).toBeNull();
    expect(order()).toBeNull();
  });

  it("is the majority's when dates contradict each other", () => {
    expect(order("13/02/2024", "14/02/2024", "02/15/2024")).toBe("day-first");
  });
});
