import type { OpenChoice, OpenedFile } from "../opened-file";
import { encodeFailure, type WorkerFailure } from "../worker-failure";

/** What the page asks the worker that opens files. */
export interface WorkerCall {
  file: Blob;
  /** A file keeps its name on the way, another blob does not. */
  name: string;
  choice: OpenChoice;
}

export type WorkerAnswer = { opened: OpenedFile } | { failure: WorkerFailure };

/** The worker's side of a call: never throws. */
export async function answerCall({ file, name, choice }: WorkerCall): Promise<WorkerAnswer> {
  try {
    const { openFile } = await import("../open-file");
    return { opened: await openFile(file instanceof File ? file : new File([file], name), choice) };
  } catch (error) {
    return { failure: encodeFailure(error, name) };
  }
}
