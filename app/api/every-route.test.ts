import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bypassHeaders } from "@/e2e/provider/bypass-headers";
import { request } from "./testing/ask";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/** What may be asked for by anyone, and why. Every other method of every other route must refuse. */
const OPEN: Record<string, string> = {
  "GET health": "tells only what a page needs to know before anybody signed in",
  "GET auth/[...nextauth]": "is where people sign in; without sign-in it knows no session",
  "POST auth/[...nextauth]": "is where people sign in; it takes no request of another page",
};

const ENVIRONMENTS: Record<string, Record<string, string>> = {
  "with sign-in": { AUTH_SECRET: "s".repeat(40), AUTH_GITHUB_ID: "id", AUTH_GITHUB_SECRET: "secret" },
  "without sign-in, from elsewhere": {},
};

const folder = join(process.cwd(), "app/api");
const routes = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)route\.tsx?$/.test(path))
  .map((path) => path.replace(/\/route\.tsx?$/, ""));

type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Response | Promise<Response>;

describe("every route under app/api", () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubEnv("OPENAI_API_KEY", "sk-walk");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("is found by this test", () => {
    expect([...routes].sort()).toEqual(["ai/explain", "auth/[...nextauth]", "health"]);
  });

  for (const [situation, variables] of Object.entries(ENVIRONMENTS)) {
    it.each(routes)(`refuses whoever has no right to it, ${situation}: %s`, async (route) => {
      for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
      const handlers: Partial<Record<string, Handler>> = await import(join(folder, route, "route.ts"));
      const methods = METHODS.filter((method) => handlers[method]);
      expect(methods.length).toBeGreaterThan(0);
      for (const method of methods.filter((each) => !(`${each} ${route}` in OPEN))) {
        for (const headers of bypassHeaders) {
          const context = { params: Promise.resolve({ nextauth: [] }) };
          for (const origin of [undefined, "https://elsewhere.example"]) {
            const sent = request(undefined, { method, headers: { ...headers, ...(origin ? { origin } : {}) } });
            const response = await handlers[method]?.(sent, context);
            expect([401, 403], `${method} ${route} ${JSON.stringify(headers)}`).toContain(response?.status);
            expect(await response?.json()).toMatchObject({ error: { code: expect.stringMatching(/^not_/) } });
          }
        }
      }
    });
  }

  it("that tells of the server tells no secret", async () => {
    const { GET }: { GET: Handler } = await import("./health/route");
    const response = await GET(request(undefined, { method: "GET" }), { params: Promise.resolve({ nextauth: [] }) });
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      ai: { model: "gpt-4.1-mini", promptVersion: expect.any(Number) },
      signIn: [],
    });
    expect(text).not.toContain("sk-walk");
  });

  it("that signs people in takes no request of another page and does not log what it is sent", async () => {
    for (const [name, value] of Object.entries(ENVIRONMENTS["with sign-in"] ?? {})) vi.stubEnv(name, value);
    const { POST }: { POST: Handler } = await import("./auth/[...nextauth]/route");
    const ask = (step: string, headers: Record<string, string>) =>
      POST(request("{}", { headers }), { params: Promise.resolve({ nextauth: [step] }) });
    expect((await ask("signout", { origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await ask("_log", {})).status).toBe(404);
    expect((await ask("callback", {})).status).toBe(404);
  });

  it("that signs people in knows no session where nobody signs in", async () => {
    const { GET }: { GET: Handler } = await import("./auth/[...nextauth]/route");
    const ask = (step: string) =>
      GET(request(undefined, { method: "GET" }), { params: Promise.resolve({ nextauth: [step] }) });
    expect(await (await ask("session")).json()).toBeNull();
    expect((await ask("providers")).status).toBe(404);
  });
});
