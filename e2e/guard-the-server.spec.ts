import { readdirSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { freePort } from "../scripts/free-port.mjs";
import { expect, test } from "./fixtures/lucid";
import { bypassHeaders } from "./provider/bypass-headers";
import { startIssuer } from "./provider/issuer";
import { failedStart, startOwnServer, stopOwnServers } from "./provider/own-server";
import { startProvider } from "./provider/provider";

test.afterEach(stopOwnServers);

const KEY = "sk-canary-5d2f81";
const SECRET = "canary-secret-of-more-than-thirty-two-letters";

const figures = {
  version: 1,
  subject: { kind: "notebook" },
  locale: "en-GB",
  currency: "GBP",
  asOf: "2026-06-30",
  names: [],
  metrics: [
    { id: "m1", label: "Revenue", kind: "figure", unit: "money", value: "12400.50", period: null, of: null },
    { id: "m2", label: "Profit", kind: "figure", unit: "money", value: "3100", period: null, of: null },
    { id: "m3", label: "Revenue", kind: "figure", unit: "money", value: "900", period: null, of: null },
    { id: "m4", label: "Profit", kind: "figure", unit: "money", value: "200", period: null, of: null },
  ],
  insights: [],
};

/** Asks as Lucid's own page does. */
function ask(request: APIRequestContext, url: string, headers: Record<string, string> = {}): Promise<APIResponse> {
  const { origin } = new URL(url);
  const own = { origin, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  return request.post(`${url}/api/ai/explain`, { headers: { ...own, ...headers }, data: JSON.stringify(figures) });
}

async function signIn(request: APIRequestContext, url: string, way: string): Promise<string> {
  const { csrfToken } = await (await request.get(`${url}/api/auth/csrf`)).json();
  const response = await request.post(`${url}/api/auth/signin/${way}`, {
    headers: { origin: url, "sec-fetch-site": "same-origin" },
    form: { csrfToken, callbackUrl: `${url}/`, json: "true" },
  });
  return (await response.json()).url;
}

test("a server with a key and sign-in explains to people who signed in, and its secrets stay inside", async ({
  playwright,
}) => {
  const [provider, issuer, port] = await Promise.all([startProvider(), startIssuer(), freePort()]);
  const server = await startOwnServer(port, {
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: provider.baseUrl,
    AI_MODEL: "test-model",
    AI_ALLOW_LOOPBACK: "true",
    AUTH_SECRET: SECRET,
    AUTH_URL: `http://localhost:${port}`,
    AUTH_GITHUB_ID: "github-id",
    AUTH_GITHUB_SECRET: `${SECRET}-github`,
    AUTH_OIDC_ISSUER: issuer.url,
    AUTH_OIDC_ID: issuer.clientId,
    AUTH_OIDC_SECRET: issuer.clientSecret,
  });
  const request = await playwright.request.newContext();
  const { url } = server;
  const answers: string[] = [];

  await test.step("nobody else is served, whatever headers they send", async () => {
    const routes = readdirSync("app/api", { recursive: true, encoding: "utf8" }).filter((path) =>
      /route\.ts$/.test(path),
    );
    expect(routes.sort()).toEqual(["ai/explain/route.ts", "auth/[...nextauth]/route.ts", "health/route.ts"]);
    for (const headers of bypassHeaders) {
      const response = await ask(request, url, headers);
      expect(response.status(), JSON.stringify(headers)).toBe(401);
      answers.push(await response.text());
    }
    expect((await ask(request, url, { origin: "https://elsewhere.example" })).status()).toBe(403);
    expect(provider.asked).toEqual([]);
  });

  await test.step("GitHub is asked under the name that was set", async () => {
    const there = new URL(await signIn(request, url, "github"));
    expect(there.origin + there.pathname).toBe("https://github.com/login/oauth/authorize");
    expect(there.searchParams.get("client_id")).toBe("github-id");
    expect(there.searchParams.get("redirect_uri")).toBe(`${url}/api/auth/callback/github`);
  });

  await test.step("who signed in is served, sentence by sentence, until they sign out", async () => {
    const back = await request.get(await signIn(request, url, "oidc"));
    expect(back.url()).toBe(`${url}/`);
    const session = await request.get(`${url}/api/auth/session`);
    expect(await session.json()).toEqual({ user: { name: "Ann Shop" }, expires: expect.any(String) });
    const response = await ask(request, url);
    expect(response.status()).toBe(200);
    const events = (await response.text()).trim().split("\n");
    expect(events.map((line) => JSON.parse(line).type)).toEqual([...figures.metrics.map(() => "sentence"), "end"]);
    expect(provider.asked[0]?.authorization).toBe(`Bearer ${KEY}`);
    provider.tell("strict");
    const failed = await ask(request, url);
    expect(failed.status()).toBe(502);
    answers.push(...events, await failed.text(), JSON.stringify(session.headers()));

    const { csrfToken } = await (await request.get(`${url}/api/auth/csrf`)).json();
    const headers = { origin: url, "sec-fetch-site": "same-origin" };
    await request.post(`${url}/api/auth/signout`, { headers, form: { csrfToken, json: "true" } });
    expect((await ask(request, url)).status()).toBe(401);
  });

  await test.step("no secret is in a response, a script or the log, and no name of one in a script", async () => {
    const page = await (await request.get(url)).text();
    const health = await (await request.get(`${url}/api/health`)).json();
    expect(health).toMatchObject({
      status: "ok",
      ai: { model: "test-model" },
      signIn: [{ id: "github" }, { id: "oidc" }],
    });
    const scripts = readdirSync(".next/static", { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(js|css|json)$/.test(path))
      .map((path) => [path, readFileSync(join(".next/static", path), "utf8")] as const);
    expect(scripts.length).toBeGreaterThan(5);
    const told = [
      ["answers", answers.join()],
      ["page", page],
      ["health", JSON.stringify(health)],
      ["log", server.log()],
    ];
    const secrets = [KEY, SECRET, issuer.clientSecret, "sk-canary"];
    // Words of the server's own code. The page itself tells how OPENAI_API_KEY is set.
    const names = ["AI_ALLOW_LOOPBACK", "AUTH_SECRET", "next-auth.session-token"];
    const leaks = (texts: readonly (readonly string[])[], words: string[]) =>
      texts.flatMap(([where, text]) =>
        words.filter((word) => text?.includes(word)).map((word) => `${word} in ${where}`),
      );
    expect([...leaks(told, secrets), ...leaks(scripts, [...secrets, ...names])]).toEqual([]);
  });

  await request.dispose();
  await Promise.all([provider.close(), issuer.close()]);
});

test("a server with a key alone explains on this machine only, and a wrong environment stops the start", async ({
  playwright,
}) => {
  const [provider, port] = await Promise.all([startProvider(), freePort()]);
  const [code, said] = await failedStart(port, { AI_RATE_PER_MINUTE: "often", OPENAI_API_KEY: KEY });
  expect(code).toBe(1);
  expect(said).toContain("The environment is wrong: AI_RATE_PER_MINUTE must be a whole number.");

  const server = await startOwnServer(port, {
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: provider.baseUrl,
    AI_MODEL: "test-model",
    AI_ALLOW_LOOPBACK: "true",
  });
  const request = await playwright.request.newContext();
  await test.step("sentence by sentence, while the model still writes", async () => {
    provider.tell("halting");
    const headers = { origin: server.url, "sec-fetch-site": "same-origin", "content-type": "application/json" };
    const response = await fetch(`${server.url}/api/ai/explain`, {
      method: "POST",
      headers,
      body: JSON.stringify(figures),
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("{{m1}}");
    provider.goOn();
    let rest = "";
    for (let turn = await reader?.read(); turn && !turn.done; turn = await reader?.read()) rest += turn.value;
    expect(rest).toContain('"end"');
  });
  const lie = { host: `localhost:${port}`, origin: server.url, "x-lucid-peer": "x direct 127.0.0.1" };
  const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const outside = own.filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of outside) {
    expect((await ask(request, `http://${address}:${port}`, lie)).status()).toBe(403);
  }
  const proxied = await ask(request, server.url, { "x-forwarded-for": "127.0.0.1" });
  expect(proxied.status()).toBe(403);
  expect(server.log()).not.toMatch(/canary/);
  await request.dispose();
  await provider.close();
});
