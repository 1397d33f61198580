import { contradictions, OPENAI, type RawEnvironment, rawEnvironment } from "./raw-environment";
import { ServerError } from "./server-error";

/** What the server was told to do, complete and checked. */
export interface Environment {
  ai: AiSettings | null;
  signIn: SignInSettings | null;
  /** Where people reach this server, when it was told. */
  publicUrl: URL | null;
}

export interface AiSettings {
  key: string;
  model: string;
  /** Without a slash at its end. */
  baseUrl: string;
  allowLoopback: boolean;
  allowAnonymous: boolean;
  perMinute: number;
  perDay: number;
  atOnce: number;
}

export interface SignInSettings {
  secret: string;
  /** Addresses or @domains that may sign in; empty means everyone whom a provider knows. */
  allowedEmails: readonly string[];
  github: Credentials | null;
  google: Credentials | null;
  oidc: (Credentials & { issuer: string }) | null;
}

export interface Credentials {
  id: string;
  secret: string;
}

/** The model of OpenAI that is asked when only a key is given. */
const USUAL_MODEL = "gpt-4.1-mini";

/** The environment as settings; whatever is wrong is said in one error, by name and never with its value. */
export function environmentOf(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = rawEnvironment.safeParse(variables);
  if (!parsed.success) throw wrong(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
  const faults = contradictions(parsed.data);
  if (faults.length > 0) throw wrong(faults);
  const raw = parsed.data;
  return {
    ai: raw.OPENAI_API_KEY ? aiSettings(raw, raw.OPENAI_API_KEY) : null,
    signIn: raw.AUTH_SECRET ? signInSettings(raw, raw.AUTH_SECRET) : null,
    publicUrl: raw.AUTH_URL ? new URL(raw.AUTH_URL) : null,
  };
}

function wrong(faults: readonly string[]): ServerError {
  return new ServerError({
    kind: "wrong_environment",
    message: `The environment is wrong: ${faults.join("; ")}.`,
    hint: "Correct or remove these variables and start again; all of them are optional. The README lists them.",
  });
}

function aiSettings(raw: RawEnvironment, key: string): AiSettings {
  return {
    key,
    model: raw.AI_MODEL ?? USUAL_MODEL,
    baseUrl: (raw.OPENAI_BASE_URL ?? OPENAI).replace(/\/+$/, ""),
    allowLoopback: raw.AI_ALLOW_LOOPBACK,
    allowAnonymous: raw.AI_ALLOW_ANONYMOUS,
    perMinute: raw.AI_RATE_PER_MINUTE,
    perDay: raw.AI_REQUESTS_PER_DAY,
    atOnce: raw.AI_AT_ONCE,
  };
}

function signInSettings(raw: RawEnvironment, secret: string): SignInSettings {
  const oidc = credentials(raw.AUTH_OIDC_ID, raw.AUTH_OIDC_SECRET);
  return {
    secret,
    allowedEmails: (raw.AUTH_ALLOWED_EMAILS ?? "")
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
    github: credentials(raw.AUTH_GITHUB_ID, raw.AUTH_GITHUB_SECRET),
    google: credentials(raw.AUTH_GOOGLE_ID, raw.AUTH_GOOGLE_SECRET),
    oidc: oidc && raw.AUTH_OIDC_ISSUER ? { ...oidc, issuer: raw.AUTH_OIDC_ISSUER.replace(/\/+$/, "") } : null,
  };
}

function credentials(id: string | undefined, secret: string | undefined): Credentials | null {
  return id && secret ? { id, secret } : null;
}
