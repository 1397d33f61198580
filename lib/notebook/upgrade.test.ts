import { describe, expect, it } from "vitest";
import { NotebookError } from "./notebook-error";
import { readNotebook } from "./schema";
import { someCell, someDataSet, someNotebook } from "./testing/arbitrary-notebook";
import { upgradedDataSet } from "./upgrade";

/** A data set as the first version stored it. */
const FIRST_DATA_SET = {
  id: "5f0c",
  kind: "sales",
  fileName: "till.csv",
  fileHash: "aa",
  fileBytes: 1234,
  mapping: { date: "Day", product_name: "Item", quantity: "Qty", amount: "Total" },
  readAs: "Read 3 lines as sales: date from Day, product from Item.",
  ledger: {
    lines: 5,
    kept: 3,
    rejected: 1,
    excluded: 1,
    reasons: [
      { fate: "excluded", reason: "blank line", lines: 1 },
      { fate: "rejected", reason: "date is missing", lines: 1 },
    ],
    samples: [{ line: 3, fate: "excluded", reason: "blank line", raw: ",,," }],
    warnings: ["The file has no price and no total column: revenue is 0 and only units count."],
  },
  dataHash: "bb",
  parts: ["cc"],
  setAsideParts: ["dd"],
  firstDay: "2026-01-01",
  lastDay: "2026-01-31",
  importedAt: 1_760_000_000_000,
};

const FIRST_NOTEBOOK = {
  id: "notebook-1",
  title: "Till, to January 2026",
  locale: "en-IN",
  currency: "INR",
  dataSets: [FIRST_DATA_SET],
  cells: [
    {
      id: "cell-1",
      kind: "analysis",
      analysis: "best_sellers",
      name: "best_sellers",
      title: "Best sellers",
      params: { limit: 5, sort_by: "revenue" },
      collapsed: false,
    },
  ],
  createdAt: 1_760_000_000_000,
};

const UPGRADED = {
  id: "5f0c",
  kind: "sales",
  fileName: "till.csv",
  fileHash: "aa",
  fileBytes: 1234,
  plan: null,
  signature: "",
  readAs: "Read 3 lines as sales: date from Day, product from Item.",
  ledger: {
    lines: 5,
    kept: 3,
    rejected: 1,
    excluded: 1,
    reasons: [
      { fate: "excluded", reason: "blank line", lines: 1, rule: null },
      { fate: "rejected", reason: "date is missing", lines: 1, rule: null },
    ],
    samples: [{ line: 3, fate: "excluded", reason: "blank line", raw: ",,," }],
    warnings: [
      { sentence: "The file has no price and no total column: revenue is 0 and only units count.", change: null },
    ],
  },
  unmatched: [],
  replaced: null,
  dataHash: "bb",
  parts: ["cc"],
  setAsideParts: ["dd"],
  firstDay: "2026-01-01",
  lastDay: "2026-01-31",
  importedAt: 1_760_000_000_000,
};

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("a notebook of the first version", () => {
  it("opens with everything it held; how its files were read in full is not known", () => {
    const read = readNotebook({ snapshot: json(FIRST_NOTEBOOK), edits: [] });
    const cells = FIRST_NOTEBOOK.cells.map((cell) => ({ ...cell, inputs: {}, codeShown: false }));
    expect(read).toEqual({
      ...FIRST_NOTEBOOK,
      autoRun: true,
      cells,
      dataSets: [UPGRADED],
      insightStates: {},
      explanations: {},
    });
  });

  it("opens with edits of its time, alone or in a batch", () => {
    const more = { ...FIRST_DATA_SET, id: "6a1d", fileName: "more.csv" };
    const edits = [
      { type: "insert-data-set", dataSet: more, index: 1 },
      {
        type: "batch",
        label: "Save",
        commands: [{ type: "set-data-set", dataSet: { ...FIRST_DATA_SET, parts: ["ee"] } }],
      },
    ];
    const read = readNotebook({ snapshot: json(FIRST_NOTEBOOK), edits: json(edits) as unknown[] });
    expect(read.dataSets).toEqual([
      { ...UPGRADED, parts: ["ee"] },
      { ...UPGRADED, id: "6a1d", fileName: "more.csv" },
    ]);
  });

  it("stays as it is once it was stored again", () => {
    const read = readNotebook({ snapshot: json(FIRST_NOTEBOOK), edits: [] });
    expect(readNotebook({ snapshot: json(read), edits: [] })).toEqual(read);
  });

  it.each([
    ["without its ledger", { ...FIRST_DATA_SET, ledger: undefined }],
    ["with a mapping and a plan", { ...FIRST_DATA_SET, plan: null }],
    ["of an unknown kind", { ...FIRST_DATA_SET, kind: "rumours" }],
    ["with a reason that is none", { ...FIRST_DATA_SET, ledger: { ...FIRST_DATA_SET.ledger, reasons: ["blank"] } }],
  ])("is refused with a data set %s", (_, dataSet) => {
    const snapshot = json({ ...FIRST_NOTEBOOK, dataSets: [dataSet] });
    expect(() => readNotebook({ snapshot, edits: [] })).toThrow(NotebookError);
  });
});

describe("upgradedDataSet", () => {
  it.each([null, 7, "text", [], {}, someDataSet(1)])("leaves what is of no earlier version as it is: %j", (stored) => {
    expect(upgradedDataSet(stored)).toBe(stored);
  });
});

describe("data sets of today", () => {
  it("of every kind come back as they were stored", () => {
    const notebook = {
      ...someNotebook(1, 14),
      cells: [{ ...someCell(0), analysis: "profile", params: { table: "a.csv" } }],
    };
    expect(new Set(notebook.dataSets.map(({ kind }) => kind)).size).toBe(7);
    expect(readNotebook({ snapshot: json(notebook), edits: [] })).toEqual(notebook);
  });

  it("keep a whole plan, whatever it says", () => {
    const plan = {
      kind: "table",
      dialect: { delimiter: "||", quote: "'", escape: "\0", skipBlanks: true },
      layout: { headerRow: null, headerRows: 1, firstRow: 1, lastRow: 9 },
      countedLines: [3, 5],
      lineTypes: { column: "Type", sold: null, returned: ["credit"], excluded: [] },
    };
    const dataSet = { ...someDataSet(6), plan };
    const notebook = { ...someNotebook(0, 0), dataSets: [dataSet] };
    expect(readNotebook({ snapshot: json(notebook), edits: [] }).dataSets).toEqual([dataSet]);
  });
});
