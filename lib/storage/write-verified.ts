import type { Bytes, Files } from "./files";
import { TEMPORARY } from "./paths";
import { sha256Hex } from "./sha256";
import { discard, readBackDiffers } from "./slots";

/** Makes an immutable file: temporary name, write, flush, close, read back, compare hashes, move to its name. */
export async function writeVerified(files: Files, path: string, bytes: Bytes, sha256: string): Promise<void> {
  const temporary = `${path}${TEMPORARY}`;
  try {
    await files.put(temporary, 0, bytes);
    const back = await files.read(temporary);
    if (!back || (await sha256Hex(back)) !== sha256) throw readBackDiffers();
    await files.move(temporary, path);
  } catch (error) {
    await discard(files, temporary);
    throw error;
  }
}
