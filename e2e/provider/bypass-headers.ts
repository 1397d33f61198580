/** Headers that let requests past the checks of one framework version or another, or claim to come from elsewhere. */
export const bypassHeaders: readonly Readonly<Record<string, string>>[] = [
  {},
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware" },
  { "x-middleware-rewrite": "/api/ai/explain", "x-middleware-next": "1" },
  { "x-middleware-override-headers": "x-lucid-peer", "x-middleware-request-x-lucid-peer": "x direct 127.0.0.1" },
  { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", "x-lucid-peer": "x direct 127.0.0.1" },
  { "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "localhost", forwarded: "for=127.0.0.1;host=localhost" },
  { "x-invoke-path": "/api/health", "x-invoke-status": "200", "x-matched-path": "/api/health" },
  { "x-original-url": "/api/health", "x-rewrite-url": "/api/health" },
  { "x-http-method-override": "GET", "next-action": "7f00000000000000000000000000000000000000ab" },
  { authorization: "Bearer null", cookie: "next-auth.session-token=null; __Secure-next-auth.session-token=x" },
];
