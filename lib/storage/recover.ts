import type { FileInfo, ReadableFiles } from "./files";
import type { DocRecord, Manifest } from "./manifest";
import { DATA, DOCS, docFolder, type Generation, partName, snapshotName } from "./paths";
import { sha256Hex } from "./sha256";
import { decodeSnapshot } from "./snapshot";
import type { DocEntry, PartRef } from "./storage";

interface Found {
  entry: DocEntry;
  generation: Generation;
}

/** True when an edit was added to an older log after the snapshot: the snapshot was never acknowledged. */
function overtaken(snapshot: FileInfo, seq: number, entries: readonly FileInfo[]): boolean {
  return entries.some(({ name, modifiedAt }) => {
    const log = /^log-(\d+)\.jsonl$/.exec(name);
    return log !== null && Number(log[1]) < seq && modifiedAt > snapshot.modifiedAt;
  });
}

/** The whole snapshots of a document's folder above a number, newest first. */
async function snapshotsAbove(files: ReadableFiles, id: string, floor: number): Promise<Found[]> {
  const entries = await files.list(docFolder(id));
  const found: Found[] = [];
  for (const entry of entries) {
    const name = snapshotName(entry.name);
    if (!name || name.seq <= floor || overtaken(entry, name.seq, entries)) continue;
    const bytes = await files.read(`${docFolder(id)}/${entry.name}`);
    const sha256 = bytes ? await sha256Hex(bytes) : "";
    const decoded = bytes && sha256.startsWith(name.sha8) ? decodeSnapshot(bytes) : null;
    if (decoded?.entry.id === id) found.push({ entry: decoded.entry, generation: { seq: name.seq, sha256 } });
  }
  return found.sort((a, b) => b.generation.seq - a.generation.seq);
}

async function recoverDoc(
  files: ReadableFiles,
  id: string,
  known: DocRecord | undefined,
): Promise<DocRecord | undefined> {
  const [newest, older] = await snapshotsAbove(files, id, known?.current.seq ?? -1);
  if (!newest) return known;
  return { ...newest.entry, current: newest.generation, previous: known?.current ?? older?.generation ?? null };
}

/**
 * What the files themselves say when a manifest is damaged: `base`, the newest manifest that can be read, plus the
 * documents and parts that were written after it. Names carry number and hash for this.
 */
export async function recoverManifest(files: ReadableFiles, base: Manifest): Promise<Manifest> {
  const folders = (await files.list(DOCS)).filter(({ kind }) => kind === "folder").map(({ name }) => name);
  const docs: DocRecord[] = [];
  for (const id of new Set([...base.docs.map((doc) => doc.id), ...folders])) {
    const known = base.docs.find((doc) => doc.id === id);
    const doc = await recoverDoc(files, id, known);
    if (doc) docs.push(doc);
  }
  const named = new Set(base.data.map(({ hash }) => hash));
  const parts: PartRef[] = (await files.list(DATA)).flatMap(({ name, bytes }) => {
    const hash = partName(name);
    return hash && !named.has(hash) ? [{ hash, bytes }] : [];
  });
  return { ...base, docs, data: [...base.data, ...parts] };
}
