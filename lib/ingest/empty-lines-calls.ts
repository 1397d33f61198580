import { hasEmptyLines } from "./empty-lines";
import { encodeFailure, type WorkerFailure } from "./worker-failure";

/** What the page asks the worker that looks for empty lines. */
export interface EmptyLinesCall {
  file: Blob;
  name: string;
}

export type EmptyLinesAnswer = { found: boolean } | { failure: WorkerFailure };

/** The worker's side of a call: never throws. */
export async function answerEmptyLines({ file, name }: EmptyLinesCall): Promise<EmptyLinesAnswer> {
  try {
    return { found: await hasEmptyLines(file instanceof File ? file : new File([file], name)) };
  } catch (error) {
    return { failure: encodeFailure(error, name) };
  }
}
