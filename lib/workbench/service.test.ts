import { describe, expect, it } from "vitest";
import type { Ports } from "./ports";
import { lookUpService, signInAddress, signOut } from "./service";

interface Sent {
  path: string;
  fields: Record<string, string>;
}

/** A server that answers by path and writes down what was posted. */
function serving(answers: Record<string, unknown>) {
  const sent: Sent[] = [];
  const fetchOwn: Ports["fetchOwn"] = async (path, init) => {
    if (init?.method === "POST") {
      sent.push({ path, fields: Object.fromEntries(new URLSearchParams(String(init.body))) });
    }
    return path in answers ? Response.json(answers[path]) : new Response("", { status: 404 });
  };
  return { fetchOwn, sent };
}

const ways = [{ id: "oidc", name: "Single sign-on" }];

describe("lookUpService", () => {
  it("asks for a session only where there is a way to sign in", async () => {
    const none = serving({ "/api/health": { ai: null, signIn: [] } });
    expect(await lookUpService(none.fetchOwn)).toEqual({ ai: null, ways: [], user: null });
    const health = { ai: { model: "m", promptVersion: 2 }, signIn: ways };
    for (const [session, user] of [
      [{}, null],
      [null, null],
      [{ user: { name: "Ann" }, expires: "2026-07-01" }, "Ann"],
      [{ user: { name: null }, expires: "2026-07-01" }, ""],
    ] as const) {
      const some = serving({ "/api/health": health, "/api/auth/session": session });
      expect(await lookUpService(some.fetchOwn)).toEqual({ ai: health.ai, ways, user });
    }
  });

  it("rejects what is not an answer of Lucid's server", async () => {
    await expect(lookUpService(serving({}).fetchOwn)).rejects.toThrow("404");
    await expect(lookUpService(serving({ "/api/health": {} }).fetchOwn)).rejects.toThrow();
  });
});

describe("signing in and out", () => {
  const csrf = { "/api/auth/csrf": { csrfToken: "t1" } };
  const fields = { csrfToken: "t1", callbackUrl: "/", json: "true" };

  it("carries the token that was given, and tells where to go on", async () => {
    const server = serving({ ...csrf, "/api/auth/signin/oidc": { url: "https://issuer.example/authorize?x=1" } });
    expect(await signInAddress(server.fetchOwn, "oidc")).toBe("https://issuer.example/authorize?x=1");
    expect(server.sent).toEqual([{ path: "/api/auth/signin/oidc", fields }]);
  });

  it("ends the session in the same way", async () => {
    const server = serving({ ...csrf, "/api/auth/signout": { url: "/" } });
    await signOut(server.fetchOwn);
    expect(server.sent).toEqual([{ path: "/api/auth/signout", fields }]);
  });
});
