/**
 * A key with what is held down: "Mod+Shift+Enter", "Alt+F", "?", "D". `Mod` is Ctrl, and Cmd on a Mac, where `Ctrl` is
 * a key of its own. Several one after the other are a sequence: "D D".
 */
export type Keys = string;

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const BARE = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Process", "Unidentified"]);
const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};
const ON_MAC: Readonly<Record<string, string>> = { Mod: "⌘", Ctrl: "⌃", Alt: "⌥", Shift: "⇧", Enter: "↩" };

/** True on the computers whose commands are given with ⌘. */
export function isMac(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/** The letter by its place where the layout or Alt makes another sign of it, so that "ƒ" and "а" are found too. */
function keyOf({ key, code, altKey }: Pressed): string {
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (place && (altKey || (key.length === 1 && /\p{L}/u.test(key)))) return place;
  return key === " " ? "Space" : key;
}

/** What was pressed; null for a key that is only held down. */
export function chordOf(event: Pressed, mac: boolean): Keys | null {
  if (BARE.has(event.key) || event.key === "") return null;
  const key = keyOf(event);
  // Shift is part of a sign such as "?", and is said of letters and named keys only.
  const shifts = event.shiftKey && (key.length > 1 || /^[A-Z]$/.test(key));
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac && event.ctrlKey;
  return [mod && "Mod", other && "Ctrl", event.altKey && "Alt", shifts && "Shift", key].filter(Boolean).join("+");
}

/** The same keys as this computer calls them: Ctrl is its Mod but on a Mac. */
export function onThis(keys: Keys, mac: boolean): Keys {
  return mac ? keys : keys.replaceAll(/\bCtrl\+/g, "Mod+");
}

/** Keys as one reads them: "Ctrl+Shift+↑", "⌘⇧↩", "D, then D". */
export function shownKeys(keys: Keys, mac: boolean): string {
  const chords = keys.split(" ").map((chord) => {
    const parts = chord
      .split(/\+(?=.)/)
      .map((part) => (mac ? ON_MAC[part] : part === "Mod" ? "Ctrl" : undefined) ?? SHOWN[part] ?? part);
    return parts.join(mac ? "" : "+");
  });
  return chords.join(" ");
}
