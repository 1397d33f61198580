import { sha256 } from "@noble/hashes/sha2.js";
import { fileUnreadable } from "./failure";
import type { Bytes } from "./files";
import { toHex } from "./sha256";

/** Bytes read at a time. */
const PIECE = 4 * 1024 * 1024;

export interface StreamHashOptions {
  /** Bytes hashed so far. */
  onProgress?: ((bytes: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

async function readPiece(file: Blob, at: number): Promise<Bytes> {
  try {
    return new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
  } catch (error) {
    throw fileUnreadable(error);
  }
}

/**
 * sha256 of a file, hex, holding no more than two pieces of it; the next one is read while one is hashed.
 * A file that cannot be read is a StorageError "missing".
 */
export async function streamHash(file: Blob, { onProgress, signal }: StreamHashOptions = {}): Promise<string> {
  const hash = sha256.create();
  let next = readPiece(file, 0);
  for (let at = 0; at < file.size; at += PIECE) {
    const bytes = await next;
    signal?.throwIfAborted();
    if (at + PIECE < file.size) {
      next = readPiece(file, at + PIECE);
      // A rejection is met at the next await; until then it is nobody's.
      next.catch(() => undefined);
    }
    hash.update(bytes);
    onProgress?.(Math.min(at + PIECE, file.size));
  }
  return toHex(hash.digest());
}
