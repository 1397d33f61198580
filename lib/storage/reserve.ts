import type { Bytes, Files } from "./files";
import { RESERVE } from "./paths";
import { discard } from "./slots";
import { StorageError } from "./storage-error";

/** Room kept back so that a document can still be saved when nothing else can: 1 MB. */
const RESERVE_BYTES = 1024 * 1024;

/** Noise, so that no file system stores it in less. */
function noise(): Bytes {
  const bytes = new Uint8Array(RESERVE_BYTES);
  for (let at = 0; at < RESERVE_BYTES; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

function isFull(error: unknown): boolean {
  return error instanceof StorageError && error.kind === "full";
}

/** Writes the reserve when there is none and there is room for it. */
export async function fillReserve(files: Files): Promise<void> {
  const found = (await files.list("")).find(({ name }) => name === RESERVE);
  if (found?.bytes === RESERVE_BYTES) return;
  try {
    await files.put(RESERVE, 0, noise());
  } catch (error) {
    await discard(files, RESERVE);
    if (!isFull(error)) throw error;
  }
}

/** Does `write`; when the device is full, gives up the reserve and does it once more. */
export async function withReserve<T>(files: Files, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isFull(error) || !(await files.read(RESERVE))) throw error;
    await files.remove(RESERVE);
    return write();
  }
}
