// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import { graphMap } from "@/lib/notebook/graph-map";
import type { CellId } from "@/lib/notebook/ids";
import type { Cell, InputCell, SqlCell } from "@/lib/notebook/notebook";
import { neverRun } from "@/lib/workbench/context";
import { graphLines } from "./graph-lines";
import { GraphMap } from "./graph-map";

const query = (name: string, reads: string[], sql = name): SqlCell => ({
  kind: "sql",
  id: name as CellId,
  name,
  title: name.toUpperCase(),
  collapsed: false,
  codeShown: false,
  origin: null,
  sql,
  ran: { sql, reads },
});
const input: InputCell = {
  kind: "input",
  input: "number",
  id: "least" as CellId,
  name: "least",
  title: "Least",
  collapsed: false,
  value: 10,
};
const names = (cells: readonly Cell[]) => graphMap(cells).map(({ cell }) => cell.name);
const lanes = (cells: readonly Cell[]) => graphLines(graphMap(cells), 28).lanes;

let page: Mounted | null = null;
afterEach(() => {
  page?.unmount();
  page = null;
});

describe("the map", () => {
  test("is empty while no cell reads another", () => {
    expect(names([query("a", ["sales"]), query("b", ["sales"])])).toEqual([]);
  });

  test("has inputs first, then each cell after those it reads, and leaves out what stands alone", () => {
    const cells = [
      query("c", ["b"]),
      query("alone", []),
      query("b", ["a"]),
      query("a", ["sales"], "a > $least"),
      input,
    ];
    expect(names(cells)).toEqual(["least", "a", "b", "c"]);
  });

  test("draws a chain as one straight line", () => {
    const chain = Array.from({ length: 30 }, (_, at) => query(`q${at}`, at === 0 ? [] : [`q${at - 1}`]));
    expect(new Set(lanes(chain))).toEqual(new Set([0]));
  });

  test("never lets a line run through another node", () => {
    const cells = Array.from({ length: 100 }, (_, at) =>
      query(
        `q${at}`,
        [Math.floor(at / 2), Math.floor(at / 3), at - 7].filter((of) => of >= 0 && of < at).map((of) => `q${of}`),
      ),
    );
    const nodes = graphMap(cells);
    const placed = graphLines(nodes, 28).lanes;
    const row = new Map(nodes.map(({ cell }, at) => [cell.id, at]));
    const through = nodes.flatMap(({ cell, reads }, to) =>
      reads.flatMap(({ id }) => {
        const from = row.get(id) ?? 0;
        return placed.flatMap((lane, at) =>
          at > from && at < to && lane === placed[from] ? [`${id} ${cell.id} ${at}`] : [],
        );
      }),
    );
    expect(nodes).toHaveLength(100);
    expect(through).toEqual([]);
  });

  test("says of each cell its state and what it reads, and leads to it", () => {
    const cells = [query("a", ["sales"], "a > $least"), query("b", ["a"]), input];
    const runs = {
      ["a" as CellId]: { ...neverRun, status: "ok" as const },
      ["b" as CellId]: { ...neverRun, status: "stale" as const },
    };
    page = mount(<GraphMap nodes={graphMap(cells)} runs={runs} />);
    expect(page.all("a").map(({ textContent }) => textContent)).toEqual(["Least, input", "A, done", "B, stale"]);
    expect(page.all("a").map((link) => link.getAttribute("href"))).toEqual(["#cell-least", "#cell-a", "#cell-b"]);
    expect(page.all("ul").map((list) => `${list.getAttribute("aria-label")}: ${list.textContent}`)).toEqual([
      "A reads: Least",
      "B reads: A",
    ]);
    expect(page.all("path[d]")).not.toHaveLength(0);
  });
});
