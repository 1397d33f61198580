import { BlockList, isIP } from "node:net";

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", prefix] = range.split("/");
    list.addSubnet(network, Number(prefix), network.includes(":") ? "ipv6" : "ipv4");
  }
  return list;
}

const LOOPBACK = listOf(["127.0.0.0/8", "::1/128"]);

/** Everything that is not the public internet: RFC 6890 and its successors at IANA, multicast, and wrapped IPv4. */
const NOT_PUBLIC = listOf([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
  "::/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
]);

export type NetworkRange = "loopback" | "public" | "other";

/** Where an IP address (v4, v6, v4 inside v6) lies; `other` is private, reserved or no address at all. */
export function networkRange(address: string): NetworkRange {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const version = isIP(bare);
  if (version === 0) return "other";
  const family = version === 6 ? "ipv6" : "ipv4";
  if (LOOPBACK.check(bare, family)) return "loopback";
  return NOT_PUBLIC.check(bare, family) ? "other" : "public";
}

/** True for the names and addresses of this very machine, as they stand in a URL or a Host header (without port). */
export function isLoopbackHost(hostname: string): boolean {
  return hostname.toLowerCase() === "localhost" || networkRange(hostname) === "loopback";
}
