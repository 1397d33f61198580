import { replayLog } from "./edit-log";
import type { Files } from "./files";
import type { ManifestStore } from "./manifest-store";
import { COPIES, DOCS, logPath, partPath, snapshotPath, VERSIONS } from "./paths";
import { sha256Hex, utf8Text } from "./sha256";
import { discard } from "./slots";

const HASH = /[0-9a-f]{64}/g;

/** Every hash that stands in a file below a folder, whatever else the file says. */
async function hashesBelow(files: Files, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, kind } of await files.list(folder)) {
    const path = `${folder}/${name}`;
    if (kind === "folder") found.push(...(await hashesBelow(files, path)));
    else found.push(...(utf8Text((await files.read(path)) ?? new Uint8Array(0))?.match(HASH) ?? []));
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
 * damaged nothing is removed.
 */
export async function freeParts(files: Files, manifests: ManifestStore, spared: ReadonlySet<string>): Promise<number> {
  await manifests.assertWriter();
  if (!(await allWhole(files, manifests))) return 0;
  const named = new Set(
    (await Promise.all([DOCS, VERSIONS, COPIES].map((folder) => hashesBelow(files, folder)))).flat(),
  );
  const isFree = ({ hash }: { hash: string }) => !named.has(hash) && !spared.has(hash);
  const free = (await manifests.current()).data.filter(isFree);
  if (free.length === 0) return 0;
  await manifests.commit(({ data }) => ({ data: data.filter((part) => !isFree(part)) }));
  for (const { hash } of free) await discard(files, partPath(hash));
  return free.length;
}
