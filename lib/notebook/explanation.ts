import * as z from "zod/mini";

const text = z.string().check(z.maxLength(20_000));

/** A figure that a number of an explanation rests on, written out as it was then, and where it is shown. */
const metric = z.strictObject({
  label: text,
  /** In full, with its currency or unit. */
  value: text,
  /** "June 2026"; null: all of the data. */
  period: z.nullable(text),
  /** The product or category it is a figure of; null: the whole shop. */
  of: z.nullable(text),
  /** The name of the cell, the column there, and the row of its result; null where it has none. */
  cell: text,
  column: text,
  row: z.nullable(z.number()),
});

const piece = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text }),
  z.strictObject({ kind: z.literal("name"), text }),
  z.strictObject({ kind: z.literal("number"), text, metrics: z.array(metric) }),
]);

const sentence = z.strictObject({ part: z.enum(["explanation", "guidance"]), pieces: z.array(piece) });

/** A verified explanation as a notebook keeps it. */
export const explanationSchema = z.strictObject({
  /** Equal figures, names and words of this version, equal text: it is older than the results when they differ. */
  figures: text,
  /** Who wrote it; null: rules, in the browser. */
  by: z.nullable(z.strictObject({ model: text, promptVersion: z.number() })),
  /** Why rules wrote it although an AI could have, or why it ends early; one sentence. */
  note: z.nullable(text),
  /** False when it was stopped before its end. */
  whole: z.boolean(),
  /** Sentences that could not be verified and are not shown. */
  refused: z.number(),
  sentences: z.array(sentence).check(z.maxLength(40)),
  writtenAt: z.number(),
});

export type Explanation = z.infer<typeof explanationSchema>;
export type ExplainedSentence = z.infer<typeof sentence>;
export type ExplainedMetric = z.infer<typeof metric>;
