import type { Bytes } from "./files";

/** The bytes in a buffer of their own that can be handed over: themselves where that is so, else a copy. */
export function ownBytes(bytes: Uint8Array): Bytes {
  const { buffer, byteLength } = bytes;
  const alone = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return alone ? (bytes as Bytes) : new Uint8Array(bytes);
}
