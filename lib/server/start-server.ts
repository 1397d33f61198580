import "server-only";
import { environmentOf } from "./environment";
import { watchPeers } from "./peer";
import { ServerError } from "./server-error";

/** Checks the environment and begins to note who connects. A wrong environment ends the process with a sentence. */
export function startServer(): void {
  try {
    environmentOf(process.env);
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    process.stderr.write(`\n${error.message}\n${error.hint ?? ""}\n`);
    process.exit(1);
  }
  watchPeers();
}
