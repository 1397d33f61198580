import { packedBytes, type ZipEntry, zipDirectory } from "@/lib/ingest/container/zip-directory";
import type { NotebookId } from "@/lib/notebook/ids";
import type { DataSet, Notebook } from "@/lib/notebook/notebook";
import { deserialize, type NotebookFile } from "@/lib/notebook/serialize";
import { sha256Hex } from "@/lib/storage/sha256";
import type { Context } from "./context";
import { ExportError } from "./export-error";
import { keepResults } from "./notebook-file";
import type { Ports } from "./ports";
import { DOCUMENT, MANIFEST, type ProjectManifest, partPath, readManifest, versionPath } from "./project-manifest";
import { hashOf } from "./result-key";

type Bytes = Uint8Array<ArrayBuffer>;

/** A document, a version or a manifest is never larger when unpacked. */
const LARGEST_TEXT = 50_000_000;

function unreadable(name: string, cause?: unknown): ExportError {
  return new ExportError({
    kind: "unreadable",
    message: `${name} is not a project that can be read. Nothing was taken from it.`,
    hint: "Export the project once more on the other computer, and copy the file in one piece.",
    cause,
  });
}

function damaged(name: string): ExportError {
  return new ExportError({
    kind: "damaged",
    message: `${name} is damaged: a part of it is not as it was written. Nothing was taken from it.`,
    hint: "Copy the file once more, or export the project again on the other computer.",
  });
}

function newer(name: string): ExportError {
  return new ExportError({
    kind: "newer",
    message: `${name} was written by a newer Lucid. Nothing was taken from it.`,
    hint: "Update Lucid here, and open it again.",
  });
}

/** The pieces of an archive by their names, none larger than asked for. */
interface Pieces {
  text(path: string): Promise<Bytes>;
  /** A piece that is stored as it is. */
  stored(path: string): Promise<Bytes>;
}

async function inflated(packed: Blob, most: number): Promise<Bytes | null> {
  const reader = packed.stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const pieces: Bytes[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

function piecesOf(file: File, entries: readonly ZipEntry[]): Pieces {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const packed = async (path: string): Promise<{ entry: ZipEntry; bytes: Blob }> => {
    const entry = byName.get(path);
    const bytes = entry && !entry.encrypted ? await packedBytes(file, entry) : null;
    if (!entry || !bytes) throw damaged(file.name);
    return { entry, bytes };
  };
  return {
    async text(path) {
      const { entry, bytes } = await packed(path);
      const read = entry.method === 8 ? await inflated(bytes, LARGEST_TEXT).catch(() => null) : null;
      if (!read) throw damaged(file.name);
      return read;
    },
    async stored(path) {
      const { entry, bytes } = await packed(path);
      if (entry.method !== 0) throw damaged(file.name);
      return new Uint8Array(await bytes.arrayBuffer());
    },
  };
}

function jsonOf(bytes: Bytes, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

function documentOf(bytes: Bytes, name: string): NotebookFile {
  try {
    return deserialize(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

/**
 * A notebook of a project under its id here. Stored lines have other names where this storage keeps them in another form,
 * and what is computed of them is never taken for what is computed of a file that was read here.
 */
function adopted(notebook: Notebook, id: NotebookId, names: ReadonlyMap<string, string>): Notebook {
  const named = (hashes: readonly string[]) => hashes.map((hash) => names.get(hash) ?? hash);
  const dataSets = notebook.dataSets.map((dataSet): DataSet => {
    const { parts, setAsideParts, dataHash } = dataSet;
    return { ...dataSet, parts: named(parts), setAsideParts: named(setAsideParts), dataHash: hashOf([id, dataHash]) };
  });
  return { ...notebook, id, dataSets };
}

/** True for a file that a project was written to. */
export async function isProjectFile(file: File): Promise<boolean> {
  if (!/\.(zip|lucid)$/i.test(file.name)) return false;
  const entries = await zipDirectory(file);
  return entries?.some(({ name }) => name === MANIFEST) === true && entries.some(({ name }) => name === DOCUMENT);
}

/** Brings lines and versions onto the device; every piece is checked against its sha256 first. */
async function bringPieces(
  ports: Pick<Ports, "storage">,
  { file, pieces, manifest, id }: { file: File; pieces: Pieces; manifest: ProjectManifest; id: NotebookId },
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const { storage } = ports;
  const checked = async (bytes: Bytes, hash: string): Promise<Bytes> => {
    if ((await sha256Hex(bytes)) !== hash) throw damaged(file.name);
    return bytes;
  };
  const names = new Map<string, string>();
  for (const { hash, form } of manifest.parts) {
    signal?.throwIfAborted();
    const bytes = await checked(await pieces.stored(partPath(hash)), hash);
    const { hash: name } = await storage.bringPart({ form, bytes }, { signal });
    names.set(hash, name);
  }
  for (const [at, { hash, ...note }] of [...manifest.versions.entries()].reverse()) {
    const bytes = await checked(await pieces.text(versionPath(at)), hash);
    await storage.putVersion(id, note, adopted(documentOf(bytes, file.name).notebook, id, names));
  }
  return names;
}

/**
 * Puts a project's pieces onto the device and gives its notebook, which is not written yet: under its own id where that
 * is free, else as a copy. Queries in it are not run by themselves. Throws ExportError, StorageError or AbortError.
 */
export async function readProject(
  context: Pick<Context, "ports" | "store">,
  file: File,
  signal?: AbortSignal,
): Promise<Notebook> {
  const entries = await zipDirectory(file);
  if (!entries) throw unreadable(file.name);
  const pieces = piecesOf(file, entries);
  const manifest = readManifest(jsonOf(await pieces.text(MANIFEST), file.name));
  if (manifest === "newer") throw newer(file.name);
  if (!manifest) throw unreadable(file.name);
  const bytes = await pieces.text(DOCUMENT);
  if ((await sha256Hex(bytes)) !== manifest.notebook) throw damaged(file.name);
  const { notebook: document, results } = documentOf(bytes, file.name);
  const { ports } = context;
  const taken = (await ports.storage.listDocs()).some(({ id }) => id === document.id);
  const free = !taken && /^[A-Za-z0-9_-]{1,100}$/.test(document.id);
  const id = free ? document.id : (ports.newId() as NotebookId);
  const names = await bringPieces(ports, { file, pieces, manifest, id }, signal);
  const notebook = adopted(document, id, names);
  await keepResults(context, document, notebook, results);
  return notebook;
}
