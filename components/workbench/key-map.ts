import { type Keys, onThis } from "./key-chord";
import { countsWhileWriting } from "./key-writing";

/** Keys a person chose instead of the usual ones, by command. An empty list: none. */
export type KeyChoices = Readonly<Record<string, readonly Keys[]>>;

/** What of a command decides over its keys. */
interface Keyed {
  id: string;
  title: string;
  keys: readonly Keys[];
  /** It is done where a person writes. */
  writing?: boolean;
}

/** The keys of a command as they are now. */
export function keysOf(command: Keyed, choices: KeyChoices, mac: boolean): readonly Keys[] {
  return (choices[command.id] ?? command.keys).map((keys) => onThis(keys, mac));
}

/** Which command each key or sequence stands for. */
export function keyMapOf(commands: readonly Keyed[], choices: KeyChoices, mac: boolean): ReadonlyMap<Keys, string> {
  return new Map(
    commands.flatMap((command) => keysOf(command, choices, mac).map((keys) => [keys, command.id] as const)),
  );
}

const BROWSER = new Set([
  "Mod+W",
  "Mod+T",
  "Mod+N",
  "Mod+Shift+N",
  "Mod+Shift+T",
  "Mod+Shift+W",
  "Mod+Q",
  "Alt+F4",
  "Tab",
  "Shift+Tab",
]);

/** Why a command cannot have these keys, as a sentence with a way out; null when it can. */
export function refusal(
  commands: readonly Keyed[],
  choices: KeyChoices,
  wanted: { id: string; keys: Keys },
  { mac, shown }: { mac: boolean; shown: (keys: Keys) => string },
): string | null {
  const keys = onThis(wanted.keys, mac);
  if (BROWSER.has(keys)) return `${shown(keys)} belongs to the browser. Press other keys.`;
  if (commands.some(({ id, writing }) => id === wanted.id && writing) && !isOneKey(keys)) {
    return `${shown(keys)} would be written in the text. Press one key together with Ctrl or Alt, or one such as F8.`;
  }
  for (const command of commands) {
    if (command.id === wanted.id) continue;
    for (const taken of keysOf(command, choices, mac)) {
      if (taken === keys)
        return `${shown(keys)} is taken by “${command.title}”. Press other keys, or change those first.`;
      const [short, long] = taken.length < keys.length ? [taken, keys] : [keys, taken];
      if (!long.startsWith(`${short} `)) continue;
      return `${shown(taken)} (“${command.title}”) and ${shown(keys)} begin alike. Press other keys, or change those first.`;
    }
  }
  return null;
}

const isOneKey = (keys: Keys) => !keys.includes(" ") && countsWhileWriting(keys);

/** Choices as they were stored: what is no list of texts, or of no command, is left out. */
export function readChoices(stored: unknown, commands: readonly Keyed[]): KeyChoices {
  if (typeof stored !== "object" || stored === null) return {};
  const known = new Set(commands.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(stored).filter(
      (entry): entry is [string, string[]] =>
        known.has(entry[0]) &&
        Array.isArray(entry[1]) &&
        entry[1].every((keys) => typeof keys === "string" && keys.length < 60),
    ),
  );
}
