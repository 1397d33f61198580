import { explain } from "@/lib/server/routes";

export function POST(request: Request): Promise<Response> {
  return explain()(request);
}
