import * as z from "zod";

/** The rules of https://github.com/jupyter/nbformat/blob/main/nbformat/v4/nbformat.v4.5.schema.json that apply to cells of ours. */
const id = z
  .string()
  .regex(/^[a-zA-Z0-9-_]+$/)
  .min(1)
  .max(64);
const multiline = z.union([z.string(), z.array(z.string())]);
const metadata = z.record(z.string(), z.unknown());
const mimebundle = z.record(z.string(), multiline);

const output = z.discriminatedUnion("output_type", [
  z.strictObject({
    output_type: z.literal("execute_result"),
    execution_count: z.nullable(z.int().min(0)),
    data: mimebundle,
    metadata,
  }),
  z.strictObject({ output_type: z.literal("display_data"), data: mimebundle, metadata }),
  z.strictObject({ output_type: z.literal("stream"), name: z.string(), text: multiline }),
  z.strictObject({
    output_type: z.literal("error"),
    ename: z.string(),
    evalue: z.string(),
    traceback: z.array(z.string()),
  }),
]);

const cell = z.discriminatedUnion("cell_type", [
  z.strictObject({ id, cell_type: z.literal("raw"), metadata, source: multiline }),
  z.strictObject({ id, cell_type: z.literal("markdown"), metadata, source: multiline }),
  z.strictObject({
    id,
    cell_type: z.literal("code"),
    metadata,
    source: multiline,
    outputs: z.array(output),
    execution_count: z.nullable(z.int().min(0)),
  }),
]);

/** A notebook of nbformat 4.5, its cells each with an id of their own. */
export const nbformat45 = z.strictObject({
  metadata: z.looseObject({
    kernelspec: z.looseObject({ name: z.string(), display_name: z.string() }).optional(),
    language_info: z.looseObject({ name: z.string() }).optional(),
    title: z.string().optional(),
    authors: z.array(z.unknown()).optional(),
  }),
  nbformat: z.literal(4),
  nbformat_minor: z.int().min(5),
  cells: z.array(cell).refine((cells) => new Set(cells.map((each) => each.id)).size === cells.length),
});
