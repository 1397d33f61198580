import type { Engine } from "@/lib/engine/engine";
import { ENGINE_VERSION } from "@/lib/engine/engine-version";
import { openFile } from "@/lib/ingest/open-file";
import { WALKS_HERE } from "@/lib/ingest/text-walks";
import { analysisCells } from "@/lib/notebook/asked-params";
import { hashFile } from "@/lib/storage/hash-file";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Storage } from "@/lib/storage/storage";
import type { Ports } from "../ports";
import type { WorkbenchState } from "../state";
import { createWorkbench, type Workbench } from "../workbench";

/** The ports of a test: a storage, an engine in this thread, no server. */
export function portsOver(storage: Storage, engine: () => Promise<Engine>): Ports {
  let made = 0;
  return {
    clock: { now: () => Date.now() },
    newId: () => {
      made += 1;
      return `id${made}x${Math.random().toString(36).slice(2)}`;
    },
    locale: "en-GB",
    storage,
    channel: { post: () => undefined, listen: () => () => undefined },
    engineVersion: ENGINE_VERSION,
    relationsVersion: "test",
    engine,
    openFile,
    walks: WALKS_HERE,
    liveFile: async () => null,
    places: { of: async () => new Map(), keep: async () => undefined },
    hashFile: (file) => hashFile(file),
    fetchOwn: () => Promise.reject(new Error("there is no server here")),
  };
}

/** A started workbench: on an empty device, or over what a storage holds. */
export async function openOver(engine: Engine, storage: Storage = openMemoryStorage()): Promise<Workbench> {
  const workbench = createWorkbench(portsOver(storage, async () => engine));
  await workbench.start();
  return workbench;
}

/** Resolves when the state is as asked. */
export function until(workbench: Workbench, holds: (state: WorkbenchState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = workbench.store.subscribe(look);
    function look() {
      if (!holds(workbench.store.get())) return;
      stop();
      resolve();
    }
    look();
  });
}

/** True when there are cells and each shows its result. */
export function allOk({ notebook, runs }: WorkbenchState): boolean {
  const statuses = analysisCells(notebook?.cells ?? []).map((cell) => runs[cell.id]?.status);
  return statuses.length > 0 && statuses.every((status) => status === "ok");
}

/** True when everything, lines included, is on the device. */
export function isKept({ saved, notebook }: WorkbenchState): boolean {
  return saved && (notebook?.dataSets ?? []).every(({ parts }) => parts.length > 0);
}

/** Resolves when every cell shows its result and everything is on the device. */
export function settled(workbench: Workbench): Promise<void> {
  return until(workbench, (state) => allOk(state) && isKept(state));
}

/** A settled workbench of a notebook of these files. */
export async function openWith(engine: Engine, ...files: File[]): Promise<Workbench> {
  const workbench = await openOver(engine);
  await workbench.importFiles(files);
  await settled(workbench);
  return workbench;
}

/** The first row of the result of an analysis. */
export function firstRow({ notebook, runs }: WorkbenchState, analysis: string) {
  const cell = analysisCells(notebook?.cells ?? []).find((candidate) => candidate.analysis === analysis);
  return cell && runs[cell.id]?.result?.rows[0];
}

/** A file of lines. */
export function csv(name: string, ...lines: string[]): File {
  return new File([`${lines.join("\n")}\n`], name);
}
