import type { Result } from "@/lib/query/result";

/** What the storage says of one notebook without opening it. */
export interface DocEntry {
  id: string;
  title: string;
  updatedAt: number;
  /** One figure for the list of recent notebooks, already in words, or null. */
  headline: string | null;
}

export interface PartRef {
  /** sha256 of the Parquet bytes, hex: the part's name for ever. */
  hash: string;
  bytes: number;
}

/**
 * A stored document: the newest snapshot and the edits since, in order; both are JSON values.
 * When `damaged`, edits may be missing: one that no longer applies is to be passed over.
 */
export interface StoredDoc {
  snapshot: unknown;
  edits: readonly unknown[];
  /** True when a snapshot or the tail of the edit log was damaged and was set aside. */
  damaged: boolean;
}

/** What the list of versions says of one. */
export interface VersionNote {
  /** Milliseconds since the epoch. */
  at: number;
  /** What a person called it; null for one that was kept by itself. */
  name: string | null;
  /** Why it was kept by itself: "Before a restore"; null for one with a name. */
  reason: string | null;
  /** Fingerprint of what it holds: equal fingerprint, equal content. */
  mark: string;
}

export interface VersionEntry extends VersionNote {
  id: string;
}

/** Bytes on the device, by what one would miss. */
export interface Usage {
  /** The lines of imported files. */
  data: number;
  /** Computed results: without them everything is computed again. */
  results: number;
  /** Notebooks, settings and the room kept free for saving. */
  documents: number;
  /** What the browser would give in all, by its own estimate; 0 where it does not say. */
  quota: number;
}

/** What a document shows of its results. */
export interface RetainedResults {
  /** The results themselves: others are the first to make room. */
  keys: readonly string[];
  /** A JSON value the document adds, given back as it is. */
  note: unknown;
}

/** The bytes of a part as they are stored: a Parquet file on the device, an Arrow IPC stream in memory. */
export interface PartFile {
  form: "parquet" | "arrow";
  bytes: Uint8Array;
}

export interface PartOptions {
  /** Aborting rejects at once with an AbortError; a part that is already being written is finished. */
  signal?: AbortSignal | undefined;
}

/**
 * What Lucid keeps on the device. A promise that resolved is a promise kept: what was acknowledged
 * survives a crash at any later moment. Errors are StorageError with a next step.
 * Ids of documents hold letters, digits, hyphens and underscores.
 */
export interface Storage {
  readonly kind: "opfs" | "memory";
  /** False while another tab writes, or when a newer Lucid wrote what is here: reading works, writing rejects. */
  readonly writable: boolean;
  /** True while another tab is the one that writes; this one may take over. */
  readonly follows: boolean;
  /** Calls back when `writable` changes; returns the way to stop that. */
  onWritable(listener: (writable: boolean) => void): () => void;
  /** Makes this tab the one that writes, whether the other one answers or not. */
  takeOver(): Promise<void>;
  /** Newest first. Cheap: reads the manifest only. */
  listDocs(): Promise<readonly DocEntry[]>;
  readDoc(id: string): Promise<StoredDoc | null>;
  /** Replaces the snapshot and starts an empty log. */
  writeSnapshot(entry: DocEntry, snapshot: unknown): Promise<void>;
  /** Appends one edit to the log; resolves once it is flushed. */
  appendEdit(id: string, edit: unknown): Promise<void>;
  /** Removes a document with all its versions and with the results that no other shows. */
  removeDoc(id: string): Promise<void>;
  /** Keeps a state of a document beside it. */
  putVersion(docId: string, note: VersionNote, content: unknown): Promise<VersionEntry>;
  /** Newest first; what they hold is not read. */
  listVersions(docId: string): Promise<readonly VersionEntry[]>;
  /** What a version holds; its hash is checked. */
  readVersion(docId: string, versionId: string): Promise<unknown>;
  removeVersion(docId: string, versionId: string): Promise<void>;
  /** Lays a document down for the tab that writes to take in: the one thing a tab that only reads may write. */
  leaveCopy(entry: DocEntry, snapshot: unknown): Promise<void>;
  /** Takes in what other tabs laid down as documents; gives how many. */
  adoptCopies(): Promise<number>;
  /** Every part that is kept. */
  listParts(): Promise<readonly PartRef[]>;
  /** Writes an Arrow IPC stream as an immutable Parquet part and names it in the manifest. Takes the bytes over. */
  putPart(ipc: Uint8Array, options?: PartOptions): Promise<PartRef>;
  /** The part as one Arrow IPC stream; its hash is checked. */
  getPart(hash: string, options?: PartOptions): Promise<Uint8Array>;
  /** The stored bytes of a part themselves, to be taken elsewhere; their sha256 is its name. */
  takePart(hash: string, options?: PartOptions): Promise<PartFile>;
  /** Stores the bytes of a part from elsewhere under their sha256; those of another form are turned into this storage's own. */
  bringPart(file: PartFile, options?: PartOptions): Promise<PartRef>;
  /** Frees the room of a part that no document names any more. */
  removePart(hash: string): Promise<void>;
  /** Frees the room of all parts that no document and no version names, but those `inUse` and those of this visit; gives how many. */
  freeParts(inUse: readonly string[]): Promise<number>;
  /** A cache, kept until room is needed: a result that is missing or damaged is null, never an error. */
  getResult(key: string): Promise<Result | null>;
  putResult(key: string, result: Result): Promise<void>;
  /** The results a document shows now, in place of those told before. */
  retainResults(id: string, retained: RetainedResults): Promise<void>;
  /** What was told last; null when nothing was or it cannot be read. */
  retainedResults(id: string): Promise<RetainedResults | null>;
  /** Removes every result; documents and data stay. */
  clearResults(): Promise<void>;
  /** Small preferences (how a header was mapped, theme is not here). JSON values; null when there is none. */
  getSetting(name: string): Promise<unknown>;
  /** null removes it. */
  putSetting(name: string, value: unknown): Promise<void>;
  /** Asks the browser to keep the data; resolves with its answer. */
  persist(): Promise<boolean>;
  /** True when the browser agreed to keep the data. */
  persisted(): Promise<boolean>;
  usage(): Promise<Usage>;
  close(): Promise<void>;
}
