import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "@/lib/query/result";
import { apply } from "./apply";
import type { KeptResult } from "./kept-result";
import type { Notebook } from "./notebook";
import { NotebookError } from "./notebook-error";
import { deserialize, refuseTooLarge, serialize } from "./serialize";
import { fittingCommand, someCell, someDataSet, someNotebook } from "./testing/arbitrary-notebook";

const HASH = "a".repeat(64);

/** A notebook as one is really stored: checksums are checksums. */
function real(notebook: Notebook): Notebook {
  return {
    ...notebook,
    dataSets: notebook.dataSets.map((dataSet) => ({ ...dataSet, fileHash: HASH, parts: [HASH] })),
  };
}

const RESULT: Result = {
  columns: [
    { name: "product", label: "Product", kind: "text", unit: "none", hidden: false },
    { name: "revenue", label: "Revenue", kind: "decimal", unit: "money", hidden: false, parts: true },
    { name: "units", label: "Units", kind: "integer", unit: "quantity", hidden: false },
  ],
  rows: [
    { product: "Tea", revenue: "12.30", units: 4 },
    { product: null, revenue: null, units: -1 },
  ],
  total: 7,
  provenance: { dataHashes: [HASH], asOf: "2026-01-31", computedAt: 5, durationMs: 2, engine: "duckdb-wasm 1.32.0" },
};
const kept: KeptResult = { of: "cell cell-0", key: HASH, result: RESULT };

/** What a hostile hand makes of a good file. */
function changed(change: (file: Record<string, never>) => unknown): string {
  const file = JSON.parse(serialize({ notebook: real(someNotebook(4, 2)), results: [kept] }));
  return JSON.stringify(change(file) ?? file);
}

function refusal(text: string): string {
  try {
    deserialize(text);
  } catch (error) {
    if (!(error instanceof NotebookError)) throw error;
    expect(error.kind).toBe("not-readable");
    expect(error.hint).toMatch(/\.$/);
    return error.message;
  }
  return "it was opened";
}

describe("a notebook as a file", () => {
  it("comes back as it was, with its results, whatever was done to it", () => {
    fc.assert(
      fc.property(fittingCommand(real(someNotebook(5, 3)), 99), (command) => {
        const notebook = real(apply(real(someNotebook(5, 3)), command).notebook);
        const file = { notebook, results: [kept] };
        const back = deserialize(serialize(file));
        expect(back).toEqual(file);
      }),
    );
  });

  it("holds no line of the files it is about, not even of those set aside", () => {
    const [dataSet = someDataSet(0)] = real(someNotebook(0, 1)).dataSets;
    const samples = [{ line: 2, fate: "rejected" as const, reason: "date is missing", raw: "Anna Smith,4,secret" }];
    const notebook = { ...someNotebook(0, 0), dataSets: [{ ...dataSet, ledger: { ...dataSet.ledger, samples } }] };
    expect(serialize({ notebook, results: [] })).not.toContain("secret");
  });

  it("of the first version is opened for ever", () => {
    const { notebook, results } = deserialize(readFileSync("lib/notebook/testing/version-1.lucid.json", "utf8"));
    expect(notebook.title).toBe("Corner shop, to March 2026");
    expect(notebook.cells.map(({ name }) => name)).toEqual([
      "overview",
      "insights",
      "best_sellers",
      "revenue_contribution",
      "trends",
      "seasonality",
      "inventory_velocity",
      "dead_stock",
      "profitability",
    ]);
    expect(notebook.dataSets[0]).toMatchObject({ fileName: "corner-shop.csv", ledger: { lines: 4, kept: 4 } });
    const best = results.find(({ of }) => of === `cell ${notebook.cells[2]?.id}`);
    expect(best?.result.rows.map((row) => row.product_name)).toContain("Green tea");
  });
});

describe("a notebook file that is none, or hostile, is refused in a sentence", () => {
  it.each([
    ["nothing", "", "cut off, or no notebook"],
    ["a text", "hello", "cut off, or no notebook"],
    ["one that is cut off", changed(() => undefined).slice(0, -20), "cut off"],
    ["other JSON", "[1,2]", "not in the form of a notebook file"],
    ["a newer version", changed((file) => ({ ...file, version: 2 })), "newer version of Lucid"],
    ["more than it should", changed((file) => ({ ...file, more: 1 })), "not in the form"],
    ["deep lists", "[".repeat(100_000), "nested deeper"],
    ["deep objects", `${'{"a":'.repeat(70)}1${"}".repeat(70)}`, "nested deeper"],
    [
      "__proto__",
      changed(() => undefined).replace('"insightStates":{', '"insightStates":{"__proto__":{"x":1},'),
      "__proto__",
    ],
    ["a constructor", changed(() => undefined).replace('"params":{', '"params":{"constructor":"x",'), "constructor"],
  ])("%s", (_, text, because) => {
    expect(refusal(text)).toContain(because);
  });

  const notebookWith = (change: Partial<Notebook>) =>
    serialize({ notebook: { ...real(someNotebook(3, 2)), ...change }, results: [] });
  const cell = someCell(0);
  const [dataSet = someDataSet(0)] = real(someNotebook(0, 1)).dataSets;

  it.each([
    ["100,000 cells", notebookWith({ cells: Array.from({ length: 100_000 }, (_, n) => someCell(n)) }), "1000 cells"],
    ["two cells of one id", notebookWith({ cells: [cell, { ...cell, name: "b" }] }), "two cells"],
    ["two cells of one name", notebookWith({ cells: [cell, { ...someCell(1), name: "Cell_0" }] }), "two cells"],
    ["two data sets of one id", notebookWith({ dataSets: [dataSet, dataSet] }), "two data sets"],
    ["a name that is SQL", notebookWith({ cells: [{ ...cell, name: "a; drop table sales" }] }), "queries cannot call"],
    [
      "a data set id that is SQL",
      notebookWith({ dataSets: [{ ...dataSet, id: "x; drop" as never }] }),
      "data set has an id",
    ],
    ["a part that is a path", notebookWith({ dataSets: [{ ...dataSet, parts: ["../manifest"] }] }), "no checksum"],
    ["a day that is none", notebookWith({ dataSets: [{ ...dataSet, lastDay: "soon" }] }), "a day that is none"],
    ["a time that is none", notebookWith({ createdAt: 1e300 }), "a time that is none"],
    ["a language that is none", notebookWith({ locale: "en_GB!" }), "language of its numbers"],
    ["a currency that is none", notebookWith({ currency: "<b>" }), "currency is unknown"],
    ["a text without end", notebookWith({ title: "x".repeat(30_000) }), "cannot read"],
  ])("%s", (_, text, because) => {
    expect(refusal(text)).toContain(because);
  });

  const firstResult = JSON.parse(serialize({ notebook: someNotebook(0, 0), results: [kept] })).results[0];
  const resultWith = (change: Record<string, unknown>) =>
    changed((file) => ({ ...file, results: [{ ...firstResult, ...change }] }));

  it.each([
    ["rows longer than the columns", resultWith({ rows: [["Tea", "1", 2, 3]] }), "do not fit"],
    ["a number where a text is", resultWith({ rows: [[7, "1", 2]] }), "do not fit"],
    ["an amount that is no number", resultWith({ rows: [["Tea", "1e9", 2]] }), "do not fit"],
    ["rows that are objects", resultWith({ rows: [{ product: "Tea" }] }), "not in the form of a result"],
    ["more rows than it says", resultWith({ total: 1 }), "more rows than it says"],
    [
      "two columns of one name",
      resultWith({ columns: [RESULT.columns[0], RESULT.columns[0]], rows: [] }),
      "two columns",
    ],
    [
      "a column called __proto__",
      resultWith({ columns: [{ ...RESULT.columns[0], name: "__proto__" }], rows: [] }),
      "none has",
    ],
  ])("%s", (_, text, because) => {
    expect(refusal(text)).toContain(because);
  });

  it("a file of more than 50 MB, before it is read", () => {
    expect(() => refuseTooLarge(50 * 1024 * 1024 + 1)).toThrow("larger than 50 MB");
  });

  it("whatever else is done to a good one: it opens as a notebook or is refused, and nothing else happens", () => {
    const good = changed(() => undefined);
    fc.assert(
      fc.property(
        fc.nat({ max: good.length - 1 }),
        fc.constantFrom("", "}", "]", '"', "0", "\\", ",null"),
        (at, put) => {
          const text = good.slice(0, at) + put + good.slice(at + 1);
          const said = refusal(text);
          expect(said === "it was opened" || said.endsWith(".")).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });
});

it("a script in a note is a text like any other", () => {
  const text = '<script>alert(1)</script><img src=x onerror="alert(1)">';
  const note = { id: "n" as never, kind: "note" as const, name: "note", title: text, text, collapsed: false };
  const notebook = { ...someNotebook(0, 0), cells: [note] };
  expect(deserialize(serialize({ notebook, results: [] })).notebook.cells[0]).toEqual(note);
});
