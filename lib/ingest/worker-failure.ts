import { IngestError, type IngestErrorKind } from "./ingest-error";

/** An IngestError as it crosses from a worker to the page. */
export interface WorkerFailure {
  kind: IngestErrorKind;
  message: string;
  hint: string | null;
  cause: string;
}

/** An error as it crosses to the page; one that is no IngestError is a fault in Lucid and says so. */
export function encodeFailure(error: unknown, name: string): WorkerFailure {
  if (error instanceof IngestError) {
    const { kind, message, hint, cause } = error;
    return { kind, message, hint, cause: cause === undefined ? "" : String(cause) };
  }
  return {
    kind: "unreadable",
    message: `${name} could not be read because of a fault in Lucid. Nothing was imported.`,
    hint: "Save it as CSV and add that file.",
    cause: String(error),
  };
}

/** The error as the worker met it. */
export function decodeFailure({ kind, message, hint, cause }: WorkerFailure): IngestError {
  return new IngestError({ kind, message, hint: hint ?? undefined, cause });
}

/** A worker that died without an answer, most likely for want of memory. */
export function workerStopped(name: string, cause: unknown): IngestError {
  return new IngestError({
    kind: "unreadable",
    message: `${name} could not be opened: the part of Lucid that opens files stopped. Nothing was imported.`,
    hint: "The file may need more memory than the browser gives. Save it as CSV, or leave out what you do not need, and add that file.",
    cause,
  });
}
