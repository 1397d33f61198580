import type { Files } from "./files";
import type { ManifestStore } from "./manifest-store";
import { readRetained } from "./retained-results";
import type { RetainedResults } from "./storage";

/** Older versions noted what a document showed last in the manifest: a setting of this name and the document's id. */
const OLD = "last-results ";

/** What a document retains, its note as an older version left it where there is no other. */
export async function readRetainedOrOld(
  files: Files,
  manifests: ManifestStore,
  id: string,
): Promise<RetainedResults | null> {
  const retained = await readRetained(files, id);
  if (retained && retained.note !== null) return retained;
  const { settings } = await manifests.current();
  const old = settings.find(([name]) => name === OLD + id);
  return old ? { keys: retained?.keys ?? [], note: old[1] } : retained;
}

/** Takes the old notes out of the manifest; those of documents that are there are written as `retain` writes them. */
export async function moveOldNotes(
  files: Files,
  manifests: ManifestStore,
  retain: (id: string, retained: RetainedResults) => Promise<void>,
): Promise<void> {
  const { settings, docs } = await manifests.current();
  const old = new Set(settings.flatMap(([name]) => (name.startsWith(OLD) ? [name.slice(OLD.length)] : [])));
  if (old.size === 0) return;
  for (const { id } of docs) {
    const retained = old.has(id) ? await readRetainedOrOld(files, manifests, id) : null;
    if (retained) await retain(id, retained);
  }
  await manifests.commit((manifest) => ({
    settings: manifest.settings.filter(([name]) => !name.startsWith(OLD)),
  }));
}
