import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "./apply";
import type { Command } from "./command";
import type { CellId } from "./ids";
import { lineDiff } from "./line-diff";
import { movedItems } from "./moved-items";
import type { Cell, Notebook, NoteCell, SqlCell } from "./notebook";
import { fittingCommand, someCell, someDataSet, someInput, someNotebook } from "./testing/arbitrary-notebook";
import { type ParamWords, versionDiff } from "./version-diff";

const words: ParamWords = (_, name, value) => ({ label: name === "limit" ? "Limit" : name, value: String(value) });

const query = (sql: string): SqlCell => ({
  id: "query" as CellId,
  kind: "sql",
  name: "query_1",
  title: "Query 1",
  sql,
  ran: null,
  origin: null,
  codeShown: false,
  collapsed: false,
});
const note = (text: string): NoteCell => ({
  id: "note" as CellId,
  kind: "note",
  name: "note_1",
  title: "Note 1",
  text,
  collapsed: false,
});

function withCells(...cells: Cell[]): Notebook {
  return { ...someNotebook(0, 0), cells };
}
const sentences = (before: Notebook, after: Notebook) => versionDiff(before, after, words).map((each) => each.sentence);
const changedBy = (before: Notebook, ...commands: Command[]) =>
  commands.reduce((notebook, command) => apply(notebook, command).notebook, before);

describe("the difference of two versions", () => {
  it("names what changed in an analysis by the words of its controls", () => {
    const before = withCells({ ...someCell(10), title: "Best sellers" }, someInput(1));
    const { id } = someCell(10);
    expect(sentences(before, changedBy(before, { type: "set-cell-params", id, params: { limit: 25 } }))).toEqual([
      "Best sellers: Limit 10 → 25",
    ]);
    const followed: Command = {
      type: "set-cell-inputs",
      id,
      params: { limit: 10 },
      inputs: { limit: someInput(1).id },
    };
    expect(sentences(before, changedBy(before, followed))).toEqual(["Best sellers: Limit 10 → Input 1"]);
  });

  it("shows the lines of a text that changed", () => {
    const [change, ...others] = versionDiff(
      withCells(query("select 1\nfrom sales")),
      withCells(query("select 2\nfrom sales")),
      words,
    );
    expect(others).toEqual([]);
    expect(change).toEqual({
      sentence: "SQL of Query 1 changed",
      lines: [
        { kind: "removed", text: "select 1" },
        { kind: "added", text: "select 2" },
        { kind: "same", text: "from sales" },
      ],
    });
    expect(sentences(withCells(note("a")), withCells(note("b")))).toEqual(["Text of Note 1 changed"]);
  });

  it("tells cells that came, went, moved, took another name or became something else", () => {
    const before = withCells(someCell(1), someCell(2), someCell(3), someCell(4));
    const changed = changedBy(
      before,
      { type: "remove-cell", id: someCell(2).id },
      { type: "insert-cell", cell: query("from sales"), index: 0 },
      { type: "move-cell", id: someCell(1).id, index: 3 },
      { type: "set-cell-title", id: someCell(3).id, title: "Winners" },
      { type: "set-cell", cell: { ...query("select 1"), ...{ id: someCell(4).id, name: "cell_4", title: "Cell 4" } } },
    );
    expect(sentences(before, changed)).toEqual([
      'Cell "Cell 2" removed',
      'Cell "Query 1" added',
      'Cell "Cell 3" is called "Winners"',
      "Cell 4 became a query of its own",
      'Cell "Cell 1" moved',
    ]);
  });

  it("tells data sets that came, went, changed or are read another way", () => {
    const before = { ...someNotebook(0, 0), dataSets: [someDataSet(1), someDataSet(2), someDataSet(3)] };
    const read = { ...someDataSet(2), id: someDataSet(9).id, plan: { mapping: { date: "Other" } } };
    const other = { ...someDataSet(3), fileHash: "other" };
    expect(sentences(before, { ...before, dataSets: [read, other, someDataSet(5)] })).toEqual([
      "Data set file-1.csv removed",
      "Data set file-2.csv is read another way",
      "Data set file-3.csv is of another file",
      "Data set file-5.csv added",
    ]);
  });

  it("tells title, money, auto-run, inputs, charts, marks and explanations", () => {
    const chart: Cell = {
      id: "chart" as CellId,
      kind: "chart",
      name: "chart_1",
      title: "Chart 1",
      source: "best_sellers",
      drawing: { type: "bars", x: "product", y: "revenue", group: null, aggregate: "none" },
      collapsed: false,
    };
    const before = withCells(someInput(4), chart);
    const changed = changedBy(
      before,
      { type: "set-title", title: "Spring" },
      { type: "set-money", locale: "de-DE", currency: "EUR" },
      { type: "set-auto-run", autoRun: false },
      { type: "set-input", id: someInput(4).id, value: 9 },
      { type: "set-cell", cell: { ...chart, source: "trends", drawing: { ...chart.drawing, group: "category" } } },
      { type: "set-insight-state", insightId: "other", mark: { state: "done", until: null } },
      { type: "set-insight-state", insightId: "third", mark: { state: "done", until: null } },
      { type: "set-explanation", of: "notebook", explanation: null },
      { type: "set-collapsed", id: chart.id, collapsed: true },
    );
    expect(sentences(before, changed)).toEqual([
      'Title "A notebook" → "Spring"',
      "Input 4: 4 → 9",
      "Chart 1: draws trends instead of best_sellers",
      "Chart 1: group none → category",
      "Currency GBP → EUR",
      "Numbers are written as in en-GB → de-DE",
      "Auto-run on → off",
      "2 insights are marked another way",
      "One explanation changed",
    ]);
  });

  it("is empty for a state and itself, and for no command that changes what one sees", () => {
    const notebook = someNotebook(5, 3);
    expect(versionDiff(notebook, notebook, words)).toEqual([]);
    const quiet = (command: Command) => command.type === "set-collapsed" || command.type === "set-data-set";
    fc.assert(
      fc.property(fittingCommand(notebook, 99), (command) => {
        const changed = apply(notebook, command).notebook;
        const differs = JSON.stringify(changed) !== JSON.stringify(notebook);
        fc.pre(differs && !quiet(command));
        expect(versionDiff(notebook, changed, words)).not.toEqual([]);
      }),
    );
  });
});

describe("lines", () => {
  it("give both texts back: the same and removed ones the first, the same and added ones the second", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (before, changed) => {
        const diff = lineDiff(before, changed);
        const but = (kind: string) =>
          diff
            .filter((line) => line.kind !== kind)
            .map((line) => line.text)
            .join("\n");
        expect([but("added"), but("removed")]).toEqual([before, changed]);
      }),
    );
  });

  it("of two huge texts are told without a table of all pairs", () => {
    const lines = (letter: string) => Array.from({ length: 5_000 }, (_, n) => `${letter}${n}`).join("\n");
    expect(lineDiff(lines("a"), lines("b"))).toHaveLength(10_000);
  });
});

describe("the fewest items to move", () => {
  it("is one for one that was dragged to another place", () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 2 });
    fc.assert(
      fc.property(order, fc.nat(), fc.nat(), (items, from, to) => {
        const at = from % items.length;
        const rest = items.filter((_, index) => index !== at);
        const place = to % items.length;
        const dragged = [...rest.slice(0, place), items[at] ?? 0, ...rest.slice(place)];
        const moved = movedItems(items, dragged);
        expect(moved.length).toBe(same(items, dragged) ? 0 : 1);
      }),
    );
    expect(movedItems([1, 2, 3, 4], [9, 4, 1, 2])).toEqual([4]);
  });
});

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((item, at) => item === b[at]);
}
