import type { NextConfig } from "next";
import { relationsHash } from "./scripts/sources-hash.mjs";

/** A worker obeys the policy of its own response: this one keeps SQL from calling out. */
const ENGINE_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const BROTLI = [{ type: "header" as const, key: "accept-encoding", value: ".*\\bbr\\b.*" }];

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** Engine files are large and precompressed by scripts/prepare-engine.mjs. */
function precompressed(file: string, type: string) {
  return {
    source: `/engine/:file(${file})`,
    has: BROTLI,
    headers: [
      { key: "Content-Encoding", value: "br" },
      { key: "Content-Type", value: type },
      { key: "Vary", value: "Accept-Encoding" },
    ],
  };
}

const WASM = "[\\w.-]+\\.wasm";
const DUCKDB_WORKER = "duckdb-browser-[\\w]+\\.worker\\.js";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  devIndicators: false,
  agentRules: false,
  env: { LUCID_RELATIONS: relationsHash() },
  turbopack: {
    root: import.meta.dirname,
    rules: { "*.sql": { condition: { query: "?raw" }, type: "text" } },
  },
  rewrites: async () => ({
    beforeFiles: [
      { source: `/engine/:file(${WASM})`, has: BROTLI, destination: "/engine/:file.br" },
      { source: `/engine/:file(${DUCKDB_WORKER})`, has: BROTLI, destination: "/engine/:file.br" },
    ],
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    {
      source: "/engine/:path*",
      headers: [
        { key: "Content-Security-Policy", value: ENGINE_POLICY },
        { key: "Cache-Control", value: "public, no-cache" },
      ],
    },
    {
      source: "/workers/:path*",
      headers: [
        { key: "Content-Security-Policy", value: ENGINE_POLICY },
        { key: "Cache-Control", value: "public, no-cache" },
      ],
    },
    precompressed(WASM, "application/wasm"),
    precompressed(DUCKDB_WORKER, "text/javascript; charset=utf-8"),
  ],
};

export default config;
