import { IngestError, type IngestErrorKind } from "../ingest-error";

/** "sales.xlsx is protected by a password. Nothing was imported." */
export function refusal(kind: IngestErrorKind, name: string, what: string, hint: string, cause?: unknown): IngestError {
  return new IngestError({ kind, message: `${name} ${what}. Nothing was imported.`, hint, cause });
}

/** For a file whose first bytes promise a format that the rest does not keep. */
export function damaged(name: string, what: string, cause?: unknown): IngestError {
  return refusal(
    "unreadable",
    name,
    `is ${what} that cannot be read; it is damaged or not complete`,
    what.endsWith("archive")
      ? "Unpack it and add the file inside, or download it again."
      : "Download or export it again, or save it as CSV, and add that file.",
    cause,
  );
}
