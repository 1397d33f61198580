import { describe, expect, it } from "vitest";
import { hashOf, resultKey } from "./result-key";

const spec = { dataHashes: ["a", "b"], sql: "select 1", params: { limit: 10, by: "x" }, engine: "e 1" };

describe("resultKey", () => {
  it("is the same whatever the order of data sets and parameters", () => {
    const other = { ...spec, dataHashes: ["b", "a"], params: { by: "x", limit: 10 } };
    expect(resultKey(other)).toBe(resultKey(spec));
  });

  it.each([
    ["data", { ...spec, dataHashes: ["a"] }],
    ["SQL", { ...spec, sql: "select 2" }],
    ["a parameter", { ...spec, params: { limit: 11, by: "x" } }],
    ["the engine", { ...spec, engine: "e 2" }],
  ])("changes with %s", (_, other) => {
    expect(resultKey(other)).not.toBe(resultKey(spec));
  });
});

describe("hashOf", () => {
  it("tells values apart that differ deep inside", () => {
    expect(hashOf({ a: { b: [1, 2] } })).not.toBe(hashOf({ a: { b: [2, 1] } }));
  });
});
