import { StorageError } from "./storage-error";

/** The browser gives no more room. */
export function outOfSpace(cause?: unknown): StorageError {
  return new StorageError({
    kind: "full",
    message: "There is no room left for Lucid on this device. What was saved before is intact.",
    hint: "Remove notebooks you no longer need or free disk space, then try again.",
    cause,
  });
}

/** Another tab is the one that writes. */
export function lockedByAnotherTab(cause?: unknown): StorageError {
  return new StorageError({
    kind: "locked",
    message: "Another tab has Lucid open, so this tab can read but not save.",
    hint: "Make the change in the other tab, or close it and try again here.",
    cause,
  });
}

/** The stored format is newer than this code. */
export function writtenByNewer(): StorageError {
  return new StorageError({
    kind: "newer",
    message: "What is stored here was written by a newer version of Lucid, so this version does not change it.",
    hint: "Reload the page to get the newer version.",
  });
}

/** The files are gone while Lucid is open. */
export function storageCleared(cause?: unknown): StorageError {
  return new StorageError({
    kind: "missing",
    message: "The browser removed what Lucid had stored on this device. What is on the screen is not saved.",
    hint: "Save the notebook as a file, then reload the page.",
    cause,
  });
}

/** There is no lasting storage in this browser window. */
export function storageUnavailable(cause?: unknown): StorageError {
  return new StorageError({
    kind: "unavailable",
    message: "This browser window gives Lucid no place to store anything.",
    hint: "Leave private browsing or allow site data, or go on and save the notebook as a file before closing.",
    cause,
  });
}

/** Any failure as the error of this room. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return outOfSpace(error);
  if (name === "NotFoundError" || name === "InvalidStateError") return storageCleared(error);
  return new StorageError({
    kind: "internal",
    message: "Saving or reading on this device failed. What was saved before is intact.",
    hint: "Try again; if it happens again, reload the page.",
    cause: error,
  });
}

/** A worker that does not start, breaks down or does not answer. */
export function workerFailed(what: string, cause?: unknown): StorageError {
  return new StorageError({
    kind: "internal",
    message: `${what} What was saved before is intact.`,
    hint: "Reload the page and try again.",
    cause,
  });
}

/** A file of the user's that was moved, changed or removed while it was read. */
export function fileUnreadable(cause?: unknown): StorageError {
  return new StorageError({
    kind: "missing",
    message: "The file could not be read to its end. Nothing was added.",
    hint: "Check that it was not moved, changed or removed, then choose it again.",
    cause,
  });
}
