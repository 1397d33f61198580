import * as z from "zod/mini";

const count = z.number().check(z.int(), z.gte(0));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const text = z.string().check(z.maxLength(2000));
const most = <T extends z.ZodMiniType>(of: T) => z.array(of).check(z.maxLength(20_000));

/**
 * What a project file says of itself. It is a ZIP archive: `manifest.json` (this), `notebook.lucid.json` (a notebook file:
 * the document and its results), `data/<sha256>` (stored lines) and `versions/<number>.lucid.json` (notebook files).
 */
const manifest = z.strictObject({
  format: z.literal("lucid-project"),
  version: z.literal(1),
  madeAt: count,
  /** sha256 of the document's bytes. */
  notebook: hash,
  parts: most(z.strictObject({ hash, form: z.enum(["parquet", "arrow"]), bytes: count })),
  versions: most(z.strictObject({ at: count, name: z.nullable(text), reason: z.nullable(text), mark: text, hash })),
});

export type ProjectManifest = z.infer<typeof manifest>;

const anyVersion = z.object({ format: z.literal("lucid-project"), version: z.number() });

/** The manifest in a JSON value; "newer" for one of a later Lucid, null for anything else. */
export function readManifest(value: unknown): ProjectManifest | "newer" | null {
  const parsed = manifest.safeParse(value);
  if (parsed.success) return parsed.data;
  const any = anyVersion.safeParse(value);
  return any.success && any.data.version > 1 ? "newer" : null;
}

export const MANIFEST = "manifest.json";
export const DOCUMENT = "notebook.lucid.json";
export const partPath = (hash: string) => `data/${hash}`;
export const versionPath = (at: number) => `versions/${at + 1}.lucid.json`;
/** What a project file is called at the end. */
export const PROJECT_ENDING = "lucid.zip";
