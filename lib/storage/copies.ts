import type { Documents } from "./documents";
import type { Files } from "./files";
import { COPIES, copyPath } from "./paths";
import { sha256Hex } from "./sha256";
import { decodeSnapshot, encodeSnapshot } from "./snapshot";
import type { DocEntry } from "./storage";
import { writeVerified } from "./write-verified";

/**
 * Lays a document down where the tab that writes takes it in. Nothing else is touched, so that a tab without the right
 * to write may do this: its file has a name of its own.
 */
export async function leaveCopy(files: Files, entry: DocEntry, snapshot: unknown): Promise<void> {
  const bytes = encodeSnapshot(entry, snapshot);
  await writeVerified(files, copyPath(entry.id), bytes, await sha256Hex(bytes));
}

/** Makes documents of what other tabs laid down; gives how many. One that cannot be read stays where it is. */
export async function adoptCopies(files: Files, documents: Pick<Documents, "writeSnapshot">): Promise<number> {
  let adopted = 0;
  for (const { name } of await files.list(COPIES)) {
    const path = `${COPIES}/${name}`;
    const bytes = name.endsWith(".json") ? await files.read(path) : null;
    const copy = bytes && decodeSnapshot(bytes);
    if (!copy) continue;
    await documents.writeSnapshot(copy.entry, copy.snapshot);
    await files.remove(path);
    adopted += 1;
  }
  return adopted;
}
