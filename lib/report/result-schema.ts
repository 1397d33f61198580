import * as z from "zod/mini";
import { UNITS, VALUE_KINDS } from "@/lib/query/column";

/** Letters of a text at most. */
export const LONGEST_TEXT = 20_000;

/** A query's text names a column where it does not itself: such names are long. */
const name = z.string().check(z.maxLength(LONGEST_TEXT));
const names = z.readonly(z.array(name).check(z.maxLength(1000)));

/** One value of a result. */
export const value = z.union([z.string().check(z.maxLength(LONGEST_TEXT)), z.number(), z.boolean(), z.null()]);

export const column = z.strictObject({
  name,
  label: name,
  kind: z.enum(VALUE_KINDS),
  unit: z.enum(UNITS),
  hidden: z.boolean(),
  parts: z.optional(z.boolean()),
});

/** How a result is drawn, as `Chart` has it. */
export const chart = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("bars"),
    label: name,
    value: name,
    group: z.optional(name),
    most: z.optional(z.number().check(z.int(), z.gte(1), z.lte(100))),
    grain: z.optional(name),
  }),
  z.strictObject({
    type: z.literal("pareto"),
    label: name,
    value: name,
    cumulative: name,
    group: name,
    rest: name,
  }),
  z.strictObject({
    type: z.literal("line"),
    x: name,
    value: name,
    ghost: name,
    against: name,
    complete: name,
    grain: name,
    open: z.optional(name),
  }),
  z.strictObject({ type: z.literal("lines"), x: name, value: name, group: z.nullable(name), grain: z.optional(name) }),
  z.strictObject({ type: z.literal("month-map"), label: name, prefix: name }),
  z.strictObject({
    type: z.literal("bands"),
    band: name,
    value: name,
    fallback: name,
    order: names,
    unit: name,
  }),
  z.strictObject({ type: z.literal("heat"), label: name, values: names, per: z.enum(["map", "row"]) }),
  z.strictObject({ type: z.literal("triangle"), label: name, size: name, values: names, over: name }),
  z.strictObject({
    type: z.literal("waterfall"),
    label: name,
    value: name,
    from: name,
    total: name,
    periods: z.optional(z.strictObject({ before: name, after: name, grain: name })),
  }),
  z.strictObject({ type: z.literal("scatter"), label: z.nullable(name), x: name, y: name, group: z.nullable(name) }),
]);
