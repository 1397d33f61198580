import * as z from "zod/mini";
import type { Ports } from "./ports";

/** What the server offers: an AI, ways to sign in, and who has done so. */
export interface Service {
  ai: { model: string; promptVersion: number } | null;
  /** Empty when nobody needs to sign in. */
  ways: readonly { id: string; name: string }[];
  /** Who is signed in; "" when the provider told no name, null when nobody is. */
  user: string | null;
}

const healthSchema = z.object({
  ai: z.nullable(z.object({ model: z.string(), promptVersion: z.number() })),
  signIn: z.array(z.object({ id: z.string(), name: z.string() })),
});

const sessionSchema = z.union([
  z.object({ user: z.object({ name: z.nullable(z.string()) }) }),
  z.null(),
  z.strictObject({}),
]);

type FetchOwn = Ports["fetchOwn"];

async function answerOf(fetchOwn: FetchOwn, path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetchOwn(path, { cache: "no-store", ...init });
  if (!response.ok) throw new TypeError(`${path} answered ${response.status}`);
  return response.json();
}

/** Asks the server what it offers. Rejects when it cannot be reached. */
export async function lookUpService(fetchOwn: FetchOwn, options?: { signal?: AbortSignal }): Promise<Service> {
  const { ai, signIn: ways } = healthSchema.parse(await answerOf(fetchOwn, "/api/health", options));
  if (ways.length === 0) return { ai, ways, user: null };
  const session = sessionSchema.parse(await answerOf(fetchOwn, "/api/auth/session", options));
  return { ai, ways, user: session && "user" in session ? (session.user.name ?? "") : null };
}

async function submit(fetchOwn: FetchOwn, path: string, fields: Record<string, string>): Promise<unknown> {
  const csrf = z.object({ csrfToken: z.string() }).parse(await answerOf(fetchOwn, "/api/auth/csrf"));
  const body = new URLSearchParams({ ...csrf, callbackUrl: "/", json: "true", ...fields });
  return answerOf(fetchOwn, path, { method: "POST", body });
}

/** Begins to sign in; the page is to go to the address this gives. */
export async function signInAddress(fetchOwn: FetchOwn, way: string): Promise<string> {
  const answer = await submit(fetchOwn, `/api/auth/signin/${encodeURIComponent(way)}`, {});
  return z.object({ url: z.string() }).parse(answer).url;
}

/** Ends the session. */
export async function signOut(fetchOwn: FetchOwn): Promise<void> {
  await submit(fetchOwn, "/api/auth/signout", {});
}
