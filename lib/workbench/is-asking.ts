import type { Incoming, IncomingStep } from "./state";

const QUESTIONS: ReadonlySet<IncomingStep> = new Set(["asking", "warned", "overlapping"]);

/** True while a file waits for a person. */
export function isAsking({ step }: Pick<Incoming, "step">): boolean {
  return QUESTIONS.has(step);
}
