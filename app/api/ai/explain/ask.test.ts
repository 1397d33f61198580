import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Manner } from "@/e2e/provider/manner";
import { type Provider, startProvider } from "@/e2e/provider/provider";
import { askExplanation } from "@/lib/explain/ask-explanation";
import { encodePayload } from "@/lib/explain/payload";
import type { ShownSentence } from "@/lib/explain/sentence";
import { environmentOf } from "@/lib/server/environment";
import { explainRoute } from "@/lib/server/explain-route";
import { payload, request } from "../../testing/ask";

let provider: Provider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());
beforeEach(() => provider.tell("honest"));

const briefing = { payload, body: encodePayload(payload), names: new Map([["P1", "Blue Teapot"]]) };

function served(more: Record<string, string> = {}): typeof fetch {
  const ai = { OPENAI_API_KEY: "k", OPENAI_BASE_URL: provider.baseUrl, AI_MODEL: "m", AI_ALLOW_LOOPBACK: "true" };
  const route = explainRoute(environmentOf({ ...ai, AI_ALLOW_ANONYMOUS: "true", ...more }));
  return (_, init) => route(request(String(init?.body), { signal: init?.signal ?? undefined }));
}

/** Everything a page would show, and how it ended. */
async function shown(fetch: typeof globalThis.fetch) {
  const { signal } = new AbortController();
  const sentences: ShownSentence[] = [];
  const asking = askExplanation(briefing, { signal, fetch });
  for (;;) {
    const turn = await asking.next();
    if (turn.done) return { sentences, answered: turn.value };
    sentences.push(turn.value);
  }
}

const textOf = ({ pieces }: ShownSentence) => pieces.map(({ text }) => text).join("");

describe("askExplanation", () => {
  it("gives sentences with computed numbers, and the names that never left", async () => {
    const { sentences, answered } = await shown(served());
    expect(sentences.map(textOf)).toEqual([
      "The figure to look at is £12,401.",
      "For Blue Teapot the figure is £3,100.",
    ]);
    expect(sentences[1]?.pieces).toContainEqual({ kind: "name", text: "Blue Teapot", id: "P1" });
    expect(answered).toEqual({ refused: 0, model: "m", promptVersion: expect.any(Number) });
    expect(provider.asked[0]?.body).not.toContain("Teapot");
  });

  it("shows no number that was not computed, and tells how many sentences it did without", async () => {
    provider.tell("inventive");
    const { sentences, answered } = await shown(served());
    expect(sentences.map(textOf)).toEqual(["The figure to look at is £12,401."]);
    expect(answered.refused).toBe(4);
  });

  it.each<[Manner, string]>([
    ["obedient", "gave no whole explanation"],
    ["garbage", "gave no whole explanation"],
    ["busy", "too much to do"],
    ["strict", "does not accept the key"],
  ])("throws a sentence when the provider is %s", async (manner, sentence) => {
    provider.tell(manner);
    await expect(shown(served())).rejects.toMatchObject({
      name: "ExplainError",
      kind: "unanswered",
      message: expect.stringContaining(sentence),
      hint: expect.stringMatching(/\.$/),
    });
  });

  it("tells that somebody must sign in from other failures", async () => {
    const signIn = { AUTH_SECRET: "s".repeat(32), AUTH_GITHUB_ID: "i", AUTH_GITHUB_SECRET: "s" };
    const fetch = served({ ...signIn, AI_ALLOW_ANONYMOUS: "false" });
    await expect(shown(fetch)).rejects.toMatchObject({ kind: "not-signed-in" });
  });

  it("verifies what a server says by itself, and takes no answer that is not one", async () => {
    const sentence = (text: string) => JSON.stringify({ type: "sentence", sentence: { part: "explanation", text } });
    const end = JSON.stringify({ type: "end", refused: 0, model: "m", promptVersion: 1 });
    const answering =
      (text: string, status = 200) =>
      async () =>
        new Response(text, { status });
    const lying = await shown(answering(`${sentence("Sales of {{m1}} rose to 99,999.")}\n${end}\n`));
    expect(lying).toMatchObject({ sentences: [], answered: { refused: 1 } });
    for (const text of ["", `${sentence("It is {{m1}}.")}\n`, "<html>", "{}\n", "x".repeat(10_000), `${end}x\n`]) {
      await expect(shown(answering(text)), text.slice(0, 20)).rejects.toMatchObject({ kind: "unanswered" });
    }
    await expect(shown(answering("<h1>502</h1>", 502))).rejects.toMatchObject({ kind: "unanswered" });
    await expect(shown(() => Promise.reject(new TypeError("offline")))).rejects.toMatchObject({ kind: "unanswered" });
  });

  it("stops when it is told to", async () => {
    provider.tell("silent");
    const stop = new AbortController();
    const heard = provider.givenUp();
    const asking = askExplanation(briefing, { signal: stop.signal, fetch: served() }).next();
    await vi.waitFor(() => expect(provider.asked).toHaveLength(1));
    stop.abort();
    await expect(asking).rejects.toThrow(/abort/i);
    await heard;
  });
});
