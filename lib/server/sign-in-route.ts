import "server-only";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import type { Environment } from "./environment";
import { errorResponse } from "./error-response";
import { requireOwnOrigin } from "./own-origin";
import { readText } from "./read-json";
import { ServerError } from "./server-error";
import { signInOptions } from "./sign-in-settings";

interface AuthContext {
  params: Promise<{ nextauth: string[] }>;
}

/** What next-auth may be asked for; its `_log` would write into our log whatever anyone sends. */
const ACTIONS = {
  GET: ["providers", "session", "csrf", "signin", "signout", "callback", "error"],
  POST: ["signin", "signout"],
};

/** `/api/auth/*`: next-auth behind the same checks as every route. Without sign-in there is no session to tell of. */
export function signInRoute(environment: Environment): (request: Request, context: AuthContext) => Promise<Response> {
  const { signIn, publicUrl } = environment;
  const options = signIn && signInOptions(signIn);

  return async (request, context) => {
    try {
      const { nextauth } = await context.params;
      const [action = ""] = nextauth;
      const method = request.method === "POST" ? "POST" : "GET";
      if (!options) {
        if (action === "session" && method === "GET")
          return Response.json(null, { headers: { "Cache-Control": "no-store" } });
        throw notFound("Nobody needs to sign in on this server.");
      }
      if (!ACTIONS[method].includes(action)) throw notFound("There is no such step of signing in.");
      if (method === "POST") requireOwnOrigin(request, publicUrl);
      const body = method === "POST" ? await readText(request) : undefined;
      // next-auth takes the address it sends people back to from here, or from a header that anyone can write.
      process.env.NEXTAUTH_URL = (publicUrl ?? new URL(`http://localhost:${process.env.PORT ?? 3000}`)).origin;
      const whole = new NextRequest(request.url, { method, headers: request.headers, body });
      const answer: Response = await NextAuth(whole, context, options);
      return answer;
    } catch (error) {
      return errorResponse(error);
    }
  };
}

function notFound(message: string): ServerError {
  return new ServerError({ kind: "not_found", message, hint: "Go back to the notebook." });
}
