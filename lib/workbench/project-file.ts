import type { KeptResult } from "@/lib/notebook/kept-result";
import type { Notebook } from "@/lib/notebook/notebook";
import { readNotebook } from "@/lib/notebook/schema";
import { serialize } from "@/lib/notebook/serialize";
import { type ZipEntry, zipFile } from "@/lib/report/files/zip-file";
import { fileName } from "@/lib/std/file-name";
import { sha256Hex } from "@/lib/storage/sha256";
import { StorageError } from "@/lib/storage/storage-error";
import type { Context } from "./context";
import { ExportError } from "./export-error";
import { shownResults } from "./notebook-file";
import { DOCUMENT, MANIFEST, PROJECT_ENDING, type ProjectManifest, partPath, versionPath } from "./project-manifest";
import type { SavedFile } from "./saved-file";

interface ProjectOptions {
  signal?: AbortSignal | undefined;
  /** 0-1, rising. */
  onProgress?: ((part: number) => void) | undefined;
}

type Bytes = Uint8Array<ArrayBuffer>;

const jsonBytes = (value: unknown): Bytes => new TextEncoder().encode(JSON.stringify(value));

/** A notebook file that keeps the examples of lines set aside: the lines themselves travel along. */
function fileBytes(notebook: Notebook, results: readonly KeptResult[]): Bytes {
  return jsonBytes({ ...JSON.parse(serialize({ notebook, results })), notebook });
}

const NOT_KEPT = new ExportError({
  kind: "nothing-there",
  message: "The lines of a file are still being saved, so the project is not complete yet.",
  hint: "Wait until the notebook says Saved, and export it again.",
});

/** The names of all stored lines a document mentions. */
function partsIn({ dataSets }: Pick<Notebook, "dataSets">): string[] {
  return dataSets.flatMap(({ parts, setAsideParts }) => [...parts, ...setAsideParts]);
}

/** Parts only older versions name may be gone; those of now may not. */
function isGone(error: unknown): boolean {
  return error instanceof StorageError && (error.kind === "missing" || error.kind === "damaged");
}

/**
 * The open notebook with its versions, its stored lines and its results as one file for another computer; every piece
 * has its sha256. Pieces are read one after the other. Throws ExportError, StorageError, FilesError or AbortError.
 */
export async function projectFile(
  { ports, store }: Pick<Context, "ports" | "store">,
  { signal, onProgress }: ProjectOptions = {},
): Promise<SavedFile> {
  const { storage, clock } = ports;
  const { notebook } = store.get();
  if (!notebook || notebook.dataSets.some(({ parts }) => parts.length === 0)) throw NOT_KEPT;
  const document = fileBytes(notebook, await shownResults({ ports, store }, notebook));
  const versions = await Promise.all(
    (await storage.listVersions(notebook.id)).map(async ({ id, ...note }) => ({
      note,
      content: await storage.readVersion(notebook.id, id),
    })),
  );
  const now = new Set(partsIn(notebook));
  const named = JSON.stringify(versions.map(({ content }) => content)).match(/[0-9a-f]{64}/g) ?? [];
  const kept = new Set((await storage.listParts()).map(({ hash }) => hash));
  const hashes = [...new Set([...now, ...named.filter((hash) => kept.has(hash))])];
  const manifest: ProjectManifest = {
    format: "lucid-project",
    version: 1,
    madeAt: clock.now(),
    notebook: await sha256Hex(document),
    parts: [],
    versions: [],
  };

  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { name: DOCUMENT, bytes: document };
    for (const [at, { note, content }] of versions.entries()) {
      const bytes = fileBytes(readNotebook({ snapshot: content, edits: [] }), []);
      manifest.versions.push({ ...note, hash: await sha256Hex(bytes) });
      yield { name: versionPath(at), bytes };
    }
    for (const [at, hash] of hashes.entries()) {
      signal?.throwIfAborted();
      onProgress?.(at / hashes.length);
      const bytes = await part(hash);
      if (bytes) yield { name: partPath(hash), bytes, stored: true };
    }
    yield { name: MANIFEST, bytes: jsonBytes(manifest) };
  }

  async function part(hash: string): Promise<Bytes | null> {
    try {
      const { form, bytes } = await storage.takePart(hash, { signal });
      manifest.parts.push({ hash, form, bytes: bytes.length });
      return new Uint8Array(bytes);
    } catch (error) {
      if (isGone(error) && !now.has(hash)) return null;
      throw error;
    }
  }

  const blob = await zipFile(entries());
  return { name: fileName(notebook.title, PROJECT_ENDING, "Notebook"), blob };
}
