import * as z from "zod/mini";
import { drawingSchema } from "@/lib/notebook/drawing-schema";
import { chart, column, LONGEST_TEXT, value } from "./result-schema";

/** Untrusted texts are no longer than this; results, cells and rows are limited too. */
const text = z.string().check(z.maxLength(LONGEST_TEXT));
const count = z.number().check(z.int(), z.gte(0));
/** YYYY-MM-DD. */
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const list = <T extends z.ZodMiniType>(of: T, most = 1000) => z.readonly(z.array(of).check(z.maxLength(most)));

/** As many rows of a table leave the notebook at most. */
export const MOST_ROWS = 200;
export const MOST_CELLS = 100;

const answer = list(z.strictObject({ text, strong: z.boolean() }));
const change = z.strictObject({ percent: z.nullable(z.number()), against: text, detail: text });

const comparison = z.union([
  z.strictObject({ reason: text }),
  z.strictObject({
    measure: z.enum([
      "revenue",
      "returned",
      "units",
      "units_sold",
      "orders",
      "average_order_value",
      "customers",
      "profit",
    ]),
    label: text,
    value,
    column,
    changes: list(change),
    lessIsBetter: z.boolean(),
  }),
]);

const figure = z.strictObject({
  metric: text,
  label: text,
  value,
  column,
  period: z.nullable(text),
  changes: list(change),
  lessIsBetter: z.optional(z.boolean()),
});

/**
 * A table that was sorted or searched when the report was made: `rows` are the places of the rows that stand in it, in
 * their order, of `found` ones; its chart is drawn from the first `drawn`.
 */
const view = z.strictObject({ rows: list(count, MOST_ROWS), found: count, drawn: count });

/** What is written of a share instead of what its rows alone would say: its column, its row, and the share. */
const writtenShare = z.readonly(z.tuple([count, count, z.number()]));

/** Column by column; `total` rows are in the notebook, of which these are some. `ending` is the row of totals. */
const table = z
  .strictObject({
    columns: list(column),
    values: list(list(value, MOST_ROWS)),
    total: count,
    ending: z.nullable(list(value)),
    view: z.optional(view),
    written: z.optional(list(writtenShare, 10_000)),
  })
  .check(
    z.refine(({ columns, values, ending, view }) => {
      const rows = values[0]?.length ?? 0;
      const whole = values.length === columns.length && values.every((each) => each.length === rows);
      if (view && (view.drawn > rows || view.rows.some((place) => place >= rows))) return false;
      return whole && (ending === null || ending.length === columns.length);
    }),
  );

const insight = z.strictObject({
  id: text,
  category: z.enum(["risk", "growth", "efficiency"]),
  title: text,
  finding: answer,
  action: text,
  confidence: z.enum(["low", "medium", "high"]),
  /** The sum at stake and what it is: "tied up". */
  stake: z.nullable(z.strictObject({ amount: z.number(), words: text })),
});

const explanation = z.strictObject({
  sentences: list(z.strictObject({ part: z.enum(["explanation", "guidance"]), text }), 40),
  by: text,
});

const param = z.union([text, z.number()]);
const params = z.record(text, param);

/** What a cell asks: enough to ask it of other data. Inputs are named by their cells. */
const asking = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("analysis"), analysis: text, params, inputs: z.record(text, text) }),
  z.strictObject({ kind: z.literal("sql"), sql: text }),
  z.strictObject({ kind: z.literal("chart"), source: text, drawing: drawingSchema }),
]);

const named = { name: text, title: text };

const note = z.strictObject({ ...named, kind: z.literal("note"), text });
const inputParts = {
  ...named,
  kind: z.literal("input"),
  input: z.enum(["period", "category", "store", "product", "number", "text"]),
  value: param,
};

const cell = z.discriminatedUnion("kind", [
  z.strictObject({
    ...named,
    kind: z.literal("result"),
    asking,
    /** What was asked, in words; "" when there is nothing to choose. */
    asked: text,
    /** Why the figures may not be those of now: one sentence; null when they are. */
    caution: z.nullable(text),
    answer,
    comparison: z.nullable(comparison),
    notes: list(text),
    figures: z.nullable(z.strictObject({ big: list(figure), whole: list(figure), wholeLabel: text })),
    /** The open ones by money at stake; `total` are in the notebook. */
    insights: z.nullable(z.strictObject({ total: count, shown: list(insight) })),
    chart: z.nullable(chart),
    table: z.nullable(table),
    explanation: z.nullable(explanation),
  }),
  note,
  z.strictObject({ ...inputParts, words: text }),
]);

const source = z.strictObject({
  fileName: text,
  readAs: text,
  lines: count,
  kept: count,
  rejected: count,
  excluded: count,
  warnings: list(text),
});

/** Intl throws at a language it cannot read. */
function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

const heading = {
  title: text,
  /** BCP 47. */
  locale: text.check(z.refine(isLocale)),
  /** ISO 4217; null: amounts have no sign. */
  currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
};

/** What a notebook can be made of again: its questions without any figure. */
export const definitionSchema = z.strictObject({
  ...heading,
  cells: list(
    z.discriminatedUnion("kind", [
      z.strictObject({ ...named, kind: z.literal("result"), asking }),
      note,
      z.strictObject(inputParts),
    ]),
    MOST_CELLS,
  ),
});

/** The strict form of a report that comes from elsewhere. */
export const reportSchema = z.strictObject({
  ...heading,
  /** The newest day in the data. */
  asOf: z.nullable(day),
  /** Epoch ms. */
  madeAt: count.check(z.lte(8.64e15)),
  /** The day it then was where it was made, which may be another one elsewhere; absent in older links. */
  madeOn: z.optional(day),
  /** What it stands on, in a sentence or two. */
  lede: text,
  explanation: z.nullable(explanation),
  sources: list(source, 100),
  cells: list(cell, MOST_CELLS).check(
    z.refine((cells) => new Set(cells.map(({ name }) => name)).size === cells.length),
  ),
});

/** The day a report was made, YYYY-MM-DD. */
export function dayMade({ madeAt, madeOn }: Pick<Report, "madeAt" | "madeOn">): string {
  return madeOn ?? new Date(madeAt).toISOString().slice(0, 10);
}

/** A notebook as it was seen at one moment: all a link, a page of paper and a file hold of it. */
export type Report = z.infer<typeof reportSchema>;
export type ReportCell = Report["cells"][number];
export type ResultCell = Extract<ReportCell, { kind: "result" }>;
export type ReportTable = NonNullable<ResultCell["table"]>;
export type ReportInsight = NonNullable<ResultCell["insights"]>["shown"][number];
export type ReportExplanation = NonNullable<Report["explanation"]>;
export type ReportSource = Report["sources"][number];
export type Definition = z.infer<typeof definitionSchema>;
