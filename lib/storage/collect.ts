import type { Clock } from "@/lib/std/clock";
import { collectResults } from "./collect-results";
import type { FileInfo, Files } from "./files";
import { DATA, DOCS, logPath, partPath, snapshotPath, VERSIONS, versionOfNote } from "./paths";
import { discard, readSlots } from "./slots";

/** A file younger than this may be on its way into a manifest; milliseconds. */
const GRACE = 60_000;

/** Removes files that stand in neither manifest and are older than a minute, and cached results that are not needed. */
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
  const ids = [...new Set(docs.map(({ id }) => id))];
  await collectVersions(files, ids, old);
  await collectResults(files, ids, old);
}

/** Removes the versions of documents that are gone, and what is left of versions that were never finished. */
async function collectVersions(files: Files, ids: readonly string[], old: (file: FileInfo) => boolean): Promise<void> {
  for (const { name: id } of await files.list(VERSIONS)) {
    const inside = await files.list(`${VERSIONS}/${id}`);
    const whole = new Set(inside.flatMap(({ name }) => versionOfNote(name) ?? []));
    const isKept = ({ name }: FileInfo) => /\.(json|note)$/.test(name) && whole.has(name.replace(/\.\w+$/, ""));
    for (const file of inside) {
      if (!(ids.includes(id) && isKept(file)) && old(file)) await discard(files, `${VERSIONS}/${id}/${file.name}`);
    }
  }
}
