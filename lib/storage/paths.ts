import { StorageError } from "./storage-error";

/** One state of a document: its snapshot and the log of edits since, both named after the number. */
export interface Generation {
  seq: number;
  /** sha256 of the snapshot file, hex. */
  sha256: string;
}

export const EPOCH = "lock-epoch";
export const RESERVE = "reserve";
export const DATA = "data";
export const RESULTS = "results";
export const DOCS = "docs";
export const VERSIONS = "versions";
/** Where a tab that only reads lays down what must not be lost. */
export const COPIES = "copies";
export const SLOTS = ["manifest.a.json", "manifest.b.json"] as const;
/** The end of the name of a file on its way in. */
export const TEMPORARY = ".tmp";

/** The end of the name of a file that names the results a document shows. */
export const USED = ".used.json";

const SAFE = /^[A-Za-z0-9_-]{1,100}$/;
const SNAPSHOT = /^snap-(\d+)-([0-9a-f]{8})\.json$/;
const PART = /^([0-9a-f]{64})\.parquet$/;

function safe(id: string): string {
  if (SAFE.test(id)) return id;
  throw new StorageError({
    kind: "internal",
    message: "This notebook has an id that cannot be stored. Nothing was changed.",
    hint: "Ids hold letters, digits, hyphens and underscores, at most 100.",
  });
}

/** The folder of a document. Throws StorageError when the id cannot be a file name. */
export function docFolder(id: string): string {
  return `${DOCS}/${safe(id)}`;
}

/** The folder of a document's versions. Throws StorageError when the id cannot be a file name. */
export function versionFolder(docId: string): string {
  return `${VERSIONS}/${safe(docId)}`;
}

/** What a version holds. */
export function versionPath(docId: string, versionId: string): string {
  return `${versionFolder(docId)}/${safe(versionId)}.json`;
}

/** What is said of a version. A version without this file does not exist. */
export function versionNotePath(docId: string, versionId: string): string {
  return `${versionFolder(docId)}/${safe(versionId)}.note`;
}

/** The version a file of notes is of, or null for any other name. */
export function versionOfNote(name: string): string | null {
  return /^version-\d+-[0-9a-f]{8}(?=\.note$)/.exec(name)?.[0] ?? null;
}

/** Where a copy of a document is laid down. */
export function copyPath(id: string): string {
  return `${COPIES}/${safe(id)}.json`;
}

export function snapshotPath(id: string, { seq, sha256 }: Generation): string {
  return `${docFolder(id)}/snap-${seq}-${sha256.slice(0, 8)}.json`;
}

export function logPath(id: string, { seq }: Pick<Generation, "seq">): string {
  return `${docFolder(id)}/log-${seq}.jsonl`;
}

/** Number and first eight digits of the hash in a snapshot's name, or null for any other name. */
export function snapshotName(name: string): { seq: number; sha8: string } | null {
  const match = SNAPSHOT.exec(name);
  return match ? { seq: Number(match[1]), sha8: match[2] ?? "" } : null;
}

export function partPath(hash: string): string {
  return `${DATA}/${hash}.parquet`;
}

/** The hash in a part's name, or null for any other name. */
export function partName(name: string): string | null {
  return PART.exec(name)?.[1] ?? null;
}

/** The file that names the results a document shows, or null when its id cannot be a file name. */
export function usedResultsPath(id: string): string | null {
  return SAFE.test(id) ? `${RESULTS}/${id}${USED}` : null;
}

/** Null when the key cannot be a file name: such a result is not kept. */
export function resultPath(key: string): string | null {
  return SAFE.test(key) ? `${RESULTS}/${key}.parquet` : null;
}
