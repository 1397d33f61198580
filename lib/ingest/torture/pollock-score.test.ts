import { describe, expect, it } from "vitest";
import { normalised, pollockScore, sumOf } from "./pollock-score";

const CLEAN = [
  ["a", "b"],
  ["1", "x"],
  ["07", "$48.00"],
];

describe("the score of a loaded table", () => {
  it("is ten when nothing differs, and for any reading of an empty file", () => {
    expect(sumOf(pollockScore(CLEAN, CLEAN))).toBe(10);
    expect(sumOf(pollockScore([], [["x"]]))).toBe(10);
  });

  it("is nothing when the loader stopped", () => {
    expect(sumOf(pollockScore(CLEAN, null))).toBe(0);
  });

  it("loses cells but no records when values are written otherwise", () => {
    const { records, cells } = pollockScore(CLEAN, [
      ["a", "b"],
      ["1", "X"],
      ["7", "$48"],
    ]);
    expect([records.f1, cells.f1]).toEqual([1, 0.25]);
  });

  it("counts each item once", () => {
    const { header, records } = pollockScore(CLEAN, [
      ["a", "a"],
      ["1", "x"],
      ["1", "x"],
    ]);
    expect(header).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(records).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });

  it("takes dates, times, prices and numbers for what they say", () => {
    expect(["28/01/2018", "00:15", "$48.00", "007", "True", "Bread"].map(normalised)).toEqual([
      "2018-01-28",
      "00:15:00",
      "$48",
      "7",
      "1",
      "bread",
    ]);
  });
});
