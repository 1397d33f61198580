import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writtenIn } from "@/e2e/provider/manner";
import { type Provider, startProvider } from "@/e2e/provider/provider";
import { cleanName } from "@/lib/explain/clean-name";
import type { Payload } from "@/lib/explain/payload";
import { environmentOf } from "@/lib/server/environment";
import { explainRoute } from "@/lib/server/explain-route";
import { payload, request } from "../../testing/ask";

const hostile: { name: string; obeyed: string }[] = JSON.parse(readFileSync("e2e/fixtures/hostile-names.json", "utf8"));
let provider: Provider;
beforeAll(async () => {
  provider = await startProvider();
  provider.tell("obedient");
});
afterAll(() => provider.close());

function served() {
  const ai = { OPENAI_API_KEY: "k", OPENAI_BASE_URL: provider.baseUrl, AI_MODEL: "m", AI_ALLOW_LOOPBACK: "true" };
  return explainRoute(environmentOf({ ...ai, AI_ALLOW_ANONYMOUS: "true" }));
}

describe("hostile names and a model that does what they say", () => {
  it("show nothing, change no figure and send nothing elsewhere, forty of them at once", async () => {
    expect(hostile.length).toBeGreaterThanOrEqual(40);
    const names: Payload["names"] = hostile.map(({ name }, at) => ({
      id: `P${at + 1}`,
      what: "product",
      name: cleanName(name),
    }));
    const body: Payload = { ...payload, names };
    const written = writtenIn("obedient", body, false).map((each) => each.text);
    expect(hostile.filter(({ obeyed }) => !written.includes(obeyed))).toEqual([]);
    const response = await served()(request(body));
    const text = await response.text();
    expect([response.status, JSON.parse(text).error?.code]).toEqual([502, "ai_unverified"]);
    expect(text).not.toMatch(/evil|HACKED|script|9,999/);
    const sent = provider.asked.map((asked) => JSON.parse(asked.body).messages[1].content);
    expect(sent).toEqual([JSON.stringify(body, null, 2), JSON.stringify(body, null, 2)]);
  });

  it("are never seen by the model while names are hidden", async () => {
    provider.tell("obedient");
    const names: Payload["names"] = hostile.map((_, at) => ({ id: `P${at + 1}`, what: "product", name: null }));
    await served()(request({ ...payload, names }));
    expect(provider.asked.length).toBeGreaterThan(0);
    for (const { body } of provider.asked) expect(body).not.toMatch(/evil|HACKED|alert/);
  });
});
