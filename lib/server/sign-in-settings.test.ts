import { describe, expect, it } from "vitest";
import type { SignInSettings } from "./environment";
import { mayEnter, signInOptions } from "./sign-in-settings";

const credentials = { id: "id", secret: "secret" };
const settings: SignInSettings = {
  secret: "s".repeat(32),
  allowedEmails: [],
  github: credentials,
  google: credentials,
  oidc: { ...credentials, issuer: "https://id.example" },
};

describe("mayEnter", () => {
  it("lets everyone in without a list", () => {
    expect(mayEnter(null, [])).toBe(true);
  });

  it("goes by the whole address or the whole domain", () => {
    const allowed = ["ann@shop.example", "@team.example"];
    expect(mayEnter("Ann@Shop.example", allowed)).toBe(true);
    expect(mayEnter("bob@team.example", allowed)).toBe(true);
    const others = ["joann@shop.example", "bob@evil-team.example", "bob@team.example.evil.example", "", null];
    expect(others.map((email) => mayEnter(email, allowed))).toEqual(others.map(() => false));
  });
});

describe("signInOptions", () => {
  it("offers the ways that are set, and no page of next-auth's own", () => {
    const options = signInOptions(settings);
    expect(options.providers.map(({ id }) => id)).toEqual(["github", "google", "oidc"]);
    expect(options.pages).toEqual({ signIn: "/", signOut: "/", error: "/" });
    expect(signInOptions({ ...settings, github: null, oidc: null }).providers.map(({ id }) => id)).toEqual(["google"]);
  });

  it("takes no address for somebody's that the provider has not confirmed", () => {
    const { callbacks } = signInOptions({ ...settings, allowedEmails: ["ann@shop.example"] });
    const enter = (email_verified: boolean | undefined) =>
      callbacks?.signIn?.({
        user: { id: "1", email: "ann@shop.example" },
        account: null,
        profile: Object.assign({ sub: "1" }, email_verified === undefined ? {} : { email_verified }),
      });
    expect([enter(true), enter(undefined), enter(false)]).toEqual([true, true, false]);
  });

  it("tells the page a name and nothing else, and keeps in the cookie who it is", () => {
    const { callbacks } = signInOptions(settings);
    const token = { sub: "github:7", name: "Ann", email: "ann@shop.example" };
    const account = { provider: "github", providerAccountId: "7", type: "oauth" as const };
    const user = { id: "7", name: "Ann", email: "ann@shop.example", emailVerified: null, image: "/a.png" };
    expect(callbacks?.jwt?.({ token: {}, account, user })).toEqual(token);
    expect(callbacks?.jwt?.({ token, account: null, user })).toEqual(token);
    const session = { expires: "2026-01-01", user: { email: "ann@shop.example" } };
    const told = callbacks?.session?.({ session, token, user, newSession: null, trigger: "update" });
    expect(told).toEqual({ expires: "2026-01-01", user: { name: "Ann" } });
  });
});
