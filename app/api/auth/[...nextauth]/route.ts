import { signIn } from "@/lib/server/routes";

interface AuthContext {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: Request, context: AuthContext): Promise<Response> {
  return signIn()(request, context);
}

export { handle as GET, handle as POST };
