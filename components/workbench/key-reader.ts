import type { Keys } from "./key-chord";

/** Keys of a sequence follow one another within this time, milliseconds. */
const SEQUENCE = 1000;

/** What a key press means: a command's id, the beginning of a longer sequence, or nothing. */
export type Reading = { found: string } | "begun" | null;

/** Reads key presses as commands; it remembers the beginning of a sequence. */
export interface KeyReader {
  /** `at` is the time of the press in milliseconds on any steady clock, such as `event.timeStamp`. */
  read(chord: Keys, at: number, keyMap: ReadonlyMap<Keys, string>): Reading;
  /** Forgets what was begun. */
  reset(): void;
}

export function createKeyReader(): KeyReader {
  let begun: { keys: Keys; at: number } | null = null;

  return {
    read(chord, at, keyMap) {
      const tried = begun && at - begun.at <= SEQUENCE ? [`${begun.keys} ${chord}`, chord] : [chord];
      begun = null;
      for (const keys of tried) {
        const found = keyMap.get(keys);
        if (found !== undefined) return { found };
        if ([...keyMap.keys()].some((known) => known.startsWith(`${keys} `))) {
          begun = { keys, at };
          return "begun";
        }
      }
      return null;
    },
    reset() {
      begun = null;
    },
  };
}
