import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** The other end of a connection, as the socket tells it. */
export interface Peer {
  address: string;
  /** False when a header says that something stands between. */
  direct: boolean;
}

/** Set by us on every request before anything reads it; what a client sends under this name is overwritten. */
const HEADER = "x-lucid-peer";
const FORWARDING = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/** The start of the server and its routes are bundled apart; they meet on the global object. */
const TOKEN = Symbol.for("lucid.peer-token");
type Shared = typeof globalThis & { [TOKEN]?: string };

/**
 * Writes the socket's address into every request. X-Forwarded-For cannot be used for that: whoever calls chooses it,
 * and the framework keeps what it finds. The token proves that the header is ours.
 */
export function watchPeers(): void {
  const shared: Shared = globalThis;
  if (shared[TOKEN]) return;
  const token = randomBytes(16).toString("hex");
  shared[TOKEN] = token;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const direct = FORWARDING.every((name) => request.headers[name] === undefined);
    const address = request.socket.remoteAddress ?? "unknown";
    request.headers[HEADER] = `${token} ${direct ? "direct" : "forwarded"} ${address}`;
  });
}

/** Who called, or null when the socket was not seen: then nobody may be trusted for where they are. */
export function peerOf(headers: Headers): Peer | null {
  const known = (globalThis as Shared)[TOKEN];
  const [token, how, address] = headers.get(HEADER)?.split(" ") ?? [];
  if (!known || token !== known || !address) return null;
  return { address, direct: how === "direct" };
}
