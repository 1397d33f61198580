import { ALL, type ParamValue } from "@/lib/query/param";
import type { Facts, Phrase, PhrasePart } from "./analysis";

/** The parameters a phrase says, whatever the data. */
export function phraseParams(phrase: Phrase): string[] {
  return phrase
    .flatMap((piece) => (typeof piece === "object" && "when" in piece ? piece.parts : [piece]))
    .flatMap((part) => (typeof part === "string" ? [] : [part.param]));
}

/** The parts of a phrase to show for this data. A part that was set while the data had it stays, so that it can be unset. */
export function phraseParts(
  phrase: Phrase,
  facts: Facts | null,
  values: Readonly<Record<string, ParamValue>>,
): PhrasePart[] {
  return phrase.flatMap((piece) => {
    if (typeof piece === "string" || !("when" in piece)) return [piece];
    const isSet = piece.parts.some((part) => typeof part === "object" && (values[part.param] ?? ALL) !== ALL);
    return isSet || (facts !== null && piece.when(facts)) ? [...piece.parts] : [];
  });
}
