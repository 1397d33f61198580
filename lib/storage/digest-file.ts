import { fileUnreadable } from "./failure";
import { sha256Hex } from "./sha256";
import { type StreamHashOptions, streamHash } from "./stream-hash";

/** Up to here a file is hashed whole by the platform, twenty times faster than piece by piece; bytes. */
const WHOLE = 64 * 1024 * 1024;

/** sha256 of a file, hex. Holds at most 64 MB of it. A file that cannot be read is a StorageError "missing". */
export async function digestFile(file: Blob, options: StreamHashOptions = {}): Promise<string> {
  // Outside a secure context the platform has no digest.
  if (file.size > WHOLE || globalThis.crypto?.subtle === undefined) return streamHash(file, options);
  const bytes = await file.arrayBuffer().catch((error: unknown) => Promise.reject(fileUnreadable(error)));
  options.signal?.throwIfAborted();
  const hash = await sha256Hex(new Uint8Array(bytes));
  options.signal?.throwIfAborted();
  options.onProgress?.(file.size);
  return hash;
}
