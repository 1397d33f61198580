import type { Keys } from "./key-chord";

/** Other keys are what a person writes. */
const NOT_WRITTEN = /(Mod|Ctrl|Alt)\+|(Enter|Escape|F\d{1,2})$/;

/** True for keys that are commands even where a person writes. */
export function countsWhileWriting(chord: Keys): boolean {
  return NOT_WRITTEN.test(chord) && chord !== "Enter";
}
