import * as z from "zod/mini";

/**
 * A sentence as a model (or a rule) writes it. Numbers are placeholders only: {{m7}}, {{change m7 m3}}, {{diff m7 m3}},
 * {{ratio m7 m3}}, {{share m7 m3}}, {{sum m7 m3 ...}}, {{period m7}} for the period of a figure; what has a name is {{P1}}.
 * One sentence, plain text.
 */
export const rawSentenceSchema = z.strictObject({
  part: z.enum(["explanation", "guidance"]),
  text: z.string().check(z.minLength(1), z.maxLength(500)),
});
export type RawSentence = z.infer<typeof rawSentenceSchema>;

export type Operation = "value" | "period" | "change" | "diff" | "ratio" | "share" | "sum";

/** A piece of a shown sentence. Numbers know the metrics they were computed from. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "name"; text: string; id: string }
  | { kind: "number"; text: string; operation: Operation; metrics: readonly string[] };

/** A sentence that passed: every number in it is bound to metrics. */
export interface ShownSentence {
  part: RawSentence["part"];
  pieces: readonly Piece[];
}

export type FaultKind =
  | "malformed" // no sentence, markup, a link, control characters, an unknown placeholder
  | "unknown-id"
  | "plain-number" // a number outside a placeholder
  | "mixed-units"
  | "wrong-number" // a number no metric gives
  | "wrong-subject" // a number of another product or period than the sentence names
  | "wrong-direction"
  | "unbound" // a sentence about nothing
  | "repeats-name"; // words of a product's name outside {{P1}}

/** Why a sentence is not shown; `message` is for the model that wrote it. */
export interface Fault {
  kind: FaultKind;
  message: string;
}

export type Verdict = { ok: true; sentence: ShownSentence } | { ok: false; fault: Fault };
