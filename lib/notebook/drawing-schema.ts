import * as z from "zod/mini";
import { type Drawing, TIME_STEPS } from "./notebook";

const text = z.string().check(z.maxLength(20_000));

/** What a chart draws, wherever it comes from: a stored notebook, a file, a link. */
export const drawingSchema = z.strictObject({
  type: z.enum(["bars", "line", "scatter"]),
  x: text,
  y: text,
  group: z.nullable(text),
  aggregate: z.enum(["none", "sum", "average", "count", "least", "most"]),
  step: z.optional(z.enum(TIME_STEPS)),
}) satisfies z.ZodMiniType<Drawing>;
