import type { FileInfo, Files } from "./files";
import { RESULTS, resultPath, TEMPORARY, USED, usedResultsPath } from "./paths";
import { readRetained } from "./retained-results";
import { discard } from "./slots";

/** All results together, bytes. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Results that no document shows any more but that an undo may want again. */
const MOST_SPARE = 200;
const MOST_SPARE_BYTES = 32 * 1024 * 1024;

/** The results that go: those no document shows beyond what is spared, then the oldest of all. */
function surplus(results: readonly FileInfo[], isUsed: (file: FileInfo) => boolean): readonly FileInfo[] {
  const newestFirst = [...results].sort((a, b) => b.modifiedAt - a.modifiedAt);
  let all = 0;
  let spare = 0;
  let spareBytes = 0;
  return [...newestFirst.filter(isUsed), ...newestFirst.filter((file) => !isUsed(file))].filter((file) => {
    const isSpare = !isUsed(file);
    if (all + file.bytes > MOST_BYTES) return true;
    if (isSpare && (spare === MOST_SPARE || spareBytes + file.bytes > MOST_SPARE_BYTES)) return true;
    all += file.bytes;
    spare += isSpare ? 1 : 0;
    spareBytes += isSpare ? file.bytes : 0;
    return false;
  });
}

/** Removes cached results that are not needed, and what documents that are gone have left; `ids` are those that are there. */
export async function collectResults(
  files: Files,
  ids: readonly string[],
  old: (file: FileInfo) => boolean,
): Promise<void> {
  const found = await files.list(RESULTS);
  const lists = new Set(ids.map(usedResultsPath));
  const retained = await Promise.all(ids.map((id) => readRetained(files, id)));
  const used = new Set(retained.flatMap((each) => each?.keys ?? []).map(resultPath));
  const pathOf = ({ name }: FileInfo) => `${RESULTS}/${name}`;
  const results = found.filter(({ name }) => !name.endsWith(TEMPORARY) && !name.endsWith(USED));
  const left = found.filter(
    (file) => old(file) && (file.name.endsWith(TEMPORARY) || (file.name.endsWith(USED) && !lists.has(pathOf(file)))),
  );
  for (const file of [...left, ...surplus(results, (each) => used.has(pathOf(each)))]) {
    await discard(files, pathOf(file));
  }
}
