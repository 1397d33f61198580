import { describe, expect, it } from "vitest";
import { environmentOf } from "./environment";
import { ServerError } from "./server-error";

const SECRET = "s".repeat(32);
const github = { AUTH_SECRET: SECRET, AUTH_GITHUB_ID: "id", AUTH_GITHUB_SECRET: "secret" };

describe("environmentOf", () => {
  it("asks for nothing: without any variable there is no AI and no sign-in", () => {
    expect(environmentOf({})).toEqual({ ai: null, signIn: null, publicUrl: null });
    expect(environmentOf({ OPENAI_API_KEY: "  ", AUTH_SECRET: "", AI_RATE_PER_MINUTE: "" }).ai).toBeNull();
  });

  it("needs a key and nothing else for OpenAI", () => {
    expect(environmentOf({ OPENAI_API_KEY: "sk-x" }).ai).toEqual({
      key: "sk-x",
      model: "gpt-4.1-mini",
      baseUrl: "https://api.openai.com/v1",
      allowLoopback: false,
      allowAnonymous: false,
      perMinute: 10,
      perDay: 500,
      atOnce: 4,
    });
  });

  it("takes any compatible server: Azure, and Ollama or vLLM on this machine by an explicit switch", () => {
    const azure = { OPENAI_BASE_URL: "https://shop.openai.azure.com/openai/v1/", AI_MODEL: "my-deployment" };
    expect(environmentOf({ OPENAI_API_KEY: "k", ...azure }).ai).toMatchObject({
      baseUrl: "https://shop.openai.azure.com/openai/v1",
      model: "my-deployment",
    });
    const ollama = { OPENAI_BASE_URL: "http://localhost:11434/v1", AI_MODEL: "qwen3", AI_ALLOW_LOOPBACK: "true" };
    expect(environmentOf({ OPENAI_API_KEY: "ollama", ...ollama }).ai).toMatchObject({ allowLoopback: true });
  });

  it("reads a way to sign in, with who may", () => {
    const { signIn, publicUrl } = environmentOf({
      ...github,
      AUTH_URL: "https://lucid.example",
      AUTH_ALLOWED_EMAILS: "Ann@Shop.example, @team.example",
      AUTH_OIDC_ISSUER: "https://id.example/realm/",
      AUTH_OIDC_ID: "oid",
      AUTH_OIDC_SECRET: "osecret",
    });
    expect(signIn).toEqual({
      secret: SECRET,
      allowedEmails: ["ann@shop.example", "@team.example"],
      github: { id: "id", secret: "secret" },
      google: null,
      oidc: { id: "oid", secret: "osecret", issuer: "https://id.example/realm" },
    });
    expect(publicUrl?.origin).toBe("https://lucid.example");
  });

  it.each([
    ["a number that is none", { AI_RATE_PER_MINUTE: "ten" }, "AI_RATE_PER_MINUTE must be a whole number"],
    ["a number out of range", { AI_RATE_PER_MINUTE: "0" }, "AI_RATE_PER_MINUTE must be between 1 and 600"],
    ["a switch that is neither", { AI_ALLOW_ANONYMOUS: "maybe" }, "AI_ALLOW_ANONYMOUS must be true or false"],
    ["a model without a key", { AI_MODEL: "m" }, "OPENAI_API_KEY is not"],
    ["a key of two lines", { OPENAI_API_KEY: "a\nb" }, "OPENAI_API_KEY must be one word"],
    ["no URL", { OPENAI_API_KEY: "k", AI_MODEL: "m", OPENAI_BASE_URL: "openai" }, "OPENAI_BASE_URL must be a URL"],
    [
      "plain http",
      { OPENAI_API_KEY: "k", AI_MODEL: "m", OPENAI_BASE_URL: "http://ai.example/v1" },
      "OPENAI_BASE_URL must begin with https://",
    ],
    [
      "this machine without the switch",
      { OPENAI_API_KEY: "k", AI_MODEL: "m", OPENAI_BASE_URL: "http://127.0.0.1:11434/v1" },
      "AI_ALLOW_LOOPBACK=true must allow",
    ],
    [
      "a password in the URL",
      { OPENAI_API_KEY: "k", AI_MODEL: "m", OPENAI_BASE_URL: "https://u:p@ai.example/v1" },
      "without a password",
    ],
    [
      "another server without a model",
      { OPENAI_API_KEY: "k", OPENAI_BASE_URL: "https://ai.example/v1" },
      "AI_MODEL must name a model",
    ],
    ["a short secret", { ...github, AUTH_SECRET: "short" }, "AUTH_SECRET must have 32 characters"],
    ["a way in without a secret", { ...github, AUTH_SECRET: "" }, "AUTH_SECRET must be set"],
    ["a secret without a way in", { AUTH_SECRET: SECRET }, "neither GitHub nor Google nor OIDC"],
    ["half a way in", { AUTH_SECRET: SECRET, AUTH_GITHUB_ID: "id" }, "AUTH_GITHUB_SECRET must be set too"],
    [
      "an issuer without credentials",
      { ...github, AUTH_OIDC_ISSUER: "https://id.example" },
      "AUTH_OIDC_ID and AUTH_OIDC_SECRET must be set too",
    ],
    ["a plain public address", { ...github, AUTH_URL: "http://lucid.example" }, "AUTH_URL must begin with https://"],
    ["sign-in and anonymous at once", { ...github, AI_ALLOW_ANONYMOUS: "true" }, "exclude each other"],
  ])("refuses %s in a sentence", (_, variables, sentence) => {
    expect(() => environmentOf(variables)).toThrow(ServerError);
    expect(() => environmentOf(variables)).toThrow(sentence);
  });

  it("says all that is wrong at once, and never a value", () => {
    const text = () => environmentOf({ AI_MODEL: "canary-1", AUTH_GITHUB_ID: "canary-2", AUTH_URL: "http://canary-3" });
    expect(text).toThrow(/AI_MODEL.*AUTH_GITHUB_SECRET.*AUTH_SECRET.*AUTH_URL/);
    expect(text).not.toThrow(/canary/);
  });
});
