import { RoomError } from "@/lib/std/room-error";

export type ReportErrorKind =
  | "empty" // there is no report in the address
  | "unreadable" // damaged, or never was a report
  | "truncated" // the end is missing
  | "newer" // made by a later version
  | "too-large"
  | "needs-pass-phrase"
  | "wrong-pass-phrase";

/** A report that cannot be opened. */
export class ReportError extends RoomError<ReportErrorKind> {}

/** A link that says something, but not a report. */
export function unreadable(cause?: unknown): ReportError {
  return new ReportError({
    kind: "unreadable",
    message: "This link does not hold a report that can be read: a part of it was changed or is missing.",
    hint: "Ask for the link once more, best as a file or copied in one piece.",
    cause,
  });
}

/** More than a report may be. */
export function tooLarge(): ReportError {
  return new ReportError({
    kind: "too-large",
    message: "This link unpacks to more than a report may hold, so it was not opened.",
    hint: "Ask for the report as a file instead.",
  });
}
