import type { ColumnProfile } from "./column-profile";
import { GOOD, nameScore, wordsScore } from "./name-score";
import type { Role } from "./plan";
import { withoutReturned } from "./words/returns";

const NUMERIC: ReadonlySet<Role> = new Set([
  "quantity",
  "unit_price",
  "discount",
  "amount",
  "unit_cost",
  "current_stock",
]);
const COUNTED: ReadonlySet<Role> = new Set(["quantity", "current_stock"]);
const DATED: ReadonlySet<Role> = new Set(["date", "last_updated"]);

/** A name that says it, also with other words before it. */
const NAMED = 0.84;
const SERIALS = 0.95;

/** Of numbers that may be days only a name that says so makes dates. */
export function holdsSerials(profile: ColumnProfile): boolean {
  return profile.serials >= SERIALS && profile.dates < 0.5;
}

/** How well a column's values fit a role, as a factor on the score of its name. */
function contentFactor(profile: ColumnProfile, role: Role, name: number): number {
  if (profile.filled === 0) return 0;
  if (NUMERIC.has(role)) {
    const numeric = COUNTED.has(role) ? profile.counts : role === "discount" ? profile.percents : profile.numeric;
    const factor = numeric >= 0.95 ? 1 : numeric >= 0.6 ? 0.97 : 0;
    return role === "quantity" && profile.whole < 0.5 ? factor * 0.97 : factor;
  }
  if (DATED.has(role) && name >= NAMED && holdsSerials(profile)) return 1;
  if (DATED.has(role)) return profile.dates >= 0.9 ? 1 : profile.dates >= 0.5 ? 0.97 : 0;
  if (role === "time") return profile.clocks >= 0.9 ? 1 : profile.clocks >= 0.5 ? 0.97 : 0;
  if (role === "currency") return profile.currencies >= 0.9 ? 1 : 0;
  if (role === "product_name") return profile.numeric > 0.9 ? 0.5 : profile.dates > 0.5 ? 0 : 1;
  if (role === "store_name") return profile.numeric > 0.5 || profile.dates > 0.5 ? 0 : 1;
  if (role === "category" || role === "store") return profile.distinctness > 0.8 && profile.filled > 20 ? 0.5 : 1;
  return profile.dates > 0.9 ? 0 : 1;
}

/** The score of a column for a role, 0-1: its name and its values together. */
export function roleScore(profile: ColumnProfile, role: Role): number {
  const name = nameScore(profile.name, role);
  return name === 0 ? 0 : name * contentFactor(profile, role, name);
}

/** The same in a file of things brought back, where "Return date" is a date and "Returned" a quantity; 0 for other columns. */
export function returnedScore(profile: ColumnProfile, role: Role): number {
  const rest = withoutReturned(profile.name);
  if (rest === null) return 0;
  const name = rest.length === 0 ? (role === "quantity" ? GOOD : 0) : wordsScore(rest, role);
  return name * contentFactor(profile, role, name);
}
