import { NextRequest } from "next/server";
import { getToken } from "next-auth/jwt";
import type { AiSettings, Environment } from "./environment";
import { isLoopbackHost, networkRange } from "./network-range";
import { peerOf } from "./peer";
import { ServerError } from "./server-error";
import { mayEnter } from "./sign-in-settings";

/** Who may ask, by the keys that limits are counted under. Errors: not_signed_in, not_allowed. */
export async function callerKeys(request: Request, ai: AiSettings, environment: Environment): Promise<string[]> {
  const peer = peerOf(request.headers);
  const address = `address:${peer?.address ?? "unknown"}`;
  const { signIn } = environment;
  if (signIn) {
    const user = await signedInUser(request, signIn.secret, environment.publicUrl?.protocol === "https:");
    if (user && mayEnter(user.email, signIn.allowedEmails)) {
      // All who come through a proxy share its address; they are counted by who they are.
      return peer?.direct ? [user.key, address] : [user.key];
    }
    throw new ServerError({
      kind: "not_signed_in",
      message: "Only people who are signed in can have explanations written by AI here.",
      hint: "Sign in, or use the explanation written from rules.",
    });
  }
  // A page elsewhere can point its own name at this machine (DNS rebinding), so the Host counts as well.
  const here = peer?.direct && networkRange(peer.address) === "loopback" && isLoopbackHost(hostname(request));
  if (ai.allowAnonymous || here) return [address];
  throw new ServerError({
    kind: "not_allowed",
    message: "Explanations written by AI are given only on the machine this server runs on.",
    hint: "Whoever runs the server can set up sign-in, or AI_ALLOW_ANONYMOUS=true; the README tells how.",
  });
}

async function signedInUser(
  request: Request,
  secret: string,
  secureCookie: boolean,
): Promise<{ key: string; email: string | null } | null> {
  const { cookies } = new NextRequest(request.url, { headers: request.headers });
  const req = {
    cookies: Object.fromEntries(cookies.getAll().map(({ name, value }) => [name, value])),
    headers: {},
  };
  const token = await getToken({ req: req as Parameters<typeof getToken>[0]["req"], secret, secureCookie });
  if (!token?.sub) return null;
  return { key: `user:${token.sub}`, email: token.email ?? null };
}

/** The name of the Host header, without its port. */
function hostname(request: Request): string {
  const host = request.headers.get("host") ?? "";
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
}
