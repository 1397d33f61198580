import * as z from "zod/mini";
import { apply } from "./apply";
import type { Command } from "./command";
import { drawingSchema } from "./drawing-schema";
import { explanationSchema } from "./explanation";
import type { CellId, DataSetId, NotebookId } from "./ids";
import type { Notebook } from "./notebook";
import { NotebookError } from "./notebook-error";
import { upgradedDataSet } from "./upgrade";

const count = z.number().check(z.int(), z.gte(0));
const text = z.string().check(z.maxLength(20_000));
const id = <T extends string>() => z.custom<T>((value) => typeof value === "string" && value !== "");
const fate = z.enum(["rejected", "excluded"]);

const reason = z.strictObject({ fate, reason: text, lines: count, rule: z.nullable(text) });
const change = z.strictObject({ rule: text, to: z.boolean(), words: text });

const ledger = z.strictObject({
  lines: count,
  kept: count,
  rejected: count,
  excluded: count,
  reasons: z.array(reason),
  samples: z.array(z.strictObject({ line: count, fate, reason: text, raw: text })),
  warnings: z.array(z.strictObject({ sentence: text, change: z.nullable(change) })),
});

const dataSet = z.pipe(
  z.transform(upgradedDataSet),
  z.strictObject({
    id: id<DataSetId>(),
    kind: z.enum(["sales", "returns", "inventory", "products", "orders", "stores", "table"]),
    fileName: text,
    fileHash: text,
    fileBytes: count,
    plan: z.nullable(z.record(z.string(), z.unknown())),
    signature: z.string(),
    readAs: text,
    ledger,
    unmatched: z.array(reason),
    replaced: z.nullable(z.strictObject({ from: text, to: text, by: text })),
    dataHash: text,
    parts: z.array(text),
    setAsideParts: z.array(text),
    firstDay: z.nullable(text),
    lastDay: z.nullable(text),
    importedAt: z.number(),
  }),
);

const params = z.record(z.string(), z.union([text, z.number()]));

const inputs = z.record(z.string(), id<CellId>());
const anyCell = { id: id<CellId>(), name: text, title: text, collapsed: z.boolean() };

const cell = z.discriminatedUnion("kind", [
  z.strictObject({
    ...anyCell,
    kind: z.literal("analysis"),
    analysis: text,
    params,
    // Cells of before input cells have none.
    inputs: z._default(inputs, {}),
    codeShown: z._default(z.boolean(), false),
  }),
  z.strictObject({
    ...anyCell,
    kind: z.literal("sql"),
    sql: text,
    ran: z.nullable(z.strictObject({ sql: text, reads: z.array(text), edition: z.optional(count) })),
    origin: z.nullable(z.strictObject({ analysis: text, params, inputs })),
    codeShown: z.boolean(),
  }),
  z.strictObject({ ...anyCell, kind: z.literal("chart"), source: text, drawing: drawingSchema }),
  z.strictObject({ ...anyCell, kind: z.literal("note"), text }),
  z.strictObject({
    ...anyCell,
    kind: z.literal("input"),
    input: z.enum(["period", "category", "store", "product", "number", "text"]),
    value: z.union([text, z.number()]),
  }),
]);

const mark = z.strictObject({ state: z.enum(["done", "snoozed", "dismissed"]), until: z.nullable(text) });

const notebook = z.strictObject({
  id: id<NotebookId>(),
  title: text,
  locale: text,
  currency: z.nullable(text),
  dataSets: z.array(dataSet),
  cells: z.array(cell),
  // Notebooks of before insights have none.
  insightStates: z._default(z.record(z.string(), mark), {}),
  // Nor have those of before explanations.
  explanations: z._default(z.record(z.string(), explanationSchema), {}),
  // Those of before lazy notebooks compute at once.
  autoRun: z._default(z.boolean(), true),
  createdAt: z.number(),
});

const command: z.ZodMiniType<Command> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("set-title"), title: text }),
    z.strictObject({ type: z.literal("set-money"), locale: text, currency: z.nullable(text) }),
    z.strictObject({ type: z.literal("set-auto-run"), autoRun: z.boolean() }),
    z.strictObject({ type: z.literal("set-cell"), cell }),
    z.strictObject({ type: z.literal("set-notebook"), notebook }),
    z.strictObject({ type: z.literal("insert-cell"), cell, index: count }),
    z.strictObject({ type: z.literal("remove-cell"), id: id<CellId>() }),
    z.strictObject({ type: z.literal("move-cell"), id: id<CellId>(), index: count }),
    z.strictObject({ type: z.literal("set-cell-title"), id: id<CellId>(), title: text }),
    z.strictObject({ type: z.literal("set-cell-params"), id: id<CellId>(), params }),
    z.strictObject({ type: z.literal("set-cell-inputs"), id: id<CellId>(), params, inputs }),
    z.strictObject({ type: z.literal("set-input"), id: id<CellId>(), value: z.union([text, z.number()]) }),
    z.strictObject({ type: z.literal("set-collapsed"), id: id<CellId>(), collapsed: z.boolean() }),
    z.strictObject({ type: z.literal("set-insight-state"), insightId: text, mark: z.nullable(mark) }),
    z.strictObject({
      type: z.literal("set-explanation"),
      of: text,
      explanation: z.nullable(explanationSchema),
    }),
    z.strictObject({ type: z.literal("insert-data-set"), dataSet, index: count }),
    z.strictObject({ type: z.literal("remove-data-set"), id: id<DataSetId>() }),
    z.strictObject({ type: z.literal("set-data-set"), dataSet }),
    z.strictObject({ type: z.literal("batch"), label: text, commands: z.array(command) }),
  ]),
);

function notReadable(what: string, cause: unknown): NotebookError {
  return new NotebookError({
    kind: "not-readable",
    message: `${what} was stored in a form this version cannot read.`,
    hint: "Nothing was deleted. Update Lucid and open it again.",
    cause,
  });
}

/** Commands that carry what a person types. */
const TYPED: ReadonlySet<Command["type"]> = new Set([
  "set-title",
  "set-cell-title",
  "set-cell",
  "insert-cell",
  "set-cell-params",
  "set-input",
]);

/** Throws NotebookError for a change that could not be read back: what is kept can always be opened again. */
export function refuseUnreadable(change: Command): void {
  if (!TYPED.has(change.type) || command.safeParse(change).success) return;
  throw new NotebookError({
    kind: "too-long",
    message: "A text of a notebook has at most 20,000 letters. What goes beyond is not kept.",
    hint: "Make it shorter, or divide it between two cells.",
  });
}

/**
 * A notebook as it was stored: a snapshot and the edits since, both untrusted. Where the storage says that edits were
 * lost (`damaged`), an edit that no longer applies is passed over. Throws NotebookError.
 */
export function readNotebook(stored: { snapshot: unknown; edits: readonly unknown[]; damaged?: boolean }): Notebook {
  const snapshot = notebook.safeParse(stored.snapshot);
  if (!snapshot.success) throw notReadable("This notebook", snapshot.error);
  let read: Notebook = snapshot.data;
  for (const edit of stored.edits) {
    const parsed = command.safeParse(edit);
    if (!parsed.success) throw notReadable("A change of this notebook", parsed.error);
    try {
      read = apply(read, parsed.data).notebook;
    } catch (error) {
      if (!stored.damaged) throw error;
    }
  }
  return read;
}
