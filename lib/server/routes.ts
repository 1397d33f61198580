import "server-only";
import { type Environment, environmentOf } from "./environment";
import { explainRoute } from "./explain-route";
import { signInRoute } from "./sign-in-route";

/** Each made on its first use, so that building the program needs no environment. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export const environment: () => Environment = once(() => environmentOf(process.env));
export const explain = once(() => explainRoute(environment()));
export const signIn = once(() => signInRoute(environment()));
