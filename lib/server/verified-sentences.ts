import type { ModelMessage } from "ai";
import { toBook } from "@/lib/explain/book";
import { encodePayload, type Payload } from "@/lib/explain/payload";
import { type RawSentence, rawSentenceSchema } from "@/lib/explain/sentence";
import { verifySentence } from "@/lib/explain/verify";
import { type AskModel, BrokenAnswer, type Draft } from "./ask-model";
import { faultMessage, MOST_SENTENCES } from "./prompt";
import { ServerError } from "./server-error";

interface Found {
  text: string;
  message: string;
}

/**
 * The sentences of a model that passed the verifier, each as soon as it did. What did not pass is named to the model
 * once. Gives back how many were refused in the end. Errors: ai_unverified when none passed, ai_failed
 * when it broke off twice; those of the model.
 */
export async function* verifiedSentences(
  payload: Payload,
  ask: AskModel,
  { signal }: { signal: AbortSignal },
): AsyncGenerator<RawSentence, { refused: number }> {
  const book = toBook(payload);
  const shown: RawSentence[] = [];
  const first: ModelMessage[] = [{ role: "user", content: encodePayload(payload) }];

  async function* attempt(messages: ModelMessage[], written: Draft[], faults: Found[]): AsyncGenerator<RawSentence> {
    try {
      for await (const draft of ask(messages, { signal })) {
        if (shown.length >= MOST_SENTENCES) return;
        written.push(draft);
        const fault = faultOf(draft);
        if (fault !== null) faults.push({ text: draft.text.slice(0, 500), message: fault });
        else if (!shown.some(({ text }) => text === draft.text)) {
          shown.push(draft);
          yield draft;
        }
      }
      if (written.length === 0) faults.push({ text: "", message: "There was no sentence in the answer." });
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) throw error;
      faults.push({ text: "", message: error.message });
    }
  }

  function faultOf(draft: Draft): string | null {
    const raw = rawSentenceSchema.safeParse(draft);
    if (!raw.success) return "A sentence has between 1 and 500 characters.";
    const verdict = verifySentence(raw.data, book);
    return verdict.ok ? null : verdict.fault.message;
  }

  const written: Draft[] = [];
  const faults: Found[] = [];
  yield* attempt(first, written, faults);
  if (faults.length === 0) return { refused: 0 };

  const again: ModelMessage[] = [
    ...first,
    { role: "assistant", content: JSON.stringify({ elements: written }) },
    { role: "user", content: faultMessage(faults, shown) },
  ];
  const left: Found[] = [];
  yield* attempt(again, [], left);
  const isBroken = ({ text }: Found) => text === "";
  // Of an answer that broke off in both tries nobody knows what it left out.
  const isWhole = shown.length > 0 && !(faults.some(isBroken) && left.some(isBroken));
  if (isWhole) return { refused: left.length };
  if (shown.length > 0 || left.every(isBroken)) {
    throw new ServerError({
      kind: "ai_failed",
      message: `The AI service gave no whole explanation. ${left.find(isBroken)?.message ?? ""}`.trim(),
      hint: "Try again. If it happens again, another model may do better; whoever runs the server sets AI_MODEL.",
    });
  }
  throw new ServerError({
    kind: "ai_unverified",
    message: "Nothing the AI wrote could be verified against the figures, so none of it is shown.",
    hint: "The explanation written from rules says what the figures say.",
  });
}
