import * as z from "zod/mini";
import type { Bytes } from "./files";
import type { Generation } from "./paths";
import { sha256Hex, utf8, utf8Text } from "./sha256";
import type { DocEntry, PartRef } from "./storage";

/** The format this code writes; one that is higher is read when it can be and never written over. */
export const FORMAT = 1;

export interface DocRecord extends DocEntry {
  current: Generation;
  /** The state before, kept so that a damaged snapshot costs nothing. */
  previous: Generation | null;
}

/** The root of everything that is stored. What it does not name does not exist. */
export interface Manifest {
  format: number;
  /** Rises with every commit; the valid manifest with the highest number holds. */
  seq: number;
  /** Of the writer that wrote it. */
  epoch: number;
  docs: readonly DocRecord[];
  data: readonly PartRef[];
  settings: readonly (readonly [string, unknown])[];
}

export const EMPTY: Manifest = { format: FORMAT, seq: 0, epoch: 0, docs: [], data: [], settings: [] };

const count = z.number().check(z.int(), z.gte(0));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const generation = z.strictObject({ seq: count, sha256: hash });
const docEntry = {
  id: z.string().check(z.minLength(1)),
  title: z.string(),
  updatedAt: z.number(),
  headline: z.nullable(z.string()),
};

/** A document's line in the list, as it stands in manifest and snapshot. */
export const docEntrySchema = z.strictObject(docEntry);

const manifestSchema = z.strictObject({
  format: count,
  seq: count,
  epoch: count,
  docs: z.array(z.strictObject({ ...docEntry, current: generation, previous: z.nullable(generation) })),
  data: z.array(z.strictObject({ hash, bytes: count })),
  settings: z.array(z.tuple([z.string(), z.unknown()])),
});

const SEAL = /^([\s\S]*),"sha256":"([0-9a-f]{64})"\}$/;

/** One JSON object whose last member is the sha256 of the object without it. */
export async function encodeManifest(manifest: Manifest): Promise<Bytes> {
  const body = JSON.stringify(manifest);
  return utf8(`${body.slice(0, -1)},"sha256":"${await sha256Hex(utf8(body))}"}`);
}

export type DecodedManifest =
  | { state: "valid"; manifest: Manifest }
  | { state: "damaged" }
  /** `manifest` is null when this code cannot read it. */
  | { state: "newer"; manifest: Manifest | null };

/** Reads a manifest, checking its hash and its shape. */
export async function decodeManifest(bytes: Bytes): Promise<DecodedManifest> {
  const match = SEAL.exec(utf8Text(bytes) ?? "");
  const body = `${match?.[1] ?? ""}}`;
  if (!match || (await sha256Hex(utf8(body))) !== match[2]) return { state: "damaged" };
  const value: unknown = JSON.parse(body);
  const parsed = manifestSchema.safeParse(value);
  const format = z.object({ format: count }).safeParse(value);
  if (format.success && format.data.format > FORMAT) {
    return { state: "newer", manifest: parsed.success ? parsed.data : null };
  }
  return parsed.success ? { state: "valid", manifest: parsed.data } : { state: "damaged" };
}
