import { keptPlaces } from "@/components/import/kept-places";
import { liveFile } from "@/components/import/live-files";
import { ENGINE_VERSION } from "@/lib/engine/engine-version";
import { openFileInWorker } from "@/lib/ingest/open-file-in-worker";
import { walksInWorker } from "@/lib/ingest/walks-in-worker";
import { systemClock } from "@/lib/std/clock";
import { invariant } from "@/lib/std/invariant";
import { hashFile } from "@/lib/storage/hash-file";
import { openMemoryStorage } from "@/lib/storage/memory";
import { openOpfsStorage } from "@/lib/storage/opfs";
import type { Storage } from "@/lib/storage/storage";
import { StorageError } from "@/lib/storage/storage-error";
import type { Ports } from "@/lib/workbench/ports";
import type { TabChannel } from "@/lib/workbench/tab-channel";

const STORAGE_WORKER = "/workers/storage.worker.js";
const OPEN_WORKER = "/workers/open.worker.js";
const TEXT_WORKER = "/workers/text-walk.worker.js";
const PARQUET_WORKER = "/workers/parquet.worker.js";

/** Written into the page when it is built. */
function relationsVersion(): string {
  const version = process.env.LUCID_RELATIONS;
  invariant(version, "the build knows what makes the relations");
  return version;
}

async function openStorage(): Promise<Storage> {
  try {
    return await openOpfsStorage({ workerUrl: STORAGE_WORKER, parquetWorkerUrl: PARQUET_WORKER });
  } catch (error) {
    if (error instanceof StorageError && error.kind === "unavailable")
      return openMemoryStorage({ workerUrl: STORAGE_WORKER, parquetWorkerUrl: PARQUET_WORKER });
    throw error;
  }
}

function openTabChannel(): TabChannel {
  const channel = new BroadcastChannel("lucid-tabs");
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => listener(data);
      channel.addEventListener("message", onMessage);
      return () => channel.removeEventListener("message", onMessage);
    },
  };
}

/** The browser's side of every port. The engine is not started here. */
export async function openBrowserPorts(engine: Ports["engine"]): Promise<Ports> {
  return {
    clock: systemClock,
    newId: () => crypto.randomUUID(),
    locale: navigator.language,
    storage: await openStorage(),
    channel: openTabChannel(),
    engineVersion: ENGINE_VERSION,
    relationsVersion: relationsVersion(),
    engine,
    openFile: openFileInWorker(OPEN_WORKER),
    walks: walksInWorker(TEXT_WORKER),
    liveFile,
    places: keptPlaces,
    hashFile: (file, options) => hashFile(file, { ...options, workerUrl: STORAGE_WORKER }),
    fetchOwn: (path, init) => fetch(path, init),
  };
}
