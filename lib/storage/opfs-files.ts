import { storageUnavailable, toStorageError } from "./failure";
import type { FileInfo, Files, ReadableFiles } from "./files";
import { type SyncHandle, writeThrough } from "./sync-handle";

/** What the DOM's types do not have yet. */
interface MovableHandle extends FileSystemFileHandle {
  move(folder: FileSystemDirectoryHandle, name: string): Promise<void>;
  createSyncAccessHandle(): Promise<SyncHandle>;
}

const ROOT = ["lucid", "v1"];
/** A file that changes while it is read is read again this often. */
const READ_ATTEMPTS = 4;

function isNamed(error: unknown, ...names: string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

/** The origin's private folder. Throws StorageError "unavailable" where there is none. */
export async function openOpfsRoot(): Promise<FileSystemDirectoryHandle> {
  try {
    return await navigator.storage.getDirectory();
  } catch (error) {
    throw storageUnavailable(error);
  }
}

function split(path: string): { folders: string[]; name: string } {
  const names = [...ROOT, ...path.split("/").filter((name) => name !== "")];
  return { folders: names.slice(0, -1), name: names.at(-1) ?? "" };
}

/** Looks up nothing ahead of time: a folder may be cleared away at any moment. */
async function folderAt(root: FileSystemDirectoryHandle, names: readonly string[], create = false) {
  let folder = root;
  for (const name of names) folder = await folder.getDirectoryHandle(name, { create });
  return folder;
}

/** `action`, or `absent` when what it needs is not there. */
async function unlessAbsent<T>(absent: T, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (isNamed(error, "NotFoundError")) return absent;
    throw toStorageError(error);
  }
}

async function infoOf(name: string, handle: FileSystemHandle): Promise<FileInfo> {
  if (handle.kind === "directory") return { name, kind: "folder", bytes: 0, modifiedAt: 0 };
  const file = await (handle as FileSystemFileHandle).getFile();
  return { name, kind: "file", bytes: file.size, modifiedAt: file.lastModified };
}

/** OPFS for reading: works in a page and in a worker, beside a tab that writes. */
export function readableOpfs(root: FileSystemDirectoryHandle): ReadableFiles {
  async function read(path: string, attempts: number): Promise<Uint8Array<ArrayBuffer>> {
    const { folders, name } = split(path);
    const file = await (await (await folderAt(root, folders)).getFileHandle(name)).getFile();
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      if (attempts > 1 && isNamed(error, "NotReadableError")) return read(path, attempts - 1);
      throw error;
    }
  }

  return {
    read: (path) => unlessAbsent(null, () => read(path, READ_ATTEMPTS)),
    list: (path) =>
      unlessAbsent([], async () => {
        const { folders, name } = split(path);
        const folder = await folderAt(root, [...folders, name]);
        const infos: FileInfo[] = [];
        for await (const [entry, handle] of folder.entries()) {
          const info = await unlessAbsent(null, () => infoOf(entry, handle));
          if (info) infos.push(info);
        }
        return infos;
      }),
  };
}

/** OPFS for the one writer, in a worker. Throws StorageError "unavailable" where files cannot be written safely. */
export function writableOpfs(root: FileSystemDirectoryHandle): Files {
  const { prototype } = FileSystemFileHandle;
  if (!("createSyncAccessHandle" in prototype && "move" in prototype)) throw storageUnavailable();

  async function change<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw toStorageError(error);
    }
  }

  return {
    ...readableOpfs(root),
    put: (path, at, bytes) =>
      change(async () => {
        const { folders, name } = split(path);
        const handle = await (await folderAt(root, folders, true)).getFileHandle(name, { create: true });
        writeThrough(await (handle as MovableHandle).createSyncAccessHandle(), at, bytes);
      }),
    move: (from, to) =>
      change(async () => {
        const source = split(from);
        const target = split(to);
        const handle = await (await folderAt(root, source.folders)).getFileHandle(source.name);
        await (handle as MovableHandle).move(await folderAt(root, target.folders, true), target.name);
      }),
    remove: (path) =>
      unlessAbsent(undefined, async () => {
        const { folders, name } = split(path);
        await (await folderAt(root, folders)).removeEntry(name, { recursive: true });
      }),
  };
}
