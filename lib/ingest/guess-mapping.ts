import type { DataKind } from "@/lib/std/data-kind";
import type { ColumnProfile } from "./column-profile";
import { readNumber } from "./numbers";
import { type DecimalMark, ROLES_OF, type Role } from "./plan";
import { GOOD, roleScore } from "./role-score";

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

export interface MappingGuess {
  kind: DataKind;
  mapping: Partial<Record<Role, string>>;
  confidence: Partial<Record<Role, number>>;
  evidence: string[];
  /** Roles that two columns fit equally well, with these columns. */
  rivals: Partial<Record<Role, readonly string[]>>;
}

interface Score {
  role: Role;
  profile: ColumnProfile;
  score: number;
}

/** What a file holds: a stock column and no sale makes an inventory, everything else is sales. */
export function guessKind(profiles: readonly ColumnProfile[]): DataKind {
  const best = (role: Role) => Math.max(0, ...profiles.map((profile) => roleScore(profile, role)));
  const traded = best("amount") >= GOOD || best("transaction") >= GOOD || best("customer") >= GOOD;
  if (best("current_stock") >= 0.9 && (best("date") < 0.7 || !(best("quantity") >= 0.9 || traded))) return "inventory";
  const listed = best("date") < 0.7 && best("quantity") >= 0.9 && !traded && best("unit_price") < GOOD;
  return listed && Math.max(best("product_name"), best("product_id")) >= 0.9 ? "inventory" : "sales";
}

/** Which column plays which role. Each column plays one role at most. */
export function guessMapping(profiles: readonly ColumnProfile[], mark: DecimalMark): MappingGuess {
  const kind = guessKind(profiles);
  const scores = ROLES_OF[kind]
    .flatMap((role) => profiles.map((profile) => ({ role, profile, score: roleScore(profile, role) })))
    .filter(({ role, score }) => score >= (NEEDED.has(role) ? TAKEN : TAKEN_OPTIONAL));
  const guess: MappingGuess = { kind, mapping: {}, confidence: {}, evidence: [], rivals: {} };
  assign(guess, scores);
  if (kind === "sales") weighArithmetic(guess, profiles, mark);
  standInCategory(guess, profiles);
  findRivals(guess, scores);
  return guess;
}

/** The best first; of equal ones the transaction with more lines each, else the column further left. */
function assign(guess: MappingGuess, scores: readonly Score[]): void {
  const taken = new Set<string>();
  const sparse = (score: Score) => (score.role === "transaction" ? score.profile.distinctness : 0);
  const ranked = [...scores].sort((a, b) => b.score - a.score || sparse(a) - sparse(b));
  for (const { role, profile, score } of ranked) {
    if (guess.mapping[role] !== undefined || taken.has(profile.name)) continue;
    guess.mapping[role] = profile.name;
    guess.confidence[role] = Math.round(score * 100) / 100;
    taken.add(profile.name);
  }
}

/** The share of lines on which quantity times price is the total, by the half cent or half a percent. */
function productShare(
  quantity: ColumnProfile,
  price: ColumnProfile,
  total: ColumnProfile,
  mark: DecimalMark,
): { share: number; lines: number } {
  let lines = 0;
  let equal = 0;
  quantity.values.forEach((text, index) => {
    const [q, p, t] = [text, price.values[index] ?? "", total.values[index] ?? ""].map((value) =>
      readNumber(value, mark),
    );
    if (q == null || p == null || t == null) return;
    lines += 1;
    if (Math.abs(q * p - t) <= Math.max(0.0051, Math.abs(t) * 0.005)) equal += 1;
  });
  return { share: lines === 0 ? 0 : equal / lines, lines };
}

/** Lets quantity x price = total decide which column is which, and says so. */
function weighArithmetic(guess: MappingGuess, profiles: readonly ColumnProfile[], mark: DecimalMark): void {
  const of = (role: Role) => profiles.find((profile) => profile.name === guess.mapping[role]);
  const [quantity, price, total] = [of("quantity"), of("unit_price"), of("amount")];
  if (!quantity || !price || !total) return;
  const straight = productShare(quantity, price, total, mark);
  if (straight.lines < 5) return;
  if (straight.share >= 0.99) {
    const units = new Set(quantity.values.map((value) => readNumber(value, mark)).filter((value) => value !== null));
    if (units.size > 1) {
      for (const role of ["quantity", "unit_price", "amount"] as const) guess.confidence[role] = 0.99;
    }
    guess.evidence.push(
      `${quantity.name} times ${price.name} is ${total.name} on ${straight.lines} of the lines looked at.`,
    );
    return;
  }
  if (productShare(quantity, total, price, mark).share >= 0.99) {
    guess.mapping.unit_price = total.name;
    guess.mapping.amount = price.name;
    guess.evidence.push(`${price.name} holds the totals, because ${quantity.name} times ${total.name} gives it.`);
  }
}

/** A file without products sells its categories. */
function standInCategory(guess: MappingGuess, profiles: readonly ColumnProfile[]): void {
  if (guess.mapping.product_name !== undefined || guess.mapping.product_id !== undefined) return;
  const [best] = profiles
    .filter(
      (profile) =>
        !Object.values(guess.mapping).some((name) => name === profile.name && name !== guess.mapping.category),
    )
    .map((profile) => ({ profile, score: roleScore(profile, "category") }))
    .sort((a, b) => b.score - a.score);
  if (!best || best.score < 0.84) return;
  guess.mapping.product_name = best.profile.name;
  guess.confidence.product_name = 0.9;
  delete guess.mapping.category;
  delete guess.confidence.category;
  guess.evidence.push(`The file names no products; ${best.profile.name} stands in for them.`);
}

function findRivals(guess: MappingGuess, scores: readonly Score[]): void {
  const used = new Set(Object.values(guess.mapping));
  for (const role of NEEDED) {
    const chosen = guess.mapping[role];
    const score = guess.confidence[role] ?? 0;
    if (chosen === undefined || score >= 0.99) continue;
    const others = scores.filter(
      (other) =>
        other.role === role &&
        other.profile.name !== chosen &&
        !used.has(other.profile.name) &&
        other.score > score - CLOSE,
    );
    if (others.length > 0) guess.rivals[role] = [chosen, ...others.map((other) => other.profile.name)];
  }
}
