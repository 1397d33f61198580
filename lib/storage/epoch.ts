import { lockedByAnotherTab, storageCleared } from "./failure";
import type { Files, ReadableFiles } from "./files";
import { EPOCH } from "./paths";
import { utf8, utf8Text } from "./sha256";

/** The same length for ever, so that writing it again needs no room. */
const FORM = /^(\d{16})\n$/;

async function storedEpoch(files: ReadableFiles): Promise<number | "absent" | "unreadable"> {
  const bytes = await files.read(EPOCH);
  if (!bytes) return "absent";
  const match = FORM.exec(utf8Text(bytes) ?? "");
  return match ? Number(match[1]) : "unreadable";
}

/** Makes this the newest writer: returns an epoch above the stored one and above `floor`. */
export async function raiseEpoch(files: Files, floor: number): Promise<number> {
  const stored = await storedEpoch(files);
  const epoch = Math.max(typeof stored === "number" ? stored : 0, floor) + 1;
  await files.put(EPOCH, 0, utf8(`${String(epoch).padStart(16, "0")}\n`));
  return epoch;
}

/** Throws StorageError when a newer writer has taken over ("locked") or the files are gone ("missing"). */
export async function assertEpoch(files: ReadableFiles, epoch: number): Promise<void> {
  const stored = await storedEpoch(files);
  if (stored === "absent") throw storageCleared();
  if (stored !== epoch) throw lockedByAnotherTab();
}
