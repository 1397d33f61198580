import fc from "fast-check";
import type { DataKind } from "@/lib/std/data-kind";
import type { Command } from "../command";
import type { Explanation } from "../explanation";
import type { CellId, DataSetId, NotebookId } from "../ids";
import type { AnalysisCell, DataSet, InputCell, InputKind, Notebook } from "../notebook";

const cellId = (n: number) => `cell-${n}` as CellId;
const dataSetId = (n: number) => `data-${n}` as DataSetId;

export function someCell(n: number): AnalysisCell {
  return {
    id: cellId(n),
    kind: "analysis",
    analysis: "best_sellers",
    name: `cell_${n}`,
    title: `Cell ${n}`,
    params: { limit: n },
    inputs: {},
    collapsed: false,
    codeShown: false,
  };
}

const INPUTS: readonly InputKind[] = ["period", "category", "store", "product", "number", "text"];

/** Inputs of every kind; ids and names are none of `someCell`'s. */
export function someInput(n: number): InputCell {
  return {
    id: `input-${n}` as CellId,
    kind: "input",
    input: INPUTS[n % INPUTS.length] ?? "period",
    name: `input_${n}`,
    title: `Input ${n}`,
    value: n % INPUTS.length === 4 ? n : "all",
    collapsed: false,
  };
}

const KINDS: readonly DataKind[] = ["sales", "inventory", "returns", "products", "orders", "stores", "table"];

/** Data sets of every kind, some with lines that other files leave without a match, some with replaced days. */
export function someDataSet(n: number): DataSet {
  return {
    id: dataSetId(n),
    kind: KINDS[n % KINDS.length] ?? "sales",
    fileName: `file-${n}.csv`,
    fileHash: `hash-${n}`,
    fileBytes: n,
    plan: { mapping: { date: "Day" } },
    signature: "day",
    unmatched: n % 3 === 0 ? [{ fate: "rejected", reason: "it has no price", lines: 1, rule: null }] : [],
    replaced: n % 4 === 0 ? { from: "2026-01-30", to: "2026-01-31", by: "february.csv" } : null,
    readAs: "Read 3 lines as sales.",
    ledger: {
      lines: 3,
      kept: 2,
      rejected: 1,
      excluded: 0,
      reasons: [{ fate: "rejected", reason: "date is missing", lines: 1, rule: null }],
      samples: [],
      warnings: [{ sentence: "A line repeats.", change: { rule: "duplicate", to: true, words: "Count each once" } }],
    },
    dataHash: `data-hash-${n}`,
    parts: [],
    setAsideParts: [],
    firstDay: "2026-01-01",
    lastDay: "2026-01-31",
    importedAt: 1,
  };
}

/** An explanation of one sentence with one number. */
export function someExplanation(figures: string): Explanation {
  const metric = {
    label: "Revenue",
    value: "£12.00",
    period: null,
    of: null,
    cell: "overview",
    column: "revenue",
    row: 0,
  };
  const pieces: Explanation["sentences"][number]["pieces"] = [
    { kind: "name", text: "Tea" },
    { kind: "text", text: " made " },
    { kind: "number", text: "£12", metrics: [metric] },
  ];
  const sentences = [{ part: "explanation" as const, pieces }];
  return { figures, by: null, note: null, whole: true, refused: 0, sentences, writtenAt: 1 };
}

export function someNotebook(cells: number, dataSets: number): Notebook {
  return {
    id: "notebook" as NotebookId,
    title: "A notebook",
    locale: "en-GB",
    currency: "GBP",
    dataSets: Array.from({ length: dataSets }, (_, n) => someDataSet(n)),
    cells: Array.from({ length: cells }, (_, n) => (n % 3 === 2 ? someInput(n) : someCell(n))),
    insightStates: { dead_stock_P1: { state: "done", until: null } },
    explanations: { notebook: someExplanation("some") },
    autoRun: true,
    createdAt: 0,
  };
}

/** A command that fits the notebook; new ids come from `fresh`. */
export function fittingCommand(notebook: Notebook, fresh: number): fc.Arbitrary<Command> {
  const title = fc.string({ maxLength: 12 });
  const anywhere = fc.nat({ max: notebook.cells.length });
  const always: fc.Arbitrary<Command>[] = [
    title.map((text) => ({ type: "set-title", title: text })),
    fc.constantFrom("INR", "EUR", null).map((currency) => ({ type: "set-money", locale: "de-DE", currency })),
    anywhere.map((index) => ({ type: "insert-cell", cell: someCell(fresh), index })),
    anywhere.map((index) => ({ type: "insert-cell", cell: someInput(fresh), index })),
    fc.record({
      type: fc.constant("set-insight-state" as const),
      insightId: fc.constantFrom("dead_stock_P1", "restock_P2"),
      mark: fc.constantFrom(null, { state: "snoozed", until: "2026-07-08" }, { state: "dismissed", until: null }),
    }),
    fc.record({
      type: fc.constant("set-explanation" as const),
      of: fc.constantFrom("notebook", "insight restock_P2"),
      explanation: fc.constantFrom(null, someExplanation("other")),
    }),
    anywhere.map((index) => ({ type: "insert-data-set", dataSet: someDataSet(fresh), index })),
  ];
  const cells = notebook.cells.map((cell) => cell.id);
  const analyses = notebook.cells.filter((cell) => cell.kind === "analysis").map((cell) => cell.id);
  const inputs = notebook.cells.filter((cell) => cell.kind === "input").map((cell) => cell.id);
  const dataSets = notebook.dataSets.map((dataSet) => dataSet.id);
  const onCells = (): fc.Arbitrary<Command>[] => {
    const id = fc.constantFrom(...cells);
    return [
      id.map((one) => ({ type: "remove-cell", id: one })),
      fc.record({ type: fc.constant("move-cell" as const), id, index: anywhere }),
      fc.record({ type: fc.constant("set-cell-title" as const), id, title }),
      fc.record({ type: fc.constant("set-collapsed" as const), id, collapsed: fc.boolean() }),
    ];
  };
  const onAnalyses = (): fc.Arbitrary<Command>[] => {
    const id = fc.constantFrom(...analyses);
    const params = fc.record({ limit: fc.nat() });
    const followed = fc.constantFrom(...inputs, "gone" as CellId).map((input) => ({ limit: input }));
    return [
      fc.record({ type: fc.constant("set-cell-params" as const), id, params }),
      fc.record({ type: fc.constant("set-cell-inputs" as const), id, params, inputs: followed }),
    ];
  };
  const onInputs = (): fc.Arbitrary<Command>[] => [
    fc.record({
      type: fc.constant("set-input" as const),
      id: fc.constantFrom(...inputs),
      value: fc.oneof(fc.nat(), title),
    }),
  ];
  const onDataSets = (): fc.Arbitrary<Command>[] => [
    fc.constantFrom(...dataSets).map((id) => ({ type: "remove-data-set", id })),
    fc
      .constantFrom(...notebook.dataSets)
      .map((dataSet) => ({ type: "set-data-set", dataSet: { ...dataSet, parts: ["part"] } })),
  ];
  return fc.oneof(
    ...always,
    ...(cells.length > 0 ? onCells() : []),
    ...(analyses.length > 0 ? onAnalyses() : []),
    ...(inputs.length > 0 ? onInputs() : []),
    ...(dataSets.length > 0 ? onDataSets() : []),
  );
}
