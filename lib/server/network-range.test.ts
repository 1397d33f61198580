import { describe, expect, it } from "vitest";
import { isLoopbackHost, networkRange } from "./network-range";

describe("networkRange", () => {
  it.each(["127.0.0.1", "127.8.8.8", "::1", "[::1]", "::ffff:127.0.0.1", "::ffff:7f00:1"])(
    "%s is loopback",
    (address) => {
      expect(networkRange(address)).toBe("loopback");
    },
  );

  it.each(["8.8.8.8", "104.18.7.192", "2606:4700::6812:7c0", "::ffff:8.8.8.8"])("%s is public", (address) => {
    expect(networkRange(address)).toBe("public");
  });

  it.each([
    "10.1.2.3",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.100.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe",
    "::10.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "fd00::1",
    "fe80::1%eth0",
    "localhost",
    "0x7f000001",
    "",
  ])("%s is neither", (address) => {
    expect(networkRange(address)).toBe("other");
  });
});

describe("isLoopbackHost", () => {
  it("knows this machine by name and address", () => {
    expect(["localhost", "LOCALHOST", "127.0.0.1", "[::1]"].map(isLoopbackHost)).toEqual([true, true, true, true]);
  });

  it("takes no other name for it", () => {
    const others = ["localhost.example.com", "example.com", "127.0.0.1.nip.io", "192.168.0.2", ""];
    expect(others.map(isLoopbackHost)).toEqual(others.map(() => false));
  });
});
