import { type AnswerEvent, answerEventSchema, errorBodySchema } from "./answer-event";
import { toBook } from "./book";
import type { Briefing } from "./briefing";
import { ExplainError } from "./explain-error";
import type { ShownSentence } from "./sentence";
import { verifySentence } from "./verify";

/** What is known of an explanation once it is whole; model and promptVersion belong to the key it is kept under. */
export interface Answered {
  /** Sentences that were written and could not be verified. */
  refused: number;
  model: string;
  promptVersion: number;
}

interface AskOptions {
  signal: AbortSignal;
  fetch?: typeof globalThis.fetch;
}

/** No line of an answer is longer; a server that sends more is not ours. */
const LONGEST_LINE = 8_192;

/**
 * Has the figures of a briefing explained by the server's AI. Gives each sentence as it comes, verified once more with
 * the names that stayed here. Errors: ExplainError `unanswered`, `not-signed-in`; the signal's reason.
 */
export async function* askExplanation(
  { payload, body, names }: Pick<Briefing, "payload" | "body" | "names">,
  { signal, fetch = globalThis.fetch }: AskOptions,
): AsyncGenerator<ShownSentence, Answered> {
  const response = await asked(body, { signal, fetch });
  const book = toBook(payload, names);
  let refused = 0;
  for await (const event of eventsOf(response, signal)) {
    if (event.type === "error") throw toError(event.error);
    if (event.type === "end") {
      return { refused: refused + event.refused, model: event.model, promptVersion: event.promptVersion };
    }
    const verdict = verifySentence(event.sentence, book);
    if (verdict.ok) yield verdict.sentence;
    else refused += 1;
  }
  throw brokenOff();
}

async function asked(body: string, { signal, fetch }: Required<AskOptions>): Promise<Response> {
  let response: Response;
  try {
    response = await fetch("/api/ai/explain", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      signal,
      redirect: "error",
      cache: "no-store",
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw brokenOff(cause);
  }
  signal.throwIfAborted();
  if (response.ok) return response;
  const answer: unknown = await response.json().catch(() => null);
  const parsed = errorBodySchema.safeParse(answer);
  throw parsed.success ? toError(parsed.data.error) : brokenOff();
}

async function* eventsOf(response: Response, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) yield answerEventSchema.parse(JSON.parse(line));
      if (rest.length > LONGEST_LINE) throw new RangeError("A line of the answer is too long.");
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw brokenOff(cause);
  }
}

function toError({ code, message, hint }: { code: string; message: string; hint: string | null }): ExplainError {
  const kind = code === "not_signed_in" ? "not-signed-in" : "unanswered";
  return new ExplainError({ kind, message, hint: hint ?? undefined });
}

function brokenOff(cause?: unknown): ExplainError {
  return new ExplainError({
    kind: "unanswered",
    message: "The server gave no whole explanation.",
    hint: "Try again, or use the explanation written from rules.",
    cause,
  });
}
