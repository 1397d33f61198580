import { words } from "./header";
import { ROLE_LABELS, type Role } from "./plan";
import { blockingPhrases, LANGUAGES } from "./words/languages";

export const SURE = 0.98;
export const GOOD = 0.93;
const LIKELY = 0.75;
/** A known name with other words before it ("lineitem qty"), and after it. */
const AT_END = 0.85;
const WITHIN = 0.7;

export const ROLES = Object.keys(ROLE_LABELS) as readonly Role[];

/** Phrase -> weight, for each role. */
const WEIGHTS: Readonly<Record<Role, ReadonlyMap<string, number>>> = Object.fromEntries(
  ROLES.map((role) => {
    const weights = new Map<string, number>();
    for (const language of LANGUAGES) {
      const known = language[role];
      // Sales may say a shop by its number or by its name.
      if (role === "store") for (const phrase of language.store_name?.sure ?? []) weights.set(phrase, SURE);
      for (const phrase of known?.likely ?? []) weights.set(phrase, Math.max(weights.get(phrase) ?? 0, LIKELY));
      for (const phrase of known?.good ?? []) weights.set(phrase, Math.max(weights.get(phrase) ?? 0, GOOD));
      for (const phrase of known?.sure ?? []) weights.set(phrase, SURE);
    }
    return [role, weights];
  }),
) as unknown as Record<Role, ReadonlyMap<string, number>>;

/** Scripts that are written without blanks. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words of those scripts that are known, the longest first. */
const KNOWN_PARTS: readonly string[] = [
  ...new Set(
    ROLES.flatMap((role) => [...WEIGHTS[role].keys(), ...blockingPhrases(role)]).filter((phrase) =>
      UNPARTED.test(phrase),
    ),
  ),
].sort((a, b) => b.length - a.length);

/** True when a word of a name says that the column is something else, whatever other words stand beside it. */
export function isBlocked(tokens: readonly string[], role: Role): boolean {
  const phrase = tokens.join(" ");
  if (UNPARTED.test(phrase)) return blockingPhrases(role).some((blocking) => phrase.includes(blocking));
  return blockingPhrases(role).some((blocking) => ` ${phrase} `.includes(` ${blocking} `));
}

/** How surely the words of a name say a role, 0-1. */
function partedScore(tokens: readonly string[], role: Role): number {
  if (isBlocked(tokens, role)) return 0;
  let best = 0;
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = from + 1; to <= tokens.length; to += 1) {
      const weight = WEIGHTS[role].get(tokens.slice(from, to).join(" ")) ?? 0;
      if (weight >= GOOD) best = Math.max(best, to === tokens.length ? AT_END : WITHIN);
    }
  }
  return best;
}

/** Cuts a name without blanks into known words; `rest` is true when some of it is unknown. */
function knownParts(name: string): { parts: string[]; rest: boolean } {
  const parts: string[] = [];
  let rest = false;
  for (let at = 0; at < name.length; ) {
    const part = KNOWN_PARTS.find((known) => name.startsWith(known, at));
    if (part === undefined) rest = true;
    else parts.push(part);
    at += part?.length ?? 1;
  }
  return { parts, rest };
}

/** In these languages the last word says what a name is; words before it can only make it something else. */
function unpartedScore(name: string, role: Role): number {
  const { parts, rest } = knownParts(name);
  const blocking = blockingPhrases(role);
  const last = parts.at(-1);
  if (last === undefined || parts.slice(0, -1).some((part) => blocking.includes(part))) return 0;
  const weight = WEIGHTS[role].get(last) ?? 0;
  if (weight >= GOOD) return rest ? AT_END : 0.91;
  return parts.some((part) => (WEIGHTS[role].get(part) ?? 0) >= GOOD) ? 0.5 : 0;
}

/** How surely the words of a column's name, as `words` cuts them, say the role, 0-1. */
export function wordsScore(tokens: readonly string[], role: Role): number {
  const phrase = tokens.join(" ");
  const exact = WEIGHTS[role].get(phrase);
  if (exact !== undefined) return exact;
  return UNPARTED.test(phrase) ? unpartedScore(tokens.join(""), role) : partedScore(tokens, role);
}

/** True for a name that says quantity, whatever other words stand before it. */
export function isCalledQuantity(name: string): boolean {
  return nameScore(name, "quantity") >= AT_END;
}

/** How surely a column's name says the role, 0-1. */
export function nameScore(name: string, role: Role): number {
  return wordsScore(words(name), role);
}
