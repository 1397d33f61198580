import type { Payload } from "@/lib/explain/payload";

const revenue = { label: "Revenue", kind: "figure", unit: "money", period: null } as const;

/** A small payload with one hidden name. */
export const payload: Payload = {
  version: 1,
  subject: { kind: "notebook" },
  locale: "en-GB",
  currency: "GBP",
  asOf: "2026-06-30",
  names: [{ id: "P1", what: "product", name: null }],
  metrics: [
    { ...revenue, id: "m1", value: "12400.50", of: null },
    { ...revenue, id: "m2", value: "3100", of: "P1" },
  ],
  insights: [],
};

/** Headers; null leaves one out that is sent otherwise. */
export type Sent = Record<string, string | null>;

const HOST = "localhost:3000";

/** A request as Lucid's own page sends it; what is given replaces a part of it. */
export function request(
  body: unknown = payload,
  { method = "POST", headers = {}, signal }: { method?: string; headers?: Sent; signal?: AbortSignal } = {},
): Request {
  const sent = new Headers({
    host: HOST,
    origin: `http://${HOST}`,
    "sec-fetch-site": "same-origin",
    "content-type": "application/json",
  });
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) sent.delete(name);
    else sent.set(name, value);
  }
  const text = typeof body === "string" || body instanceof ReadableStream ? body : JSON.stringify(body);
  const carried = ["GET", "HEAD"].includes(method) ? {} : { body: text, duplex: "half" };
  const init = { method, headers: sent, signal, ...carried };
  return new Request(`http://${HOST}/api/ai/explain`, init);
}
