import { replayLog } from "./edit-log";
import type { Files } from "./files";
import type { ManifestStore } from "./manifest-store";
import { COPIES, DOCS, logPath, partPath, snapshotPath, VERSIONS } from "./paths";
import { sha256Hex, utf8Text } from "./sha256";
import { discard } from "./slots";

const HASH = /[0-9a-f]{64}/g;

/** Every hash that stands in a file below a folder, whatever else the file says; null when a file went away meanwhile. */
async function hashesBelow(files: Files, folder: string): Promise<string[] | null> {
  const found: string[] = [];
  for (const { name, kind } of await files.list(folder)) {
    const path = `${folder}/${name}`;
    const bytes = kind === "folder" ? null : await files.read(path);
    const hashes = kind === "folder" ? await hashesBelow(files, path) : bytes && (utf8Text(bytes)?.match(HASH) ?? []);
    if (!hashes) return null;
    found.push(...hashes);
  }
  return found;
}

/** True when every document is as it was written: a damaged one may name parts that can no longer be seen. */
async function allWhole(files: Files, manifests: ManifestStore): Promise<boolean> {
  for (const { id, current } of (await manifests.current()).docs) {
    const bytes = await files.read(snapshotPath(id, current));
    const log = await files.read(logPath(id, current));
    const whole = bytes && log && (await sha256Hex(bytes)) === current.sha256;
    if (!whole || (await replayLog(log)).tail.length > 0) return false;
  }
  return true;
}

/**
 * Removes the parts that no document, version or copy names, but those in `spared`; gives how many. Where a document is
 * damaged, or changes meanwhile, nothing is removed. Looking takes a while and waits for nobody; removing is done `inTurn`.
 */
export async function freeParts(
  files: Files,
  manifests: ManifestStore,
  spared: ReadonlySet<string>,
  inTurn: <T>(task: () => Promise<T>) => Promise<T>,
): Promise<number> {
  await manifests.assertWriter();
  const known = (await manifests.current()).data;
  if (known.length === 0 || !(await allWhole(files, manifests))) return 0;
  const named = new Set<string>();
  for (const folder of [DOCS, VERSIONS, COPIES]) {
    const hashes = await hashesBelow(files, folder);
    if (!hashes) return 0;
    for (const hash of hashes) named.add(hash);
  }
  const free = known.filter(({ hash }) => !named.has(hash) && !spared.has(hash));
  if (free.length === 0) return 0;
  const gone = new Set(free.map(({ hash }) => hash));
  await inTurn(() => manifests.commit(({ data }) => ({ data: data.filter(({ hash }) => !gone.has(hash)) })));
  for (const { hash } of free) await discard(files, partPath(hash));
  return free.length;
}
