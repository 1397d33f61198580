import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Provider, startProvider } from "@/e2e/provider/provider";
import { payloadSchema } from "@/lib/explain/payload";
import { environmentOf } from "@/lib/server/environment";
import { explainRoute } from "@/lib/server/explain-route";
import { payload, request, type Sent } from "../../testing/ask";

const SECRET = "a secret of more than thirty-two letters";
let provider: Provider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

const github = { AUTH_SECRET: SECRET, AUTH_GITHUB_ID: "id", AUTH_GITHUB_SECRET: "secret" };
const anonymous = { AI_ALLOW_ANONYMOUS: "true" };

function route(more: Record<string, string>, now = () => 0) {
  const ai = { OPENAI_API_KEY: "k", OPENAI_BASE_URL: provider.baseUrl, AI_MODEL: "m", AI_ALLOW_LOOPBACK: "true" };
  return explainRoute(environmentOf({ ...ai, ...more }), { clock: { now } });
}

async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    error: { code, message: expect.stringMatching(/^[A-Z].+\.$/), hint: expect.stringMatching(/^[A-Z].+\.$/) },
  });
}

const session = async (claims: { sub?: string; email?: string }, secret = SECRET, maxAge = 60) =>
  `next-auth.session-token=${await encode({ token: claims, secret, maxAge })}`;

describe("POST /api/ai/explain refuses", () => {
  it("everything that Lucid's own page did not send", async () => {
    const explain = route(anonymous);
    const foreign: Sent[] = [
      { origin: null },
      { origin: "https://elsewhere.example" },
      { origin: "http://localhost:3001" },
      { origin: "http://localhost:3000.evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { "sec-fetch-site": null },
      { host: "elsewhere.example" },
    ];
    for (const headers of foreign) {
      await expectRefusal(await explain(request(payload, { headers })), 403, "not_allowed");
    }
    expect(provider.asked).toEqual([]);
  });

  it("another address than the public one, where one is set", async () => {
    const explain = route({ ...anonymous, AUTH_URL: "https://lucid.example" });
    await expectRefusal(await explain(request()), 403, "not_allowed");
    const headers = { origin: "https://lucid.example", host: "inside:3000" };
    expect((await explain(request(payload, { headers }))).status).toBe(200);
  });

  it("a request when no AI is configured", async () => {
    await expectRefusal(await explainRoute(environmentOf({}))(request()), 503, "ai_not_configured");
  });

  it("whoever is not seen to be on this machine, whatever their headers say", async () => {
    const explain = route({});
    const lies = { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", "x-lucid-peer": "x direct 127.0.0.1" };
    await expectRefusal(await explain(request()), 403, "not_allowed");
    await expectRefusal(await explain(request(payload, { headers: lies })), 403, "not_allowed");
  });

  it("whoever is not signed in: no session, one of another secret, one that is over, one of somebody struck off", async () => {
    const explain = route({ ...github, AUTH_ALLOWED_EMAILS: "ann@shop.example" });
    const ann = { sub: "github:1", email: "ann@shop.example" };
    for (const cookie of [
      null,
      "next-auth.session-token=x",
      await session(ann, "another secret of thirty-two letters!"),
      await session(ann, SECRET, -60),
      await session({ email: "ann@shop.example" }),
      await session({ sub: "github:2", email: "bob@shop.example" }),
    ]) {
      await expectRefusal(await explain(request(payload, { headers: { cookie } })), 401, "not_signed_in");
    }
    const response = await explain(request(payload, { headers: { cookie: await session(ann) } }));
    expect(response.status).toBe(200);
  });

  it("anything but plain JSON", async () => {
    const explain = route(anonymous);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", null]) {
      await expectRefusal(await explain(request(payload, { headers: { "content-type": type } })), 415, "not_json");
    }
    const packed = request(payload, { headers: { "content-encoding": "gzip" } });
    await expectRefusal(await explain(packed), 415, "not_json");
  });

  it("more than 64 KB, also when no length was given, and reads no further", async () => {
    const explain = route({ ...anonymous, AI_RATE_PER_MINUTE: "60" });
    const long = JSON.stringify({ ...payload, filler: "x".repeat(65_536) });
    await expectRefusal(await explain(request(long)), 413, "too_large");
    await expectRefusal(await explain(request("{}", { headers: { "content-length": "65537" } })), 413, "too_large");
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    await expectRefusal(await explain(request(endless)), 413, "too_large");
    expect(read).toBeLessThan(8);
  });

  it("what is not JSON, and JSON of another shape, without repeating it", async () => {
    const explain = route({ ...anonymous, AI_RATE_PER_MINUTE: "60" });
    await expectRefusal(await explain(request("{")), 400, "bad_request");
    const [metric] = payload.metrics;
    for (const body of [
      null,
      [],
      {},
      { ...payload, extra: 1 },
      { ...payload, version: 2 },
      { ...payload, metrics: [] },
      { ...payload, metrics: [{ ...metric, label: "canary@customer.example" }] },
      { ...payload, metrics: [{ ...metric, row: ["canary"] }] },
      JSON.stringify(payload).replace("{", '{"__proto__":{"canary":1},'),
    ]) {
      const response = await explain(request(body));
      const text = await response.clone().text();
      await expectRefusal(response, 422, "not_valid");
      expect(text).not.toContain("canary");
    }
    expect(payloadSchema.safeParse(payload).success).toBe(true);
  });

  it("more in a minute than was agreed, and says when to come back", async () => {
    let now = 0;
    const explain = route({ ...anonymous, AI_RATE_PER_MINUTE: "2" }, () => now);
    for (let turn = 0; turn < 2; turn += 1) await (await explain(request())).text();
    const response = await explain(request());
    expect(response.headers.get("retry-after")).toBe("60");
    await expectRefusal(response, 429, "too_many");
    now += 60_000;
    expect((await explain(request())).status).toBe(200);
  });

  it("more in a day than was budgeted", async () => {
    const explain = route({ ...anonymous, AI_REQUESTS_PER_DAY: "1" });
    await (await explain(request())).text();
    await expectRefusal(await explain(request()), 429, "too_many");
  });
});
