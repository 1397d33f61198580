import type { ColumnProfile } from "./column-profile";
import { words } from "./header";
import { ROLE_LABELS, type Role } from "./plan";
import { blockingPhrases, LANGUAGES } from "./words/languages";

export const SURE = 0.98;
export const GOOD = 0.93;
const LIKELY = 0.75;
/** A known name with other words before it ("lineitem qty"), and after it. */
const AT_END = 0.85;
const WITHIN = 0.7;

const ROLES = Object.keys(ROLE_LABELS) as Role[];

/** Phrase -> weight, for each role. */
const WEIGHTS: Readonly<Record<Role, ReadonlyMap<string, number>>> = Object.fromEntries(
  ROLES.map((role) => {
    const weights = new Map<string, number>();
    for (const language of LANGUAGES) {
      const known = language[role];
      for (const phrase of known?.likely ?? []) weights.set(phrase, Math.max(weights.get(phrase) ?? 0, LIKELY));
      for (const phrase of known?.good ?? []) weights.set(phrase, Math.max(weights.get(phrase) ?? 0, GOOD));
      for (const phrase of known?.sure ?? []) weights.set(phrase, SURE);
    }
    return [role, weights];
  }),
) as unknown as Record<Role, ReadonlyMap<string, number>>;

/** How surely a column's name says the role, 0-1. */
export function nameScore(name: string, role: Role): number {
  const tokens = words(name);
  const phrase = tokens.join(" ");
  const exact = WEIGHTS[role].get(phrase);
  if (exact !== undefined) return exact;
  const padded = ` ${phrase} `;
  if (blockingPhrases(role).some((blocking) => padded.includes(` ${blocking} `))) return 0;
  let best = 0;
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = from + 1; to <= tokens.length; to += 1) {
      const weight = WEIGHTS[role].get(tokens.slice(from, to).join(" ")) ?? 0;
      if (weight >= GOOD) best = Math.max(best, to === tokens.length ? AT_END : WITHIN);
    }
  }
  return best;
}

const NUMERIC: ReadonlySet<Role> = new Set(["quantity", "unit_price", "amount", "unit_cost", "current_stock"]);
const DATED: ReadonlySet<Role> = new Set(["date", "last_updated"]);

/** How well a column's values fit a role, as a factor on the score of its name. */
function contentFactor(profile: ColumnProfile, role: Role): number {
  if (profile.filled === 0) return 0;
  if (NUMERIC.has(role)) {
    const factor = profile.numeric >= 0.95 ? 1 : profile.numeric >= 0.6 ? 0.97 : 0;
    return role === "quantity" && profile.whole < 0.5 ? factor * 0.97 : factor;
  }
  if (DATED.has(role)) return profile.dates >= 0.9 ? 1 : profile.dates >= 0.5 ? 0.97 : 0;
  if (role === "product_name") return profile.numeric > 0.9 ? 0.5 : profile.dates > 0.5 ? 0 : 1;
  if (role === "category" || role === "store") return profile.distinctness > 0.8 && profile.filled > 20 ? 0.5 : 1;
  return profile.dates > 0.9 ? 0 : 1;
}

/** The score of a column for a role, 0-1: its name and its values together. */
export function roleScore(profile: ColumnProfile, role: Role): number {
  const name = nameScore(profile.name, role);
  return name === 0 ? 0 : name * contentFactor(profile, role);
}
