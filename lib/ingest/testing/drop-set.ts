import { openAsBlob } from "node:fs";
import { basename, resolve } from "node:path";
import type { Engine } from "@/lib/engine/engine";
import { type Dropped, drop } from "./drop";
import { pathsOf, type RealSet, ROOT, SETS } from "./real-sets";

/** The real set of a name. Throws RangeError when there is none. */
export function setNamed(name: string): RealSet {
  const found = SETS.find((set) => set.name === name);
  if (found) return found;
  throw new RangeError(`No set is called ${name}.`);
}

/** Drops the files of a set together, and others beside them, as paths below the folder of the real data. */
export async function dropSet(engine: Engine, set: RealSet, beside: readonly string[] = []): Promise<Dropped> {
  const paths = [...pathsOf(set), ...beside.map((path) => resolve(ROOT, path))];
  const files = paths.map(async (path) => Object.assign(await openAsBlob(path), { name: basename(path) }));
  return drop(engine, await Promise.all(files), set.answers);
}
