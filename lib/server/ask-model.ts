import { createOpenAI } from "@ai-sdk/openai";
import {
  APICallError,
  type LanguageModelMiddleware,
  type ModelMessage,
  NoObjectGeneratedError,
  Output,
  RetryError,
  streamText,
  wrapLanguageModel,
} from "ai";
import { z } from "zod";
import type { AiSettings } from "./environment";
import { guardedFetch } from "./guarded-fetch";
import { INSTRUCTIONS } from "./prompt";
import { ServerError } from "./server-error";

/** A sentence as it comes; not checked for anything but its shape. */
export interface Draft {
  part: "explanation" | "guidance";
  text: string;
}

/** Asks once; gives sentence by sentence. Errors: BrokenAnswer, ServerError, the signal's reason. */
export type AskModel = (messages: ModelMessage[], options: { signal: AbortSignal }) => AsyncIterable<Draft>;

/** An answer that ended too early or was not what was asked for: worth a second try, with the fault named. */
export class BrokenAnswer extends Error {}

/** Lengths are not in here: not every service takes them in a schema. */
const draft = z.object({ part: z.enum(["explanation", "guidance"]), text: z.string() });

const MOST_TOKENS = 3_000;
/** Letters of an answer; reading on would only cost time. */
const MOST_LETTERS = 16_000;

/** Breaks off an answer that goes on and on, before it is parsed again with each of its pieces. */
const notTooLong: LanguageModelMiddleware = {
  async wrapStream({ doStream }) {
    const { stream, ...rest } = await doStream();
    let letters = 0;
    const counted: typeof stream = stream.pipeThrough(
      new TransformStream({
        transform(part, controller) {
          if (part.type === "text-delta") letters += part.delta.length;
          if (letters > MOST_LETTERS) controller.error(new BrokenAnswer("The answer was far too long."));
          else controller.enqueue(part);
        },
      }),
    );
    return { stream: counted, ...rest };
  },
};

/** A model behind the protocol of OpenAI's chat completions, which all the others speak. */
export function modelOf(settings: AiSettings): AskModel {
  const { origin } = new URL(settings.baseUrl);
  const provider = createOpenAI({
    apiKey: settings.key,
    baseURL: settings.baseUrl,
    fetch: guardedFetch({ origin, allowLoopback: settings.allowLoopback }),
  });
  const model = wrapLanguageModel({ model: provider.chat(settings.model), middleware: notTooLong });

  return async function* ask(messages, { signal }) {
    let failure: unknown = null;
    const answer = streamText({
      model,
      instructions: INSTRUCTIONS,
      messages,
      output: Output.array({ element: draft, name: "explanation" }),
      maxOutputTokens: MOST_TOKENS,
      maxRetries: 2,
      abortSignal: signal,
      onError: ({ error }) => {
        failure ??= error;
      },
    });
    try {
      for await (const each of answer.elementStream) yield each;
      // Reading what came to its end tells whether it was whole.
      if (failure === null) await answer.output;
    } catch (error) {
      failure ??= error;
    }
    signal.throwIfAborted();
    if (failure !== null) throw toKnownError(failure);
  };
}

/** What went wrong with the service, in words that hold nothing it said: it may repeat keys and names. */
function toKnownError(error: unknown): Error {
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (last instanceof ServerError || last instanceof BrokenAnswer) return last;
  if (NoObjectGeneratedError.isInstance(last))
    return new BrokenAnswer("The answer was not the JSON that was asked for.");
  if (!APICallError.isInstance(last)) return ofConnection(last);
  const status = last.statusCode;
  if (status === undefined || status === 200) return ofConnection(last.cause);
  if (status === 429 || status === 503) {
    return new ServerError({
      kind: "ai_busy",
      message: "The AI service has too much to do just now.",
      hint: "Try again in a minute. The explanation written from rules is there meanwhile.",
      retryAfter: 60,
    });
  }
  const why: Record<number, string> = {
    400: "It does not understand the request: its model must be able to answer in JSON.",
    401: "It does not accept the key.",
    403: "It does not accept the key.",
    404: "It does not know the model or the address.",
  };
  return new ServerError({
    kind: "ai_failed",
    message: `The AI service answered with an error (${status}). ${why[status] ?? ""}`.trim(),
    hint: "Whoever runs the server should check OPENAI_API_KEY, OPENAI_BASE_URL and AI_MODEL.",
  });
}

function ofConnection(cause: unknown): Error {
  return cause instanceof ServerError ? cause : new BrokenAnswer("The answer broke off before its end.");
}
