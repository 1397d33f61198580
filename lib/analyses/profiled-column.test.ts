import { describe, expect, it } from "vitest";
import type { Row } from "@/lib/query/result";
import { profiledColumn } from "./profiled-column";

const row = (given: Row): Row => ({
  column_name: "Item",
  type: "text",
  lines: 10,
  filled: 8,
  empty: 2,
  distinct_values: 2,
  top_values: null,
  histogram: null,
  ...given,
});

describe("a column of a profile", () => {
  it("has its most frequent values and its steps as lists", () => {
    const { top, steps } = profiledColumn(row({ top_values: "tea (5), coffee (3)", histogram: "5 0 3" }));
    expect(top).toEqual([
      { value: "tea", count: 5 },
      { value: "coffee", count: 3 },
    ]);
    expect(steps).toEqual([5, 0, 3]);
  });

  it("keeps values with commas, brackets and new lines whole", () => {
    expect(profiledColumn(row({ top_values: "Germany, West (5), a (b)\nc (3)" })).top).toEqual([
      { value: "Germany, West", count: 5 },
      { value: "a (b)\nc", count: 3 },
    ]);
  });

  it("takes no reading where there is more than one", () => {
    expect(profiledColumn(row({ distinct_values: 1, top_values: "x (5), y (8)" })).top).toEqual([]);
  });

  it("holds years when all of it could be some", () => {
    expect(profiledColumn(row({ type: "whole number", minimum: "1999", maximum: "2024" })).years).toBe(true);
    expect(profiledColumn(row({ type: "whole number", minimum: "1", maximum: "2024" })).years).toBe(false);
    expect(profiledColumn(row({ type: "number", minimum: "1999.5", maximum: "2024" })).years).toBe(false);
  });

  it("has none of what is not known", () => {
    expect(profiledColumn(row({}))).toMatchObject({ top: [], steps: [], name: "Item", holds: "text", empty: 2 });
  });
});
