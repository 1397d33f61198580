import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guardedFetch } from "./guarded-fetch";

let server: Server;
let port: number;
let visits = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    visits += 1;
    if (request.url === "/away") response.writeHead(302, { location: "/" }).end();
    else response.end("here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const to = (origin: string, allowLoopback: boolean) => guardedFetch({ origin, allowLoopback });

describe("guardedFetch", () => {
  it("reaches this machine by name and address when it is allowed to", async () => {
    for (const host of ["127.0.0.1", "localhost"]) {
      const origin = `http://${host}:${port}`;
      expect(await (await to(origin, true)(`${origin}/v1`)).text()).toBe("here");
    }
  });

  it("connects to nothing in a private network, be it named, numbered or wrapped", async () => {
    const before = visits;
    for (const host of ["localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"]) {
      const { origin } = new URL(`https://${host}:${port}`);
      await expect(to(origin, false)(origin), host).rejects.toMatchObject({ kind: "ai_failed" });
    }
    for (const host of ["10.0.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]", "0.0.0.0"]) {
      const origin = `https://${host}`;
      await expect(to(origin, true)(origin), host).rejects.toThrow("private network");
    }
    expect(visits).toBe(before);
  });

  it("goes to no other host than the one that is configured, and not where that one points", async () => {
    const origin = `http://127.0.0.1:${port}`;
    await expect(to("https://ai.example", true)(`${origin}/v1`)).rejects.toThrow("another host");
    await expect(to(origin, true)(`${origin}/away`)).rejects.toThrow("elsewhere");
  });

  it("sends nothing unencrypted to anything but this machine", async () => {
    await expect(to("http://8.8.8.8", true)("http://8.8.8.8/v1")).rejects.toThrow("https://");
  });
});
