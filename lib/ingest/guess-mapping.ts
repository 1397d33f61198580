import type { DataKind } from "@/lib/std/data-kind";
import type { ColumnProfile } from "./column-profile";
import { guessKind } from "./guess-kind";
import { words } from "./header";
import { type MappingGuess, unused } from "./mapping-guess";
import { isBlocked, isCalledQuantity, nameScore, SURE } from "./name-score";
import { type DecimalMark, ROLES_OF, type Role } from "./plan";
import { holdsSerials, returnedScore, roleScore } from "./role-score";
import { settleFigures } from "./settle-figures";

/** Below this a column is left alone. */
const TAKEN = 0.65;
/** Columns nobody needs are only taken when the name says it. */
const TAKEN_OPTIONAL = 0.84;
/** Two columns this close are equally likely. */
const CLOSE = 0.02;

const NEEDED: ReadonlySet<Role> = new Set([
  "date",
  "product_name",
  "product_id",
  "quantity",
  "unit_price",
  "amount",
  "current_stock",
]);

interface Score {
  role: Role;
  profile: ColumnProfile;
  score: number;
}

/** Which column plays which role. Each column plays one role at most. */
export function guessMapping(profiles: readonly ColumnProfile[], mark: DecimalMark, fileName = ""): MappingGuess {
  const kind = guessKind(profiles, fileName);
  const scores = scoresOf(kind, profiles).filter(
    ({ role, score }) => score >= (NEEDED.has(role) || kind === "stores" ? TAKEN : TAKEN_OPTIONAL),
  );
  const guess: MappingGuess = {
    kind,
    mapping: {},
    confidence: {},
    discountAs: "amount",
    evidence: [],
    asks: [],
    rivals: {},
    unreadQuantity: null,
  };
  assign(guess, scores);
  if (kind === "returns") guess.evidence.push("The lines are returns: they count as sales below zero.");
  if (kind === "sales" || kind === "returns") {
    fillByContent(guess, profiles);
    settleFigures(guess, profiles, mark);
    standInCategory(guess, profiles);
    doubtDescription(guess);
  }
  tellIdsFromNames(guess, profiles, scores);
  findRivals(guess, scores, profiles);
  if (guess.mapping.quantity === undefined) {
    const filled = unused(guess, profiles).filter((profile) => profile.filled > 0);
    guess.unreadQuantity = filled.find((profile) => isCalledQuantity(profile.name))?.name ?? null;
  }
  tellSerials(guess, profiles);
  return guess;
}

function tellSerials({ mapping, evidence }: MappingGuess, profiles: readonly ColumnProfile[]): void {
  const dated = profiles.filter(({ name }) => name === mapping.date || name === mapping.last_updated);
  for (const profile of dated.filter(holdsSerials)) evidence.push(`${profile.name} holds Excel's day numbers.`);
}

function scoresOf(kind: DataKind, profiles: readonly ColumnProfile[]): Score[] {
  const all = ROLES_OF[kind].flatMap((role) =>
    profiles.map((profile) => ({ role, profile, score: scoreIn(kind, profile, role) })),
  );
  if (kind !== "returns") return all;
  const told = new Set(
    all.filter(({ profile, role }) => returnedScore(profile, role) >= TAKEN).map(({ role }) => role),
  );
  return all.filter(({ profile, role }) => !told.has(role) || returnedScore(profile, role) >= TAKEN);
}

function scoreIn(kind: DataKind, profile: ColumnProfile, role: Role): number {
  if (kind === "returns") return Math.max(roleScore(profile, role), returnedScore(profile, role));
  if (kind !== "stores") return roleScore(profile, role);
  // Of a list of shops every name is different, and the name of one is not its number.
  if (role !== "store") return roleScore(profile, role);
  return nameScore(profile.name, "store_name") >= 0.95 ? 0 : nameScore(profile.name, "store");
}

/** The best first; of equal ones the transaction with more lines each, else the column further left. */
function assign(guess: MappingGuess, scores: readonly Score[]): void {
  const taken = new Set<string>();
  const sparse = (score: Score) =>
    score.role === "transaction" && guess.kind !== "orders" ? score.profile.distinctness : 0;
  const ranked = [...scores].sort((a, b) => b.score - a.score || sparse(a) - sparse(b));
  for (const { role, profile, score } of ranked) {
    if (guess.mapping[role] !== undefined || taken.has(profile.name)) continue;
    guess.mapping[role] = profile.name;
    guess.confidence[role] = Math.round(score * 100) / 100;
    taken.add(profile.name);
  }
}

/** Roles that no name gives but the values do: the one column of dates, of currencies. */
function fillByContent(guess: MappingGuess, profiles: readonly ColumnProfile[]): void {
  const dated = profiles.filter((profile) => profile.dates >= 0.95 && profile.filled > 0);
  const [only] = dated;
  if (only && dated.length === 1) {
    const chosen = guess.mapping.date;
    if (chosen === only.name) guess.confidence.date = Math.max(guess.confidence.date ?? 0, 0.9);
    else if (
      chosen === undefined &&
      !isBlocked(words(only.name), "date") &&
      !Object.values(guess.mapping).includes(only.name)
    ) {
      guess.mapping.date = only.name;
      guess.confidence.date = 0.9;
      guess.evidence.push(`${only.name} is the date, because no other column holds dates.`);
    }
  }
  const [currency, second] = unused(guess, profiles).filter((profile) => profile.currencies >= 0.98);
  if (guess.mapping.currency === undefined && currency && !second) {
    guess.mapping.currency = currency.name;
    guess.confidence.currency = 0.9;
  }
}

/** A file without products sells its categories, the finest of them. */
function standInCategory(guess: MappingGuess, profiles: readonly ColumnProfile[]): void {
  if (guess.mapping.product_name !== undefined || guess.mapping.product_id !== undefined) return;
  const free = [...unused(guess, profiles), ...profiles.filter(({ name }) => name === guess.mapping.category)];
  const kinds = (profile: ColumnProfile) => new Set(profile.values).size;
  const [best] = free
    .map((profile) => ({ profile, score: roleScore(profile, "category") }))
    .filter(({ score }) => score >= 0.74)
    .sort((a, b) => kinds(b.profile) - kinds(a.profile) || b.score - a.score);
  if (!best || (best.score < 0.84 && guess.mapping.category === undefined)) return;
  guess.mapping.product_name = best.profile.name;
  guess.confidence.product_name = 0.9;
  if (guess.mapping.category === best.profile.name) {
    delete guess.mapping.category;
    delete guess.confidence.category;
  }
  guess.evidence.push(`The file names no products; ${best.profile.name} stands in for them.`);
}

/** Date, description and amount alone may as well be a bank statement. */
function doubtDescription({ mapping, confidence }: MappingGuess): void {
  const { product_name, product_id, category, quantity, unit_price, transaction, customer } = mapping;
  const told = [product_id, category, quantity, unit_price, transaction, customer].some((name) => name !== undefined);
  const named = confidence.product_name ?? 0;
  if (product_name !== undefined && !told && named < SURE && named > 0.9) confidence.product_name = 0.85;
}

/** A "Product" that holds codes is the product's id when another column has the names. */
function tellIdsFromNames(guess: MappingGuess, profiles: readonly ColumnProfile[], scores: readonly Score[]): void {
  const named = profiles.find(({ name }) => name === guess.mapping.product_name);
  if (!named || guess.mapping.product_id !== undefined || named.codes < 0.95) return;
  const free = new Set(unused(guess, profiles).map(({ name }) => name));
  const [names] = scores
    .filter(
      ({ role, profile, score }) =>
        role === "product_name" && free.has(profile.name) && score >= 0.75 && profile.codes < 0.5,
    )
    .sort((a, b) => b.score - a.score);
  if (!names) return;
  guess.mapping.product_id = named.name;
  guess.confidence.product_id = guess.confidence.product_name ?? 0.9;
  guess.mapping.product_name = names.profile.name;
  guess.confidence.product_name = 0.93;
  guess.evidence.push(`${named.name} holds codes and ${names.profile.name} the names of the products.`);
}

function findRivals(guess: MappingGuess, scores: readonly Score[], profiles: readonly ColumnProfile[]): void {
  const used = new Set(Object.values(guess.mapping));
  for (const role of NEEDED) {
    const chosen = guess.mapping[role];
    const score = guess.confidence[role] ?? 0;
    if (chosen === undefined || score >= 0.99) continue;
    const values = profiles.find(({ name }) => name === chosen)?.values;
    const others = scores.filter(
      (other) =>
        other.role === role &&
        other.profile.name !== chosen &&
        !used.has(other.profile.name) &&
        other.score > score - CLOSE &&
        !equal(values ?? [], other.profile.values),
    );
    if (others.length > 0) guess.rivals[role] = [chosen, ...others.map((other) => other.profile.name)];
  }
}

/** Two columns that say the same on every line are no choice. */
function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length >= 20 && a.every((value, index) => value === b[index]);
}
