import { describe, expect, test } from "vitest";
import { plainFormat } from "@/components/ui/testing/plain-format";
import type { Column } from "@/lib/query/column";
import { columnDigits, columnLook, realMinus } from "./column-look";
import { nextSort, sortRows } from "./sort-rows";
import { tableColumns } from "./table-columns";

const revenue: Column = { name: "revenue", label: "Revenue", kind: "decimal", unit: "money", hidden: false };
const product: Column = { name: "product", label: "Product", kind: "text", unit: "none", hidden: false };
const rows = [
  { product: "Tea 10", revenue: "9.5" },
  { product: "Tea 2", revenue: null },
  { product: "All others", revenue: "500" },
  { product: "Rice", revenue: "100" },
];

describe("sortRows", () => {
  test("sorts decimals as numbers and keeps unknown values last in both directions", () => {
    const names = (direction: "ascending" | "descending") =>
      sortRows(rows, revenue, direction, "en").map((row) => row.product);
    expect(names("descending")).toEqual(["All others", "Rice", "Tea 10", "Tea 2"]);
    expect(names("ascending")).toEqual(["Tea 10", "Rice", "All others", "Tea 2"]);
  });

  test("keeps pinned rows last", () => {
    const pinned = (row: { product?: unknown }) => row.product === "All others";
    expect(sortRows(rows, revenue, "descending", "en", pinned).at(-1)?.product).toBe("All others");
  });

  test("sorts numbers inside names by their value", () => {
    expect(sortRows(rows, product, "ascending", "en").map((row) => row.product)).toEqual([
      "All others",
      "Rice",
      "Tea 2",
      "Tea 10",
    ]);
  });

  test("leads back to the result's own order with the third press", () => {
    const first = nextSort(revenue, null);
    expect(first).toEqual({ column: "revenue", direction: "descending" });
    const second = nextSort(revenue, first);
    expect(second?.direction).toBe("ascending");
    expect(nextSort(revenue, second)).toBeNull();
    expect(nextSort(product, second)).toEqual({ column: "product", direction: "ascending" });
  });
});

describe("columnDigits", () => {
  test("shows whole amounts without decimals and mixed ones with the currency's own", () => {
    expect(columnDigits(revenue, [{ revenue: "12" }, { revenue: "7" }])).toBe(0);
    expect(columnDigits(revenue, [{ revenue: "12" }, { revenue: "7.5" }])).toBeUndefined();
  });

  test("shows quantities as fine as the finest, at most three decimals", () => {
    const quantity: Column = { ...revenue, name: "quantity", unit: "quantity" };
    expect(columnDigits(quantity, [{ quantity: "1" }, { quantity: "0.25" }])).toBe(2);
    expect(columnDigits(quantity, [{ quantity: 0.123456 }])).toBe(3);
    expect(columnDigits(quantity, [{ quantity: 1e-7 }])).toBe(3);
  });

  test("gives figures without a unit those of the finest, unless that needs more than four", () => {
    const plain: Column = { name: "mean", label: "Mean", kind: "double", unit: "none", hidden: false };
    expect(columnDigits(plain, [{ mean: 4.9 }, { mean: 5.11 }, { mean: null }])).toBe(2);
    expect(columnDigits(plain, [{ mean: 1 / 3 }, { mean: 5 }])).toBeUndefined();
    expect(columnDigits(plain, [{ mean: 1e-7 }, { mean: 5 }])).toBeUndefined();
    expect(columnDigits({ ...plain, kind: "integer" }, [{ mean: 5 }])).toBeUndefined();
  });
});

describe("shares", () => {
  const support: Column = { ...revenue, name: "support", kind: "double", unit: "share" };
  const digits = (...shares: (number | null)[]) =>
    columnDigits(
      support,
      shares.map((share) => ({ support: share })),
    );

  test("have as many decimals as the smallest needs not to be none", () => {
    expect(digits(0.4, 0.0005)).toBeUndefined();
    expect(digits(0.4, 0.0003)).toBe(2);
    expect(digits(0.4, -0.00003, 0, null)).toBe(3);
    expect(digits(0.4, 0.0000001)).toBe(3);
    expect(digits(0, null)).toBeUndefined();
  });

  test("of one whole keep one decimal, because they are made to add up", () => {
    expect(columnDigits({ ...support, parts: true }, [{ support: 0.0003 }])).toBeUndefined();
  });
});

test("amounts beside each other all have cents when one has", () => {
  const before: Column = { ...revenue, name: "before", label: "Year before" };
  const digits = (one: string, other: string) =>
    tableColumns([revenue, before], [{ revenue: one, before: other }], null, plainFormat).map((each) => each.digits);
  expect(digits("237.70", "0")).toEqual([undefined, undefined]);
  expect(digits("237", "0")).toEqual([0, 0]);
});

describe("shares of one whole", () => {
  const share: Column = { name: "share", label: "Share", kind: "double", unit: "share", hidden: false, parts: true };
  const thirds = [{ share: 1 / 3 }, { share: 1 / 3 }, { share: 1 / 3 }];
  const written = (column: Column) =>
    tableColumns([column], thirds, null, plainFormat).flatMap((each) => thirds.map((row) => each.written?.get(row)));

  test("are written as they were where that is known", () => {
    const shares = new Map([["share", new Map([[thirds[1] ?? {}, 0.25]])]]);
    const [column] = tableColumns([share], thirds, null, plainFormat, shares);
    expect(thirds.map((row) => column?.written?.get(row))).toEqual([0.334, 0.25, 0.333]);
  });

  test("are written so that they add up to 100.0%", () => {
    expect(written(share)).toEqual([0.334, 0.333, 0.333]);
  });

  test("are left alone where they are no parts", () => {
    expect(written({ ...share, parts: false })).toEqual([undefined, undefined, undefined]);
  });
});

test("a minus is a real minus, before or after the currency sign", () => {
  expect(realMinus("-£3.00")).toBe("−£3.00");
  expect(realMinus("£-3.00")).toBe("£−3.00");
  expect(realMinus("2026-06")).toBe("2026-06");
});

test("ranks, numbers, days and text each have their look", () => {
  expect(columnLook({ ...revenue, unit: "rank" })).toBe("rank");
  expect(columnLook(revenue)).toBe("number");
  expect(columnLook({ ...product, kind: "date" })).toBe("date");
  expect(columnLook(product)).toBe("text");
});
