import { describe, expect, it } from "vitest";
import type { Chart } from "@/lib/query/chart";
import type { Column } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { writtenParts } from "@/lib/query/shown-parts";
import { rowsApart, tableRows } from "@/lib/report/table-rows";
import { frozenTable } from "./frozen-table";

const column = (name: string, hidden = false): Column => ({ name, label: name, kind: "integer", unit: "none", hidden });
const columns = [column("n"), column("rest", true), column("unused", true)];
const rows = Array.from({ length: 300 }, (_, n) => ({ n, rest: n === 299, unused: n }));
const result = { columns, rows };
const pareto: Chart = { type: "pareto", label: "n", value: "n", cumulative: "n", group: "n", rest: "rest" };
const line: Chart = { type: "line", x: "n", value: "n", ghost: "n", against: "", complete: "n", grain: "day" };

const kept = (chart: Chart | null, most: number) =>
  tableRows(frozenTable({ result, chart, totals: null, most })).map(({ n }) => n);

describe("a result in a report", () => {
  it("has the columns that are seen or drawn, and says how many rows there are", () => {
    const frozen = frozenTable({ result, chart: pareto, totals: { n: 9, unused: 1 }, most: 2 });
    expect(frozen.columns.map(({ name }) => name)).toEqual(["n", "rest"]);
    expect(frozen.total).toBe(300);
    expect(frozen.ending).toEqual([9, null]);
    expect(frozenTable({ result: { ...result, total: 5000 }, chart: null, totals: null, most: 2 }).total).toBe(5000);
  });

  it("has its first rows, of a line the newest, and what stands for all the others", () => {
    expect(kept(null, 3)).toEqual([0, 1, 2]);
    expect(kept(line, 100)).toEqual(Array.from({ length: 100 }, (_, at) => 200 + at));
    expect(kept(pareto, 50)).toEqual([...Array.from({ length: 49 }, (_, at) => at), 299]);
    expect(kept(pareto, 3)).toHaveLength(40);
  });

  it("stands as on the screen where it was sorted or searched; its chart is drawn from its own first rows", () => {
    const bars: Chart = { type: "bars", label: "n", value: "n" };
    const seen = (shown: Row[], chart: Chart | null, most: number) => {
      const view = { columns: columns.slice(0, 1), rows: shown, totals: null, sort: null };
      const frozen = frozenTable({ result, chart, totals: { n: 1 }, most, shown: view });
      const { drawn, seen } = rowsApart(frozen);
      return { ...frozen.view, ending: frozen.ending, drawn: drawn.map(({ n }) => n), seen: seen.map(({ n }) => n) };
    };
    const backwards = [...rows].reverse();
    expect(seen(backwards, null, 3)).toMatchObject({ found: 300, drawn: [], seen: [299, 298, 297], ending: null });
    expect(seen(backwards, bars, 3)).toMatchObject({ found: 300, drawn: [0, 1, 2], seen: [299, 298, 297] });
    expect(seen(rows.slice(1, 3), bars, 3)).toMatchObject({ found: 2, drawn: [0, 1, 2], seen: [1, 2] });
    const full = seen(backwards, bars, 200);
    expect([full.drawn.length, full.seen.length]).toEqual([40, 160]);
    // As it is by itself, or of another result: nothing is said of it.
    expect(seen(rows, bars, 3)).toMatchObject({ seen: [0, 1, 2], drawn: [0, 1, 2], ending: [1] });
    expect(seen([{ n: 7 }], bars, 3).seen).toEqual([0, 1, 2]);
    const newest = { columns, rows: backwards, totals: null, sort: { column: "n", direction: "descending" as const } };
    expect(frozenTable({ result, chart: line, totals: null, most: 50, shown: newest }).view).toBeUndefined();
  });

  it("has the rows its chart would have by itself where it was sorted, be they the newest or all the others", () => {
    const shown = {
      columns: columns.slice(0, 1),
      rows: [...rows].sort((a, b) => (a.n % 7) - (b.n % 7)),
      totals: null,
      sort: { column: "n", direction: "ascending" as const },
    };
    const drawn = (chart: Chart) => {
      const frozen = rowsApart(frozenTable({ result, chart, totals: null, most: 200, shown }));
      expect(frozen.seen).toHaveLength(160);
      return frozen.drawn.map(({ n }) => n);
    };
    const from = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);
    expect(drawn(line)).toEqual(from(260, 40));
    expect(drawn({ type: "lines", x: "n", value: "n", group: null })).toEqual(from(260, 40));
    expect(drawn({ type: "triangle", label: "n", size: "n", values: ["n"], over: "" })).toEqual(from(260, 40));
    expect(drawn(pareto)).toEqual([...from(0, 39), 299]);
    expect(kept({ type: "triangle", label: "n", size: "n", values: ["n"], over: "" }, 5)).toEqual(from(260, 40));
  });

  it("of a line stands newest first where it does so on the screen: by itself where it is long, else where it was turned", () => {
    const seenOf = (all: Row[], shown: Row[], direction: "ascending" | "descending" | null) => {
      const sort = direction && { column: "n", direction };
      const view = { columns, rows: shown, totals: null, sort };
      const frozen = frozenTable({ result: { columns, rows: all }, chart: line, totals: null, most: 200, shown: view });
      return frozen.view && rowsApart(frozen).seen.map(({ n }) => n);
    };
    const six = rows.slice(0, 6);
    expect(seenOf(six, six, null)).toBeUndefined();
    expect(seenOf(six, [...six].reverse(), "descending")).toEqual([5, 4, 3, 2, 1, 0]);
    const many = rows.slice(0, 20);
    expect(seenOf(many, [...many].reverse(), "descending")).toBeUndefined();
    for (const sort of ["ascending", null] as const) {
      expect(seenOf(many, many, sort)).toEqual(many.map(({ n }) => n));
    }
  });

  it("writes shares of one whole as the screen does, whichever of its rows are in it", () => {
    const share: Column = { ...column("share"), kind: "double", unit: "share", parts: true };
    const whole = Array.from({ length: 6 }, () => ({ share: 1 / 6 }));
    const onScreen = writtenParts(share, whole);
    const both = { columns: [share], rows: whole };
    /** What the table of the report writes for each of its rows. */
    const written = (frozen: ReturnType<typeof frozenTable>) => {
      const { seen, written } = rowsApart(frozen);
      const parts = writtenParts(share, seen);
      return seen.map((row) => written.get("share")?.get(row) ?? parts?.get(row));
    };
    const found = whole.slice(4);
    const shown = { columns: [share], rows: found, totals: null, sort: null };
    const expected = found.map((row) => onScreen?.get(row));
    expect(expected).toEqual([0.166, 0.166]);
    const searched = frozenTable({ result: both, chart: null, totals: null, most: 200, shown });
    expect(written(searched)).toEqual(expected);
    expect(searched.values).toEqual([Array(2).fill(1 / 6)]);
    const some = frozenTable({ result: both, chart: null, totals: null, most: 2 });
    expect(written(some)).toEqual([0.167, 0.167]);
    expect(frozenTable({ result: both, chart: null, totals: null, most: 6 })).not.toHaveProperty("written");
  });

  it("says of a table that was only sorted that all its rows were found, be they more than the page holds", () => {
    const found = (shown: Row[]) => {
      const view = { columns, rows: shown, totals: null, sort: null };
      const first = { ...result, total: 5000 };
      return frozenTable({ result: first, chart: null, totals: null, most: 9, shown: view }).view?.found;
    };
    expect(found([...rows].reverse())).toBe(5000);
    expect(found(rows.slice(1))).toBe(299);
  });

  it("leaves out the columns a person has hidden, but those its chart is drawn from", () => {
    const two = { columns: [column("n"), column("secret")], rows: [{ n: 1, secret: 2 }] };
    const shown = { columns: [column("n")], rows: two.rows, totals: null, sort: null };
    const names = (chart: Chart | null) =>
      frozenTable({ result: two, chart, totals: null, most: 9, shown }).columns.map(({ name, hidden }) => [
        name,
        hidden,
      ]);
    expect(names(null)).toEqual([["n", false]]);
    expect(names({ type: "bars", label: "n", value: "secret" })).toEqual([
      ["n", false],
      ["secret", true],
    ]);
  });

  it("writes what no JSON can hold as its words", () => {
    const odd = { columns: [column("n")], rows: [{ n: Number.POSITIVE_INFINITY }, { n: Number.NaN }] };
    expect(frozenTable({ result: odd, chart: null, totals: null, most: 9 }).values).toEqual([["Infinity", "NaN"]]);
  });
});
