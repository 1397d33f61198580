import type { DataKind } from "@/lib/std/data-kind";
import { discountAsOf, fitOf, numbersOf } from "./arithmetic";
import type { ColumnProfile } from "./column-profile";
import { guessKind } from "./guess-kind";
import { words } from "./header";
import { isBlocked, nameScore } from "./name-score";
import { type DecimalMark, type ImportPlan, ROLES_OF, type Role } from "./plan";
import { returnedScore, roleScore } from "./role-score";

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
  discountAs: ImportPlan["discountAs"];
  evidence: string[];
  /** Roles that two columns fit equally well, with these columns. */
  rivals: Partial<Record<Role, readonly string[]>>;
}

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
  const guess: MappingGuess = { kind, mapping: {}, confidence: {}, discountAs: "amount", evidence: [], rivals: {} };
  assign(guess, scores);
  if (kind === "sales" || kind === "returns") {
    fillByContent(guess, profiles, mark);
    weighArithmetic(guess, profiles, mark);
    settleDiscount(guess, profiles, mark);
    standInCategory(guess, profiles);
  }
  tellIdsFromNames(guess, profiles, scores);
  findRivals(guess, scores, profiles);
  return guess;
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

function unused(guess: MappingGuess, profiles: readonly ColumnProfile[]): ColumnProfile[] {
  const used = new Set(Object.values(guess.mapping));
  return profiles.filter(({ name }) => !used.has(name));
}

/** Roles that no name gives but the values do: the one column of dates, of currencies. */
function fillByContent(guess: MappingGuess, profiles: readonly ColumnProfile[], mark: DecimalMark): void {
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
  fillTriple(guess, profiles, mark);
}

/** Of quantity, price and total two are known: the third is the one column that makes the product right. */
function fillTriple(guess: MappingGuess, profiles: readonly ColumnProfile[], mark: DecimalMark): void {
  const roles = ["quantity", "unit_price", "amount"] as const;
  const missing = roles.filter((role) => guess.mapping[role] === undefined);
  const [role] = missing;
  if (missing.length !== 1 || role === undefined) return;
  const numbers = (name: string | undefined) => {
    const profile = profiles.find((each) => each.name === name);
    return profile ? numbersOf(profile, mark) : [];
  };
  const known = Object.fromEntries(roles.map((each) => [each, numbers(guess.mapping[each])]));
  const fitting = unused(guess, profiles).filter((profile) => {
    if (profile.numeric < 0.95) return false;
    const { share, lines } = fitOf(
      role === "quantity" ? numbersOf(profile, mark) : (known.quantity ?? []),
      role === "unit_price" ? numbersOf(profile, mark) : (known.unit_price ?? []),
      role === "amount" ? numbersOf(profile, mark) : (known.amount ?? []),
    );
    return lines >= 10 && share >= 0.99 && profile.distinctness * profile.filled > 1;
  });
  const [found, other] = fitting;
  if (!found || other) return;
  guess.mapping[role] = found.name;
  guess.confidence[role] = 0.95;
  guess.evidence.push(`${found.name} is the ${TRIPLE[role]}, because it makes quantity times price the total.`);
}

const TRIPLE = { quantity: "quantity", unit_price: "unit price", amount: "total" } as const;

/** Lets quantity x price = total decide which column is which, and says so. */
function weighArithmetic(guess: MappingGuess, profiles: readonly ColumnProfile[], mark: DecimalMark): void {
  const of = (role: Role) => profiles.find((profile) => profile.name === guess.mapping[role]);
  const [quantity, price, total, discount] = [of("quantity"), of("unit_price"), of("amount"), of("discount")];
  if (!quantity || !price || !total) return;
  const [q, p, t] = [quantity, price, total].map((profile) => numbersOf(profile, mark)) as [
    readonly (number | null)[],
    readonly (number | null)[],
    readonly (number | null)[],
  ];
  const straight = fitOf(q, p, t);
  if (straight.lines < 5) return;
  const less = discount
    ? (["amount", "share"] as const)
        .map((as) => fitOf(q, p, t, { values: numbersOf(discount, mark), as }))
        .find(({ share }) => share >= 0.99)
    : undefined;
  if (straight.share >= 0.99 || less) {
    if (new Set(q.filter((value) => value !== null)).size > 1) {
      for (const role of ["quantity", "unit_price", "amount"] as const) guess.confidence[role] = 0.99;
    }
    const off = straight.share >= 0.99 ? "" : ` less ${discount?.name}`;
    guess.evidence.push(
      `${quantity.name} times ${price.name}${off} is ${total.name} on ${straight.lines} of the lines looked at.`,
    );
    return;
  }
  if (fitOf(q, t, p).share >= 0.99) {
    guess.mapping.unit_price = total.name;
    guess.mapping.amount = price.name;
    guess.evidence.push(`${price.name} holds the totals, because ${quantity.name} times ${total.name} gives it.`);
  }
}

/** A total needs no discount; a percentage above 1 cannot be taken off and is not used. */
function settleDiscount(guess: MappingGuess, profiles: readonly ColumnProfile[], mark: DecimalMark): void {
  const name = guess.mapping.discount;
  const profile = profiles.find((each) => each.name === name);
  if (!profile) return;
  const as =
    guess.mapping.amount === undefined && guess.mapping.unit_price !== undefined ? discountAsOf(profile, mark) : null;
  if (as !== null) {
    guess.discountAs = as;
    guess.evidence.push(
      as === "share"
        ? `${profile.name} is taken off the price as a share between 0 and 1.`
        : `${profile.name} is taken off the line's total.`,
    );
    return;
  }
  if (guess.mapping.amount === undefined)
    guess.evidence.push(`${profile.name} is not taken off: it is no amount of money and no share between 0 and 1.`);
  delete guess.mapping.discount;
  delete guess.confidence.discount;
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
