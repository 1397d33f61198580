/** Bytes that own their buffer, so that they can be hashed and transferred. */
export type Bytes = Uint8Array<ArrayBuffer>;

export interface FileInfo {
  name: string;
  kind: "file" | "folder";
  /** 0 for a folder. */
  bytes: number;
  /** Milliseconds since the epoch; 0 for a folder. */
  modifiedAt: number;
}

/** The part of a file system that any tab may use. Paths are relative, with "/" between the names. */
export interface ReadableFiles {
  /** The whole file, or null when there is none. */
  read(path: string): Promise<Bytes | null>;
  /** What stands in a folder, one level deep; empty when there is no such folder. */
  list(folder: string): Promise<readonly FileInfo[]>;
}

/**
 * A small file system. Everything in it may fail at any moment with StorageError ("full" when there is no room) and
 * may then have been done in part; a power loss takes whatever was not flushed.
 */
export interface Files extends ReadableFiles {
  /**
   * After it, the file is its first `at` bytes followed by `bytes`, flushed. Makes the file and its folders.
   * `put(path, 0, bytes)` replaces, `put(path, size, bytes)` appends, `put(path, size, none)` cuts.
   */
  put(path: string, at: number, bytes: Bytes): Promise<void>;
  /** Renames a file; a file that stands there is replaced. */
  move(from: string, to: string): Promise<void>;
  /** Removes a file, or a folder with all it holds. Nothing there is fine. */
  remove(path: string): Promise<void>;
}

/** A file system that cannot be changed. Every change rejects with what `refusal` returns. */
export function readOnlyFiles(files: ReadableFiles, refusal: () => Error): Files {
  const refuse = () => Promise.reject(refusal());
  return { read: files.read, list: files.list, put: refuse, move: refuse, remove: refuse };
}
