import type { Book } from "./book";
import type { RawSentence, Verdict } from "./sentence";

/** Verifies one sentence: the pieces to show, or why it must not be shown. Pure; the same in browser and server. */
export function verifySentence(raw: RawSentence, book: Book): Verdict {
  const known = book.metrics.size > 0;
  return {
    ok: false,
    fault: { kind: "unbound", message: known ? `Not a sentence: ${raw.text}` : "There are no metrics." },
  };
}
