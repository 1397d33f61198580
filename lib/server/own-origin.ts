import { isLoopbackHost } from "./network-range";
import { ServerError } from "./server-error";

/** The origin a request was sent to: as configured, else by its Host header. */
function ownOrigins(request: Request, publicUrl: URL | null): string[] {
  if (publicUrl) return [publicUrl.origin];
  const host = request.headers.get("host");
  return host ? [`http://${host.toLowerCase()}`, `https://${host.toLowerCase()}`] : [];
}

/** Browsers tell where a request comes from on pages that are encrypted or of this machine, and only there. */
function tellsFetchSite(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "https:" || isLoopbackHost(hostname);
}

/** Refuses what Lucid's own page did not send: the Origin must be exactly ours, and Sec-Fetch-Site must agree. */
export function requireOwnOrigin(request: Request, publicUrl: URL | null): void {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const own = origin !== null && ownOrigins(request, publicUrl).includes(origin);
  if (own && (site === "same-origin" || (site === null && !tellsFetchSite(origin)))) return;
  throw new ServerError({
    kind: "not_allowed",
    message: "This request did not come from Lucid's own page.",
    hint: publicUrl
      ? `Open Lucid at ${publicUrl.origin}, the address of AUTH_URL.`
      : "Open Lucid at the address of this server. Behind a proxy that changes the Host header, set AUTH_URL.",
  });
}
