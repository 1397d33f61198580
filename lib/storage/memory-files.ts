import { outOfSpace } from "./failure";
import type { Bytes, FileInfo, Files } from "./files";
import { type SyncHandle, writeThrough } from "./sync-handle";

interface Inode {
  bytes: Bytes;
  modifiedAt: number;
}
type Names = Map<string, number>;
type Pending =
  | { kind: "data"; inode: number; change: (inode: Inode) => void }
  | { kind: "names"; change: (names: Names) => void };

/** What goes wrong at a call: "crash" ends the process in the middle of it, the others come back as errors. */
export type Fault = "fail" | "short" | "crash";

/** The process is gone: nothing after it happens. */
export class Crash extends Error {}

/** A file system in memory whose faults are chosen by the test. */
export interface MemoryFiles extends Files {
  /** Low-level calls so far: each write, truncate, flush, move, remove and creation counts. */
  readonly calls: number;
  /** At low-level call number `call` (the first is 1), `fault` happens. */
  failAt(call: number, fault: Fault): void;
  /** Loses every unflushed change for which `kept` is false, in order, and starts again without faults. */
  powerLoss(kept: (index: number) => boolean): void;
  /** Changes a file behind everyone's back. */
  tamper(path: string, change: (bytes: Bytes) => Bytes): void;
  paths(): string[];
}

const clone = ({ bytes, modifiedAt }: Inode): Inode => ({ bytes: bytes.slice(), modifiedAt });

function resized(bytes: Bytes, length: number): Bytes {
  const next = new Uint8Array(length);
  next.set(bytes.subarray(0, length));
  return next;
}

/**
 * A disk with a cache before it, as a power loss sees it: a flush makes the file's own writes and every change of
 * names before it last; anything else may be lost, each change on its own.
 */
export function openMemoryFiles(now: () => number): MemoryFiles {
  let inodes = new Map<number, Inode>();
  let names: Names = new Map();
  let lasting = { inodes: new Map<number, Inode>(), names: new Map() as Names };
  let pending: Pending[] = [];
  let calls = 0;
  let nextInode = 0;
  let fault: { call: number; kind: Fault } | null = null;
  let crashed = false;

  function step(): Fault | null {
    if (crashed) throw new Crash();
    calls += 1;
    if (fault?.call !== calls) return null;
    if (fault.kind === "crash") crashed = true;
    return fault.kind;
  }

  function act(change: () => void): void {
    const wrong = step();
    if (wrong === "crash") throw new Crash();
    if (wrong) throw outOfSpace();
    change();
  }

  function data(inode: number, change: (inode: Inode) => void): void {
    const target = inodes.get(inode);
    if (target) change(target);
    pending.push({ kind: "data", inode, change });
  }

  function rename(change: (names: Names) => void): void {
    change(names);
    pending.push({ kind: "names", change });
  }

  function persist({ kind, ...entry }: Pending): void {
    if (kind === "names") (entry as { change: (names: Names) => void }).change(lasting.names);
    else {
      const { inode, change } = entry as { inode: number; change: (inode: Inode) => void };
      const target = lasting.inodes.get(inode) ?? { bytes: new Uint8Array(0), modifiedAt: 0 };
      change(target);
      lasting.inodes.set(inode, target);
    }
  }

  function flush(inode: number): void {
    const settled = pending.filter((entry) => entry.kind === "names" || entry.inode === inode);
    pending = pending.filter((entry) => !settled.includes(entry));
    settled.forEach(persist);
  }

  function write(inode: number, bytes: Bytes, at: number): void {
    const copy = bytes.slice();
    const modifiedAt = now();
    data(inode, (target) => {
      target.bytes = resized(target.bytes, Math.max(target.bytes.length, at + copy.length));
      target.bytes.set(copy, at);
      target.modifiedAt = modifiedAt;
    });
  }

  function handle(inode: number): SyncHandle {
    return {
      write(bytes, { at }) {
        const wrong = step();
        if (wrong === "fail") throw outOfSpace();
        const count = wrong ? Math.floor(bytes.length / 2) : bytes.length;
        write(inode, bytes.subarray(0, count), at);
        if (wrong === "crash") throw new Crash();
        return count;
      },
      truncate: (size) =>
        act(() =>
          data(inode, (target) => {
            target.bytes = resized(target.bytes, size);
          }),
        ),
      flush: () => act(() => flush(inode)),
      close: () => undefined,
    };
  }

  function open(path: string): number {
    const found = names.get(path);
    if (found !== undefined) return found;
    act(() => {
      nextInode += 1;
      const inode = nextInode;
      inodes.set(inode, { bytes: new Uint8Array(0), modifiedAt: now() });
      rename((all) => all.set(path, inode));
    });
    return nextInode;
  }

  return {
    get calls() {
      return calls;
    },
    async read(path) {
      if (crashed) throw new Crash();
      return inodes.get(names.get(path) ?? -1)?.bytes.slice() ?? null;
    },
    async list(folder) {
      if (crashed) throw new Crash();
      const prefix = folder === "" ? "" : `${folder}/`;
      const entries = new Map<string, FileInfo>();
      for (const [path, inode] of names) {
        if (!path.startsWith(prefix)) continue;
        const [name = "", ...deeper] = path.slice(prefix.length).split("/");
        const { bytes, modifiedAt } = inodes.get(inode) ?? { bytes: new Uint8Array(0), modifiedAt: 0 };
        if (deeper.length > 0) entries.set(name, { name, kind: "folder", bytes: 0, modifiedAt: 0 });
        else entries.set(name, { name, kind: "file", bytes: bytes.length, modifiedAt });
      }
      return [...entries.values()];
    },
    async put(path, at, bytes) {
      writeThrough(handle(open(path)), at, bytes);
    },
    async move(from, to) {
      act(() =>
        rename((all) => {
          const inode = all.get(from);
          if (inode === undefined) return;
          all.delete(from);
          all.set(to, inode);
        }),
      );
    },
    async remove(path) {
      act(() =>
        rename((all) => {
          for (const name of [...all.keys()]) if (name === path || name.startsWith(`${path}/`)) all.delete(name);
        }),
      );
    },
    failAt(call, kind) {
      fault = { call, kind };
    },
    powerLoss(kept) {
      pending.filter((_, index) => kept(index)).forEach(persist);
      for (const inode of lasting.names.values()) {
        if (!lasting.inodes.has(inode)) lasting.inodes.set(inode, { bytes: new Uint8Array(0), modifiedAt: 0 });
      }
      inodes = new Map([...lasting.inodes].map(([inode, file]) => [inode, clone(file)]));
      names = new Map(lasting.names);
      lasting = { inodes: new Map([...inodes].map(([inode, file]) => [inode, clone(file)])), names: new Map(names) };
      pending = [];
      crashed = false;
      fault = null;
    },
    tamper(path, change) {
      const inode = names.get(path) ?? -1;
      const file = inodes.get(inode);
      if (!file) throw new Error(`No file ${path}`);
      file.bytes = change(file.bytes.slice());
      lasting.inodes.set(inode, clone(file));
    },
    paths: () => [...names.keys()].sort(),
  };
}
