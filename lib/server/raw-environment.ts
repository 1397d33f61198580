import { z } from "zod";
import { isLoopbackHost } from "./network-range";

export const OPENAI = "https://api.openai.com/v1";

const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const yesOrNo = z
  .enum(["", "true", "false", "1", "0"], "must be true or false")
  .default("false")
  .transform((value) => value === "true" || value === "1");
const count = (usual: number, most: number) =>
  z
    .string()
    .regex(/^\d*$/, "must be a whole number")
    .default("")
    .transform((value) => (value === "" ? usual : Number(value)))
    .refine((value) => value >= 1 && value <= most, `must be between 1 and ${most}`);
const url = text.refine((value) => value === undefined || URL.canParse(value), "must be a URL");

export const rawEnvironment = z.object({
  OPENAI_API_KEY: text.refine((value) => !value || /^[\x21-\x7e]+$/.test(value), "must be one word of plain letters"),
  OPENAI_BASE_URL: url,
  AI_MODEL: text,
  AI_ALLOW_LOOPBACK: yesOrNo,
  AI_ALLOW_ANONYMOUS: yesOrNo,
  AI_RATE_PER_MINUTE: count(10, 600),
  AI_REQUESTS_PER_DAY: count(500, 1_000_000),
  AI_AT_ONCE: count(4, 100),
  AUTH_SECRET: text.refine((value) => !value || value.length >= 32, "must have 32 characters or more"),
  AUTH_URL: url,
  AUTH_ALLOWED_EMAILS: text,
  AUTH_GITHUB_ID: text,
  AUTH_GITHUB_SECRET: text,
  AUTH_GOOGLE_ID: text,
  AUTH_GOOGLE_SECRET: text,
  AUTH_OIDC_ISSUER: url,
  AUTH_OIDC_ID: text,
  AUTH_OIDC_SECRET: text,
});
export type RawEnvironment = z.infer<typeof rawEnvironment>;

/** Settings that are fine by themselves and wrong together. */
export function contradictions(raw: RawEnvironment): string[] {
  const faults: string[] = [];
  if (raw.AI_MODEL && !raw.OPENAI_API_KEY)
    faults.push("AI_MODEL is set and OPENAI_API_KEY is not (for a server that asks for no key, any word will do)");
  if (raw.OPENAI_API_KEY && raw.OPENAI_BASE_URL) faults.push(...baseUrlFaults(raw, new URL(raw.OPENAI_BASE_URL)));
  return [...faults, ...signInFaults(raw)];
}

function baseUrlFaults(raw: RawEnvironment, baseUrl: URL): string[] {
  const faults: string[] = [];
  const local = isLoopbackHost(baseUrl.hostname);
  if (local && !raw.AI_ALLOW_LOOPBACK)
    faults.push("OPENAI_BASE_URL names this machine, which AI_ALLOW_LOOPBACK=true must allow");
  if (baseUrl.protocol !== "https:" && !(local && baseUrl.protocol === "http:"))
    faults.push("OPENAI_BASE_URL must begin with https://");
  if (baseUrl.username || baseUrl.password || baseUrl.search || baseUrl.hash)
    faults.push("OPENAI_BASE_URL must be a plain address without a password, a question mark or a #");
  if (baseUrl.origin !== new URL(OPENAI).origin && !raw.AI_MODEL)
    faults.push("AI_MODEL must name a model that the server at OPENAI_BASE_URL knows");
  return faults;
}

function signInFaults(raw: RawEnvironment): string[] {
  const faults: string[] = [];
  const ways = { GITHUB: [], GOOGLE: [], OIDC: ["AUTH_OIDC_ISSUER"] } as const;
  let begun = 0;
  for (const [way, more] of Object.entries(ways)) {
    const names = [`AUTH_${way}_ID`, `AUTH_${way}_SECRET`, ...more] as (keyof RawEnvironment)[];
    const missing = names.filter((name) => !raw[name]);
    if (missing.length < names.length) begun += 1;
    if (missing.length > 0 && missing.length < names.length) faults.push(`${missing.join(" and ")} must be set too`);
  }
  if (begun > 0 && !raw.AUTH_SECRET) faults.push("AUTH_SECRET must be set for people to sign in");
  if (raw.AUTH_SECRET && begun === 0)
    faults.push("AUTH_SECRET is set, and neither GitHub nor Google nor OIDC to sign in with");
  if (raw.AUTH_SECRET && raw.AI_ALLOW_ANONYMOUS)
    faults.push("AI_ALLOW_ANONYMOUS=true and signing in exclude each other");
  for (const name of ["AUTH_URL", "AUTH_OIDC_ISSUER"] as const) {
    const address = raw[name] ? new URL(raw[name]) : null;
    if (address && address.protocol !== "https:" && !(address.protocol === "http:" && isLoopbackHost(address.hostname)))
      faults.push(`${name} must begin with https://`);
  }
  return faults;
}
