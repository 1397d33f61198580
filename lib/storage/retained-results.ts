import * as z from "zod/mini";
import type { Files, ReadableFiles } from "./files";
import { resultPath, usedResultsPath } from "./paths";
import { discard } from "./slots";
import type { RetainedResults } from "./storage";

/** Before documents noted anything with their results the file was the list of keys alone. */
const retainedSchema = z.union([
  z.strictObject({ keys: z.array(z.string()), note: z.unknown() }),
  z.pipe(
    z.array(z.string()),
    z.transform((keys) => ({ keys, note: null })),
  ),
]);

/** What a document retains, with what it noted of it; null when nothing was told or the file cannot be read. */
export async function readRetained(files: ReadableFiles, id: string): Promise<RetainedResults | null> {
  const path = usedResultsPath(id);
  const bytes = path ? await files.read(path) : null;
  if (!bytes) return null;
  try {
    const { keys, note } = retainedSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return { keys, note: note ?? null };
  } catch (error) {
    console.warn(`Lucid could not read ${path}; its results go first when room is needed.`, error);
    return null;
  }
}

/** Removes what a document that is gone retained: its file, and the results that none of the documents `ids` retains. */
export async function removeRetained(files: Files, id: string, ids: readonly string[]): Promise<void> {
  const path = usedResultsPath(id);
  if (!path) return;
  const mine = (await readRetained(files, id))?.keys ?? [];
  const others = await Promise.all(ids.map((other) => readRetained(files, other)));
  const kept = new Set(others.flatMap((retained) => retained?.keys ?? []));
  for (const key of mine) {
    const result = kept.has(key) ? null : resultPath(key);
    if (result) await discard(files, result);
  }
  await discard(files, path);
}
