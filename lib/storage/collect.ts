import type { Clock } from "@/lib/std/clock";
import type { FileInfo, Files } from "./files";
import { DATA, DOCS, logPath, partPath, RESULTS, snapshotPath, TEMPORARY } from "./paths";
import { discard, readSlots } from "./slots";

/** A file younger than this may be on its way into a manifest; milliseconds. */
const GRACE = 60_000;
const MOST_RESULTS = 500;
const MOST_RESULT_BYTES = 256 * 1024 * 1024;

/** Results beyond the cache's size, the oldest first to go, and what was left half written. */
function staleResults(results: readonly FileInfo[], old: (file: FileInfo) => boolean): string[] {
  let bytes = 0;
  return [...results]
    .sort((a, b) => b.modifiedAt - a.modifiedAt)
    .filter((file, index) => {
      if (file.name.endsWith(TEMPORARY)) return old(file);
      bytes += file.bytes;
      return index >= MOST_RESULTS || bytes > MOST_RESULT_BYTES;
    })
    .map(({ name }) => `${RESULTS}/${name}`);
}

/** Removes files that stand in neither manifest and are older than a minute, and the oldest cached results. */
export async function collectOrphans(files: Files, clock: Clock): Promise<void> {
  const { valid, damaged } = await readSlots(files);
  if (damaged || valid.length === 0) return;
  const docs = valid.flatMap((manifest) => manifest.docs);
  const named = new Set(valid.flatMap((manifest) => manifest.data.map(({ hash }) => partPath(hash))));
  for (const { id, current, previous } of docs) {
    for (const generation of previous ? [current, previous] : [current]) {
      named.add(snapshotPath(id, generation));
      named.add(logPath(id, generation));
    }
  }
  const old = ({ modifiedAt }: FileInfo) => clock.now() - modifiedAt > GRACE;
  for (const file of await files.list(DATA)) {
    const path = `${DATA}/${file.name}`;
    if (!named.has(path) && old(file)) await discard(files, path);
  }
  for (const { name: id } of await files.list(DOCS)) {
    const kept = docs.some((doc) => doc.id === id);
    const inside = await files.list(`${DOCS}/${id}`);
    if (!kept && inside.every(old)) await discard(files, `${DOCS}/${id}`);
    for (const file of kept ? inside : []) {
      const path = `${DOCS}/${id}/${file.name}`;
      if (!named.has(path) && !file.name.endsWith(".bad") && old(file)) await discard(files, path);
    }
  }
  for (const path of staleResults(await files.list(RESULTS), old)) await discard(files, path);
}
