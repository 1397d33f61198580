import { NotebookError } from "./notebook-error";

/** A notebook file that is refused; `because` ends the sentence. */
export function notOpened(because: string, cause?: unknown): NotebookError {
  return new NotebookError({
    kind: "not-readable",
    message: `The notebook file was not opened: ${because}.`,
    hint: "Nothing was changed. Choose “Save as file” once more where the notebook is, and open that file.",
    cause,
  });
}
