import * as z from "zod/mini";
import { type Column, UNITS, VALUE_KINDS } from "@/lib/query/column";
import type { Provenance } from "@/lib/query/result";

/** What a stored result says of itself beside its values. */
export interface ResultMeta {
  version: 2;
  /** The key it was stored under: a file in another's place is no result. */
  key: string;
  rows: number;
  total?: number | undefined;
  columns: Column[];
  provenance: Provenance;
}

const column = z.strictObject({
  name: z.string(),
  label: z.string(),
  kind: z.enum(VALUE_KINDS),
  unit: z.enum(UNITS),
  hidden: z.boolean(),
  parts: z.optional(z.boolean()),
}) satisfies z.ZodMiniType<Column>;

const provenance = z.strictObject({
  dataHashes: z.array(z.string()),
  asOf: z.nullable(z.string()),
  computedAt: z.number(),
  durationMs: z.number(),
  engine: z.string(),
}) satisfies z.ZodMiniType<Provenance>;

export const resultMetaSchema = z.strictObject({
  version: z.literal(2),
  key: z.string(),
  rows: z.number().check(z.int(), z.gte(0)),
  total: z.optional(z.number().check(z.int(), z.gte(0))),
  columns: z.array(column),
  provenance,
}) satisfies z.ZodMiniType<ResultMeta>;
