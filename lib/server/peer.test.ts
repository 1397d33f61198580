import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { peerOf, watchPeers } from "./peer";

/** What a server sees of a caller that sends these headers. */
async function seenBy(headers: Record<string, string>) {
  let seen: unknown;
  const server = createServer((request, response) => {
    const entries = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    seen = peerOf(new Headers(Object.fromEntries(entries)));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers });
  await new Promise((resolve) => server.close(resolve));
  return seen;
}

const LIE = { "x-lucid-peer": "0 direct 10.0.0.1" };

describe("peerOf", () => {
  it("believes nobody before the server watches its sockets", async () => {
    expect(await seenBy({})).toBeNull();
    expect(await seenBy(LIE)).toBeNull();
  });

  it("tells the socket's address, whatever the caller says", async () => {
    watchPeers();
    watchPeers();
    expect(await seenBy({})).toEqual({ address: "127.0.0.1", direct: true });
    expect(await seenBy(LIE)).toEqual({ address: "127.0.0.1", direct: true });
  });

  it("sees that something stands between", async () => {
    watchPeers();
    for (const name of ["x-forwarded-for", "forwarded", "via", "x-real-ip"]) {
      expect(await seenBy({ [name]: "127.0.0.1" }), name).toEqual({ address: "127.0.0.1", direct: false });
    }
  });
});
