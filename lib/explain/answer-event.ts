import * as z from "zod/mini";
import { rawSentenceSchema } from "./sentence";

const told = { code: z.string(), message: z.string(), hint: z.nullable(z.string()) };

/** What a route answers with when it refuses or fails. */
export const errorBodySchema = z.object({ error: z.object(told) });

/** A line of the answer of `POST /api/ai/explain` (NDJSON): sentences, then one `end` or one `error`. */
export const answerEventSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("sentence"), sentence: rawSentenceSchema }),
  /** `refused`: sentences the model wrote that could not be verified, also in its second try. */
  z.strictObject({ type: z.literal("end"), refused: z.number(), model: z.string(), promptVersion: z.number() }),
  z.strictObject({
    type: z.literal("error"),
    error: z.strictObject(told),
  }),
]);

export type AnswerEvent = z.infer<typeof answerEventSchema>;
