import { describe, expect, it } from "vitest";
import type { Column } from "@/lib/query/column";
import { hashOf, type ResultSource, resultKey } from "./result-key";

const REVENUE: Column = { name: "revenue", label: "Revenue", kind: "decimal", unit: "money", hidden: false };
const sales = { dataHash: "a", fileName: "june.csv", replaced: null };
const stock = { dataHash: "b", fileName: "stock.csv", replaced: null };
const source: ResultSource = {
  dataSets: [sales, stock],
  query: { text: "select $limit as revenue", columns: [REVENUE] },
  params: { limit: 10, by: "x" },
  relations: "r 1",
  engine: "e 1",
};
const days = { from: "2026-06-01", to: "2026-06-14", by: "newer.csv" };

describe("resultKey", () => {
  it.each<[string, Partial<ResultSource>]>([
    ["another file", { dataSets: [sales] }],
    ["a file read another way", { dataSets: [{ ...sales, dataHash: "c" }, stock] }],
    ["the name of a file", { dataSets: [{ ...sales, fileName: "july.csv" }, stock] }],
    ["the order of files", { dataSets: [stock, sales] }],
    ["days that come from a newer file", { dataSets: [{ ...sales, replaced: days }, stock] }],
    ["the first of those days", { dataSets: [{ ...sales, replaced: { ...days, from: "2026-06-02" } }, stock] }],
    ["the last of those days", { dataSets: [{ ...sales, replaced: { ...days, to: "2026-06-15" } }, stock] }],
    ["a letter of the SQL", { query: { ...source.query, text: "select $limit as  revenue" } }],
    ["the kind of a column", { query: { ...source.query, columns: [{ ...REVENUE, kind: "double" }] } }],
    ["the value of a parameter", { params: { limit: 11, by: "x" } }],
    ["the type of a parameter's value", { params: { limit: "10", by: "x" } }],
    ["another parameter", { params: { limit: 10, by: "x", more: "yes" } }],
    ["what makes the relations", { relations: "r 2" }],
    ["the engine", { engine: "e 2" }],
  ])("is another with %s", (_, change) => {
    const variants = [source, { ...source, dataSets: [{ ...sales, replaced: days }, stock] }].map(resultKey);
    const key = resultKey({ ...source, ...change });
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(key).not.toBe(variants[0]);
    if (!change.dataSets) expect(key).not.toBe(variants[1]);
  });

  it.each<[string, Partial<ResultSource>]>([
    ["the order in which parameters are named", { params: { by: "x", limit: 10 } }],
    [
      "how a column is headed and written",
      {
        query: {
          ...source.query,
          columns: [{ ...REVENUE, label: "Sales", unit: "quantity", hidden: true, parts: true }],
        },
      },
    ],
  ])("is the same whatever %s", (_, change) => {
    expect(resultKey({ ...source, ...change })).toBe(resultKey(source));
  });

  it("does not change with what else a data set says of itself", () => {
    const more = { ...sales, id: "another", parts: ["x"], importedAt: 5, readAs: "Read as sales", unmatched: [] };
    expect(resultKey({ ...source, dataSets: [more, stock] })).toBe(resultKey(source));
    const by = { ...days, by: "renamed.csv" };
    const keys = [days, by].map((replaced) => resultKey({ ...source, dataSets: [{ ...sales, replaced }] }));
    expect(keys[0]).toBe(keys[1]);
  });
});

describe("hashOf", () => {
  it("tells values apart that differ deep inside", () => {
    expect(hashOf({ a: { b: [1, 2] } })).not.toBe(hashOf({ a: { b: [2, 1] } }));
  });
});
