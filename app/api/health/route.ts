import { healthOf } from "@/lib/server/health";
import { environment } from "@/lib/server/routes";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(healthOf(environment()), { headers: { "Cache-Control": "no-store" } });
}
