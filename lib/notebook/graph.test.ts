import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { downstreamOf, graphOf, inputsOf, takersOf } from "./graph";
import type { CellId } from "./ids";
import type { Cell, ChartCell, SqlCell } from "./notebook";
import { someCell, someInput } from "./testing/arbitrary-notebook";

function query(name: string, ...reads: string[]): SqlCell {
  const sql = `from ${reads.join(", ")}`;
  const id = `id-${name}` as CellId;
  return {
    id,
    kind: "sql",
    name,
    title: name,
    sql,
    ran: { sql, reads },
    origin: null,
    codeShown: true,
    collapsed: false,
  };
}

function chart(name: string, source: string): ChartCell {
  const drawing = { type: "bars", x: "", y: "", group: null, aggregate: "none" } as const;
  return { id: `id-${name}` as CellId, kind: "chart", name, title: name, collapsed: false, source, drawing };
}

const names = (cells: readonly { name: string }[]) => cells.map(({ name }) => name);
const order = (...cells: Cell[]) => names(graphOf(cells).order);

describe("graphOf", () => {
  it("orders cells after what they read, else as they stand", () => {
    expect(order(query("c", "b"), query("b", "a"), query("x", "sales"), query("a", "sales"))).toEqual([
      "x",
      "a",
      "b",
      "c",
    ]);
    expect(order(chart("drawn", "cell_1"), someCell(1))).toEqual(["cell_1", "drawn"]);
  });

  it("puts every cell once and after all it reads, whatever reads what", () => {
    const graph = fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(graph, (given) => {
        const cells = given.map((reads, at) => query(`q${at}`, ...reads.filter((to) => to < at).map((to) => `q${to}`)));
        const { order, reads, circles } = graphOf(cells.toReversed());
        expect(circles.size).toBe(0);
        expect(names(order).toSorted()).toEqual(names(cells).toSorted());
        for (const [at, cell] of order.entries()) {
          for (const read of reads.get(cell.id) ?? []) expect(order.indexOf(read)).toBeLessThan(at);
        }
      }),
    );
  });

  it("finds the shortest circle of each cell on one, and none for what only reads a circle", () => {
    const { circles, order } = graphOf([
      query("a", "b"),
      query("b", "a", "c"),
      query("c", "b"),
      query("d", "a"),
      query("e", "e"),
    ]);
    expect(names(circles.get("id-a" as CellId) ?? [])).toEqual(["a", "b", "a"]);
    expect(names(circles.get("id-e" as CellId) ?? [])).toEqual(["e", "e"]);
    expect(circles.has("id-d" as CellId)).toBe(false);
    expect(order).toHaveLength(5);
  });

  it("knows nothing of what an edited query reads until it is run", () => {
    const edited = { ...query("b", "a"), sql: "from c" };
    expect(graphOf([query("a"), edited]).reads.get(edited.id)).toEqual([]);
  });
});

describe("downstreamOf", () => {
  it("is all that hangs on a cell, to the last", () => {
    const cells = [query("a"), query("b", "a"), query("c", "b"), query("d", "sales")];
    expect(names(downstreamOf(graphOf(cells), new Set(["id-a" as CellId])))).toEqual(["b", "c"]);
  });
});

describe("inputsOf", () => {
  it("are those a query names with a dollar sign, a period by its days too, and those an analysis follows", () => {
    const inputs = Array.from({ length: 6 }, (_, n) => someInput(n));
    const sql = "select $input_4 from sales where sold_at > $input_0_from";
    expect(names(inputsOf(inputs, { ...query("q"), sql }))).toEqual(["input_0", "input_4"]);
    const follower = { ...someCell(1), inputs: { period: "input-0" as CellId } };
    expect(names(inputsOf(inputs, follower))).toEqual(["input_0"]);
    expect(inputsOf(inputs, chart("c", "q"))).toEqual([]);
    const cells = [...inputs, { ...query("q"), sql }, follower, query("other")];
    expect(names(takersOf(cells, inputs[0]?.id ?? ("" as CellId)))).toEqual(["q", follower.name]);
  });
});
