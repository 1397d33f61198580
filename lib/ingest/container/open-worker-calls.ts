import { IngestError, type IngestErrorKind } from "../ingest-error";
import type { OpenChoice, OpenedFile } from "../opened-file";

/** What the page asks the worker that opens files. */
export interface WorkerCall {
  file: Blob;
  /** A file keeps its name on the way, another blob does not. */
  name: string;
  choice: OpenChoice;
}

export interface WorkerFailure {
  kind: IngestErrorKind;
  message: string;
  hint: string | null;
  cause: string;
}

export type WorkerAnswer = { opened: OpenedFile } | { failure: WorkerFailure };

/** An error as it crosses to the page; one that is no IngestError is a fault in Lucid and says so. */
export function encodeFailure(error: unknown, name: string): WorkerFailure {
  if (error instanceof IngestError) {
    const { kind, message, hint, cause } = error;
    return { kind, message, hint, cause: cause === undefined ? "" : String(cause) };
  }
  return {
    kind: "unreadable",
    message: `${name} could not be opened because of a fault in Lucid. Nothing was imported.`,
    hint: "Save it as CSV and add that file.",
    cause: String(error),
  };
}

/** The worker's side of a call: never throws. */
export async function answerCall({ file, name, choice }: WorkerCall): Promise<WorkerAnswer> {
  try {
    const { openFile } = await import("../open-file");
    return { opened: await openFile(file instanceof File ? file : new File([file], name), choice) };
  } catch (error) {
    return { failure: encodeFailure(error, name) };
  }
}
