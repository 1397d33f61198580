import { outOfSpace } from "./failure";
import type { Bytes } from "./files";

/** What is used of a FileSystemSyncAccessHandle. */
export interface SyncHandle {
  write(bytes: Bytes, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** Writes at a place, cuts the file after it, flushes and closes. A count that falls short is "full". */
export function writeThrough(handle: SyncHandle, at: number, bytes: Bytes): void {
  try {
    const written = bytes.length === 0 ? 0 : handle.write(bytes, { at });
    if (written !== bytes.length) throw outOfSpace();
    handle.truncate(at + bytes.length);
    handle.flush();
  } finally {
    handle.close();
  }
}
