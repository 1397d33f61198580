import { describe, expect, it } from "vitest";
import type { CellId } from "@/lib/notebook/ids";
import type { InputCell, InputKind } from "@/lib/notebook/notebook";
import { daysOf, sqlParams } from "./sql-params";

function input(name: string, kind: InputKind, value: string | number): InputCell {
  return { id: `id-${name}` as CellId, kind: "input", input: kind, name, title: name, value, collapsed: false };
}

describe("sqlParams", () => {
  it("gives each input as a literal of its own type", () => {
    const cells = [input("least", "number", 2.5), input("shop", "store", "Ann's"), input("word", "text", "tea")];
    expect(sqlParams(cells, { sql: "select $least, $shop, $word", origin: null }).literals).toEqual({
      least: "2.5::DOUBLE",
      shop: "'Ann''s'::VARCHAR",
      word: "'tea'::VARCHAR",
    });
  });

  it("gives a period as its first and last day", () => {
    const cells = [input("span", "period", "2024-02")];
    expect(sqlParams(cells, { sql: "select $span_from, $span_to", origin: null })).toEqual({
      literals: { span_from: "'2024-02-01'::DATE", span_to: "'2024-02-29'::DATE" },
      missing: [],
    });
    expect(daysOf("2026-01-05..2026-03-01")).toEqual({ from: "2026-01-05", to: "2026-03-01" });
    expect(daysOf("all")).toEqual({ from: "0001-01-01", to: "9999-12-31" });
  });

  it("keeps the settings of the analysis a query was, those that follow an input included", () => {
    const month = input("month", "period", "2026-06");
    const origin = { analysis: "best_sellers", params: { limit: 3 }, inputs: { period: month.id } };
    const { literals } = sqlParams([month], { sql: "select $limit, $period, $sort_by", origin });
    expect(literals).toEqual({ limit: "3::BIGINT", period: "'2026-06'::VARCHAR", sort_by: "'quantity'::VARCHAR" });
  });

  it("names what nothing gives a value, but not what stands in a text", () => {
    expect(sqlParams([], { sql: "select $a, '$b', $a -- $c", origin: null }).missing).toEqual(["a"]);
  });
});
