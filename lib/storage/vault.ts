import { type Clock, systemClock } from "@/lib/std/clock";
import { collectOrphans } from "./collect";
import { adoptCopies, leaveCopy } from "./copies";
import { openDocuments } from "./documents";
import { raiseEpoch } from "./epoch";
import { lockedByAnotherTab, writtenByNewer } from "./failure";
import { type Bytes, type Files, type ReadableFiles, readOnlyFiles } from "./files";
import { freeParts } from "./free-parts";
import { EMPTY } from "./manifest";
import { type ManifestStore, readingManifest, writingManifest } from "./manifest-store";
import { openParts } from "./parts";
import { DATA, DOCS, RESULTS, VERSIONS } from "./paths";
import { createQueue } from "./queue";
import { recoverManifest } from "./recover";
import { fillReserve, withReserve } from "./reserve";
import { openResults } from "./results";
import { readSlots } from "./slots";
import type { PartRef, Storage, Usage } from "./storage";
import { StorageError } from "./storage-error";
import { openVersions } from "./versions";

/** What only a page has: its place among the tabs, its promise of room, and parts of both kinds. */
type OfAPage =
  | "kind"
  | "follows"
  | "onWritable"
  | "takeOver"
  | "putPart"
  | "getPart"
  | "takePart"
  | "bringPart"
  | "persist"
  | "persisted"
  | "usage"
  | "close";

/** Everything that is stored, over any file system: the port `Storage` without what only a page has. */
export interface Vault extends Omit<Storage, OfAPage> {
  /** Parquet in, Parquet out. */
  putPart(parquet: Bytes): Promise<PartRef>;
  getPart(hash: string): Promise<Bytes>;
  /** Bytes of all files. */
  used(): Promise<Omit<Usage, "quota">>;
  /** Removes what nothing names any more and fills the reserve; done once after opening. */
  tidy(): Promise<void>;
  /** Resolves when everything asked before is done. */
  idle(): Promise<void>;
}

/** A setting as it stands in the manifest; null stands nowhere. */
function settingEntry(name: string, value: unknown): (readonly [string, unknown])[] {
  return (value ?? null) === null ? [] : [[name, value]];
}

/** `copies` is where a tab that only reads may lay something down. */
function toVault(files: Files, manifests: ManifestStore, clock: Clock, copies: Files = files): Vault {
  const one = createQueue();
  const onePart = createQueue();
  const oneResult = createQueue();
  const documents = openDocuments(files, manifests);
  const parts = openParts(files, manifests);
  const versions = openVersions(files, manifests);
  /** Parts of this visit: what names them may not be written yet. */
  const fresh = new Set<string>();
  const results = openResults(files, manifests);
  const save = <T>(write: () => Promise<T>) => one(() => withReserve(files, write));

  async function bytesIn(folder: string): Promise<number> {
    return (await files.list(folder)).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  return {
    get writable() {
      return manifests.writable;
    },
    listDocs: () => one(documents.list),
    readDoc: (id) => one(() => documents.read(id)),
    writeSnapshot: (entry, snapshot) => save(() => documents.writeSnapshot(entry, snapshot)),
    appendEdit: (id, edit) => save(() => documents.appendEdit(id, edit)),
    async removeDoc(id) {
      await save(() => documents.remove(id));
      await oneResult(() => results.forget(id));
    },
    putVersion: (docId, note, content) => save(() => versions.put(docId, note, content)),
    listVersions: (docId) => one(() => versions.list(docId)),
    readVersion: (docId, versionId) => one(() => versions.read(docId, versionId)),
    removeVersion: (docId, versionId) => one(() => versions.remove(docId, versionId)),
    leaveCopy: (entry, snapshot) => one(() => leaveCopy(copies, entry, snapshot)),
    adoptCopies: () => save(() => adoptCopies(files, documents)),
    listParts: () => one(parts.list),
    getPart: (hash) => parts.read(hash),
    putPart: (parquet) =>
      onePart(async () => {
        const written = await parts.write(parquet);
        fresh.add(written.part.hash);
        await one(() => parts.adopt(written));
        return written.part;
      }),
    removePart: (hash) => onePart(() => save(() => parts.remove(hash))),
    freeParts: (inUse) => onePart(() => freeParts(files, manifests, new Set([...fresh, ...inUse]), one)),
    getResult: results.get,
    putResult: (key, result) => oneResult(() => results.put(key, result)),
    retainResults: (id, retained) => oneResult(() => results.retain(id, retained)),
    retainedResults: (id) => oneResult(() => results.retained(id)),
    clearResults: () => oneResult(results.clear),
    getSetting: (name) =>
      one(async () => (await manifests.current()).settings.find(([known]) => known === name)?.[1] ?? null),
    putSetting: (name, value) =>
      save(() =>
        manifests.commit(({ settings }) => ({
          settings: [...settings.filter(([known]) => known !== name), ...settingEntry(name, value)],
        })),
      ),
    async used() {
      const below = async (folder: string) => (await files.list(folder)).map(({ name }) => `${folder}/${name}`);
      const docs = [...(await below(DOCS)), ...(await below(VERSIONS))];
      const [data, results, ...others] = await Promise.all([DATA, RESULTS, "", ...docs].map(bytesIn));
      return { data: data ?? 0, results: results ?? 0, documents: others.reduce((sum, bytes) => sum + bytes, 0) };
    },
    async tidy() {
      if (!manifests.writable) return;
      try {
        await oneResult(() => save(results.tidy));
      } finally {
        // Where that finds no room, room is made here.
        await one(async () => {
          await manifests.assertWriter();
          await collectOrphans(files, clock);
          await fillReserve(files);
        });
      }
    },
    async idle() {
      await Promise.all([onePart, oneResult].map((queue) => queue(() => Promise.resolve())));
      await one(() => Promise.resolve());
    },
  };
}

/** Opens what is stored for reading alone; every write rejects with `refusal`, but copies where there is a place for them. */
export async function openReader(
  files: ReadableFiles,
  refusal: () => StorageError = lockedByAnotherTab,
  clock: Clock = systemClock,
  copies: Files | null = null,
): Promise<Vault> {
  const manifests = readingManifest(files, refusal);
  await manifests.current();
  const closed = readOnlyFiles(files, refusal);
  return toVault(closed, manifests, clock, copies ?? closed);
}

/**
 * Opens what is stored as its one writer; the caller holds the lock. After a damaged manifest the files themselves are
 * asked. What a newer Lucid wrote is opened for reading alone.
 */
export async function openWriter(files: Files, clock: Clock = systemClock): Promise<Vault> {
  const slots = await readSlots(files);
  if (slots.newer) return openReader(files, writtenByNewer, clock);
  const epoch = await raiseEpoch(files, slots.newest?.epoch ?? 0);
  if (slots.newest && !slots.damaged) return toVault(files, writingManifest(files, slots, epoch, clock), clock);
  const newest = await recoverManifest(files, slots.newest ?? EMPTY);
  const manifests = writingManifest(files, { ...slots, newest }, epoch, clock);
  if (slots.damaged || newest.docs.length + newest.data.length > 0) await commitIfThereIsRoom(files, manifests);
  return toVault(files, manifests, clock);
}

async function commitIfThereIsRoom(files: Files, manifests: ManifestStore): Promise<void> {
  try {
    await withReserve(files, () => manifests.commit(() => ({})));
  } catch (error) {
    // Without room nothing is lost: the next start finds the same again, and nothing is collected until then.
    if (!(error instanceof StorageError && error.kind === "full")) throw error;
  }
}
