import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { listen } from "./listen";

/** An OpenID provider that lets everyone in under one name, and insists on the protocol: PKCE, state, nonce, secret. */
export interface Issuer {
  url: string;
  clientId: string;
  clientSecret: string;
  close(): Promise<void>;
}

interface Grant {
  challenge: string;
  nonce: string;
  redirect: string;
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

export async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const [clientId, clientSecret] = ["lucid", randomUUID()];
  const grants = new Map<string, Grant>();
  let url = "";

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const code = randomUUID();
    const redirect = asked.get("redirect_uri") ?? "";
    grants.set(code, { challenge: asked.get("code_challenge") ?? "", nonce: asked.get("nonce") ?? "", redirect });
    const back = new URL(redirect);
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    response.writeHead(302, { location: back.href }).end();
  }

  function idToken(nonce: string): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: url, aud: clientId, sub: "ann", name: "Ann Shop", email: "ann@shop.example", nonce };
    const unsigned = `${encoded({ alg: "RS256", kid: "k1" })}.${encoded({ ...claims, iat: now, exp: now + 300 })}`;
    return `${unsigned}.${sign("RSA-SHA256", Buffer.from(unsigned), privateKey).toString("base64url")}`;
  }

  async function giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of request) text += chunk;
    const asked = new URLSearchParams(text);
    const grant = grants.get(asked.get("code") ?? "");
    grants.delete(asked.get("code") ?? "");
    const proof = createHash("sha256")
      .update(asked.get("code_verifier") ?? "")
      .digest("base64url");
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
    const fits = grant?.challenge === proof && grant.redirect === asked.get("redirect_uri");
    if (!grant || !fits || request.headers.authorization !== basic) {
      response.writeHead(400).end(JSON.stringify({ error: "invalid_grant" }));
      return;
    }
    const token = { access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token: idToken(grant.nonce) };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(token));
  }

  function give(response: ServerResponse, value: unknown): void {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
  }

  const { origin, close } = await listen((request, response) => {
    const asked = new URL(request.url ?? "/", url);
    if (asked.pathname === "/authorize") authorize(asked.searchParams, response);
    else if (asked.pathname === "/token")
      giveToken(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    else if (asked.pathname === "/keys")
      give(response, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "k1", alg: "RS256", use: "sig" }] });
    else if (asked.pathname === "/.well-known/openid-configuration")
      give(response, {
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    else response.writeHead(404).end();
  });
  url = origin;
  return { url, clientId, clientSecret, close };
}
