import packageJson from "@/package.json";
import type { Environment } from "./environment";
import { PROMPT_VERSION } from "./prompt";

/** What `GET /api/health` tells everyone: nothing secret, and nothing of any person. */
export interface Health {
  status: "ok";
  version: string;
  /** null: no AI is configured, explanations are written from rules. */
  ai: { model: string; promptVersion: number } | null;
  /** The ways to sign in, in the order to offer them; empty when there is no need to. */
  signIn: { id: "github" | "google" | "oidc"; name: string }[];
}

export function healthOf({ ai, signIn }: Environment): Health {
  const ways: Health["signIn"] = [
    { id: "github", name: "GitHub" },
    { id: "google", name: "Google" },
    { id: "oidc", name: "Single sign-on" },
  ];
  return {
    status: "ok",
    version: packageJson.version,
    ai: ai && { model: ai.model, promptVersion: PROMPT_VERSION },
    signIn: ways.filter(({ id }) => signIn?.[id]),
  };
}
