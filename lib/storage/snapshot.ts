import * as z from "zod/mini";
import type { Bytes } from "./files";
import { docEntrySchema } from "./manifest";
import { utf8, utf8Text } from "./sha256";
import type { DocEntry } from "./storage";

const schema = z.strictObject({ entry: docEntrySchema, snapshot: z.unknown() });

/** A snapshot file: the document and its line in the list, so that the list can be made again from the files. */
export function encodeSnapshot({ id, title, updatedAt, headline }: DocEntry, snapshot: unknown): Bytes {
  return utf8(JSON.stringify({ entry: { id, title, updatedAt, headline }, snapshot: snapshot ?? null }));
}

/** Null when the bytes are not a snapshot file. */
export function decodeSnapshot(bytes: Bytes): { entry: DocEntry; snapshot: unknown } | null {
  const parsed = schema.safeParse(JSON.parse(utf8Text(bytes) ?? "null"));
  return parsed.success ? parsed.data : null;
}
