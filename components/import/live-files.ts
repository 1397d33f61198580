import type { LiveFile } from "@/lib/workbench/ports";

/** Where dropped files lie, as far as the browser tells: there they can be read again when they are saved. */
const places = new WeakMap<File, Promise<FileSystemFileHandle | null>>();
const handles = new WeakMap<LiveFile, FileSystemFileHandle>();

interface Placed {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** What a browser that tells places asks a person. */
interface Asking {
  requestPermission?: (of: { mode: "read" }) => Promise<PermissionState>;
}

/** The files of a drop. What it tells of their places is only to be had while it is handled. */
export function droppedFiles(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  const items = [...(data?.items ?? [])].filter(({ kind }) => kind === "file");
  if (items.length !== files.length) return files;
  for (const [at, file] of files.entries()) {
    const item: (DataTransferItem & Placed) | undefined = items[at];
    const asked = item?.getAsFileSystemHandle?.();
    if (asked) places.set(file, placeOf(asked));
  }
  return files;
}

/** A place that cannot be told is none: the file itself is there all the same. */
async function placeOf(asked: Promise<FileSystemHandle | null>): Promise<FileSystemFileHandle | null> {
  const handle = await asked.catch(() => null);
  return handle instanceof FileSystemFileHandle ? handle : null;
}

/** The way to read a file as it is on the disk now; null where that is not known. */
export async function liveFile(file: File): Promise<LiveFile | null> {
  const handle = await places.get(file);
  return handle ? liveAt(handle) : null;
}

/** The way to read the file at a place. */
export function liveAt(handle: FileSystemFileHandle & Asking): LiveFile {
  const live: LiveFile = {
    read: () => handle.getFile(),
    allow: async () => ((await handle.requestPermission?.({ mode: "read" })) ?? "granted") === "granted",
  };
  handles.set(live, handle);
  return live;
}

/** The place of a file, as a browser can keep it. */
export function handleOf(live: LiveFile): FileSystemFileHandle | undefined {
  return handles.get(live);
}
