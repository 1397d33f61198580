import "server-only";
import type { AnswerEvent } from "@/lib/explain/answer-event";
import { payloadSchema } from "@/lib/explain/payload";
import type { RawSentence } from "@/lib/explain/sentence";
import { type Clock, systemClock } from "@/lib/std/clock";
import { createAdmission } from "./admission";
import { modelOf } from "./ask-model";
import { callerKeys } from "./caller";
import type { AiSettings, Environment } from "./environment";
import { errorBody, errorResponse, toServerError } from "./error-response";
import { requireOwnOrigin } from "./own-origin";
import { PROMPT_VERSION } from "./prompt";
import { readJson } from "./read-json";
import { ServerError } from "./server-error";
import { verifiedSentences } from "./verified-sentences";

/** How long one explanation may take, all tries together. */
const TIME_LIMIT = 30_000;

export interface ExplainRouteOptions {
  clock?: Clock;
  timeLimit?: number;
}

/** `POST /api/ai/explain`: metrics in, verified sentences out, one JSON line each as soon as it passed. */
export function explainRoute(
  environment: Environment,
  { clock = systemClock, timeLimit = TIME_LIMIT }: ExplainRouteOptions = {},
): (request: Request) => Promise<Response> {
  const { ai } = environment;
  const admission = ai && createAdmission(ai, clock);
  const ask = ai && modelOf(ai);

  return async (request) => {
    try {
      requireOwnOrigin(request, environment.publicUrl);
      if (!ai || !admission || !ask) throw notConfigured();
      const keys = await callerKeys(request, ai, environment);
      admission.count(keys);
      const payload = await readJson(request, payloadSchema);
      const leave = admission.enter(keys);
      const stop = new AbortController();
      const late = AbortSignal.timeout(timeLimit);
      // Also when the page neither reads nor goes away.
      late.addEventListener("abort", leave);
      const signal = AbortSignal.any([request.signal, stop.signal, late]);
      const sentences = told(verifiedSentences(payload, ask, { signal }), late, leave);
      // The first sentence, or the failure, decides the status.
      const first = await sentences.next();
      return streamed(first, sentences, stop, ai);
    } catch (error) {
      return errorResponse(error);
    }
  };
}

type Sentences = AsyncGenerator<RawSentence, { refused: number }>;

/** The same sentences; gives the place back at their end and tells an elapsed time limit from other ends. */
async function* told(sentences: Sentences, late: AbortSignal, leave: () => void): Sentences {
  try {
    return yield* sentences;
  } catch (error) {
    if (!late.aborted) throw error;
    throw new ServerError({
      kind: "ai_slow",
      message: "The AI service took too long to answer.",
      hint: "Try again, or use the explanation written from rules.",
      cause: error,
    });
  } finally {
    leave();
  }
}

type Turn = IteratorResult<RawSentence, { refused: number }>;

function streamed(first: Turn, sentences: Sentences, stop: AbortController, ai: AiSettings): Response {
  const encoder = new TextEncoder();
  const line = (event: AnswerEvent) => encoder.encode(`${JSON.stringify(event)}\n`);
  let next: Promise<Turn> | Turn | null = first;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const turn = await (next ?? sentences.next());
        next = null;
        if (!turn.done) return controller.enqueue(line({ type: "sentence", sentence: turn.value }));
        const { refused } = turn.value;
        controller.enqueue(line({ type: "end", refused, model: ai.model, promptVersion: PROMPT_VERSION }));
      } catch (error) {
        const { code, message, hint } = errorBody(toServerError(error)).error;
        controller.enqueue(line({ type: "error", error: { code, message, hint } }));
      }
      controller.close();
    },
    async cancel() {
      stop.abort();
      await sentences.return({ refused: 0 });
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    },
  });
}

function notConfigured(): ServerError {
  return new ServerError({
    kind: "ai_not_configured",
    message: "No AI service is configured on this server.",
    hint: "The explanation written from rules needs none. The README tells how to configure one.",
  });
}
