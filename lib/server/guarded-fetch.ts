import { type LookupAddress, lookup as lookUp } from "node:dns";
import { type IncomingMessage, type RequestOptions, request as requestPlain } from "node:http";
import { request as requestEncrypted } from "node:https";
import type { LookupFunction } from "node:net";
import { isLoopbackHost, networkRange } from "./network-range";
import { ServerError } from "./server-error";

interface GuardedTarget {
  /** Every request must go to this origin. */
  origin: string;
  allowLoopback: boolean;
}

/** An answer of sentences is a few KB; whoever sends more is not answering. */
const MOST_BYTES = 1536 * 1024;

function refused(message: string): ServerError {
  return new ServerError({
    kind: "ai_failed",
    message,
    hint: "Whoever runs the server should check OPENAI_BASE_URL.",
  });
}

function isAllowed(address: string, { allowLoopback }: GuardedTarget): boolean {
  const range = networkRange(address);
  return range === "public" || (range === "loopback" && allowLoopback);
}

/** Looks names up and refuses them while connecting: what was checked is what is connected to. */
function guardedLookup(target: GuardedTarget): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, "");
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowed(address, target)))
        return callback(refused("The AI service's name leads into a private network."), "");
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

const NOBODY_THERE = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];

/** Nobody there is said at once (without the cause, for whose code another try would be made); other errors may pass. */
function toReachError(error: Error): Error {
  if (!("code" in error) || !NOBODY_THERE.includes(String(error.code))) return error;
  return new ServerError({
    kind: "ai_failed",
    message: "The AI service cannot be reached.",
    hint: "Whoever runs the server should check that it is running and that OPENAI_BASE_URL is right.",
  });
}

/** The answer as the web knows it; ends in an error when it does not end in time. */
function toResponse(answer: IncomingMessage): Response {
  let bytes = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES) answer.destroy(refused("The AI service answers without an end."));
        else controller.enqueue(new Uint8Array(chunk));
        if ((controller.desiredSize ?? 1) <= 0) answer.pause();
      });
      answer.on("end", () => controller.close());
      answer.on("error", (error) => controller.error(error));
    },
    pull: () => void answer.resume(),
    cancel: () => void answer.destroy(),
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
  return new Response(body, { status: answer.statusCode ?? 502, headers });
}

/**
 * `fetch` for one configured service and nothing else: that origin only, no private network (checked on the address
 * that is connected to), no redirects, an answer of at most 1.5 MB. Errors: ServerError ai_failed, those of the network.
 */
export function guardedFetch(target: GuardedTarget): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== target.origin) throw refused("A request was about to leave for another host.");
    const bare = url.hostname.replace(/^\[|\]$/g, "");
    const literal = networkRange(bare) !== "other" || /^[\d.]+$|:/.test(bare);
    if (literal && !isAllowed(bare, target)) throw refused("The AI service's address is in a private network.");
    if (url.protocol !== "https:" && !(target.allowLoopback && isLoopbackHost(url.hostname)))
      throw refused("The AI service's address must begin with https://.");
    const options: RequestOptions = {
      method: init?.method ?? "GET",
      headers: Object.fromEntries(new Headers(init?.headers)),
      lookup: guardedLookup(target),
      signal: init?.signal ?? undefined,
      agent: false,
    };
    return new Promise<Response>((resolve, reject) => {
      const send = url.protocol === "https:" ? requestEncrypted : requestPlain;
      const request = send(url, options, (answer) => {
        const status = answer.statusCode ?? 502;
        if (status >= 300 && status < 400) {
          answer.destroy();
          reject(refused("The AI service sends its callers elsewhere, which is not followed."));
        } else resolve(toResponse(answer));
      });
      request.on("error", (error) => reject(toReachError(error)));
      request.end(typeof init?.body === "string" ? init.body : undefined);
    });
  };
}
