import { type DiscountAs, discountAsOf, fitOf, numbersOf, offOf } from "./arithmetic";
import type { ColumnProfile } from "./column-profile";
import { type MappingGuess, unused } from "./mapping-guess";
import { refuseOrderTotal } from "./order-total";
import type { DecimalMark, Role } from "./plan";

const CERTAIN_SHARE = 0.99;
const TRIPLE = ["quantity", "unit_price", "amount"] as const;
const WORDS = { quantity: "quantity", unit_price: "unit price", amount: "total" } as const;

/** Lets quantity x price (less the discount) = total decide which column is which, and says so. */
export function settleFigures(guess: MappingGuess, profiles: readonly ColumnProfile[], mark: DecimalMark): void {
  refuseOrderTotal(guess, profiles, mark);
  fillTriple(guess, profiles, mark);
  const less = weigh(guess, profiles, mark);
  settleDiscount(guess, profiles, { mark, less });
}

const columnOf = (guess: MappingGuess, profiles: readonly ColumnProfile[], role: Role) =>
  profiles.find(({ name }) => name === guess.mapping[role]);

/** Of quantity, price and total two are known: the third is the one column that makes the product right. */
function fillTriple(guess: MappingGuess, profiles: readonly ColumnProfile[], mark: DecimalMark): void {
  const [role, ...others] = TRIPLE.filter((each) => guess.mapping[each] === undefined);
  if (role === undefined || others.length > 0) return;
  const numbers = (each: (typeof TRIPLE)[number], found: ColumnProfile) =>
    numbersOf(each === role ? found : columnOf(guess, profiles, each), mark);
  const [found, second] = unused(guess, profiles).filter((profile) => {
    if (profile.numeric < 0.95 || profile.distinctness * profile.filled <= 1) return false;
    const { share, lines } = fitOf(
      numbers("quantity", profile),
      numbers("unit_price", profile),
      numbers("amount", profile),
    );
    return lines >= 10 && share >= CERTAIN_SHARE;
  });
  if (!found || second) return;
  guess.mapping[role] = found.name;
  guess.confidence[role] = 0.95;
  guess.evidence.push(`${found.name} is the ${WORDS[role]}, because it makes quantity times price the total.`);
}

/** How the discount makes up the total, or null when it does not. */
function weigh(guess: MappingGuess, profiles: readonly ColumnProfile[], mark: DecimalMark): DiscountAs | null {
  const [quantity, price, total] = TRIPLE.map((role) => columnOf(guess, profiles, role));
  if (!quantity || !price || !total) return null;
  const [q, p, t] = [numbersOf(quantity, mark), numbersOf(price, mark), numbersOf(total, mark)];
  const straight = fitOf(q, p, t);
  if (straight.lines < 5) return null;
  const discount = columnOf(guess, profiles, "discount");
  const fits = (as: DiscountAs) =>
    discount !== undefined && fitOf(q, p, t, offOf(discount, as, mark)).share >= CERTAIN_SHARE;
  const plain = straight.share >= CERTAIN_SHARE;
  const less = plain ? null : ((["share", "amount"] as const).find(fits) ?? null);
  if (plain || less) {
    if (new Set(q.filter((value) => value !== null)).size > 1) {
      for (const role of TRIPLE) guess.confidence[role] = 0.99;
    }
    const off = plain ? "" : ` less ${discount?.name}`;
    guess.evidence.push(
      `${quantity.name} times ${price.name}${off} is ${total.name} on ${straight.lines} of the lines looked at.`,
    );
  } else if (fitOf(q, t, p).share >= CERTAIN_SHARE) {
    guess.mapping.unit_price = total.name;
    guess.mapping.amount = price.name;
    guess.evidence.push(`${price.name} holds the totals, because ${quantity.name} times ${total.name} gives it.`);
  }
  return less;
}

/** Beside a total a discount is needed only when it makes that total up: lines without one are then worked out with it. */
function settleDiscount(
  guess: MappingGuess,
  profiles: readonly ColumnProfile[],
  { mark, less }: { mark: DecimalMark; less: DiscountAs | null },
): void {
  const discount = columnOf(guess, profiles, "discount");
  if (!discount) return;
  if (less !== null) {
    guess.discountAs = less;
    return;
  }
  if (guess.mapping.amount !== undefined || guess.mapping.unit_price === undefined) {
    delete guess.mapping.discount;
    delete guess.confidence.discount;
    return;
  }
  const quantity = numbersOf(columnOf(guess, profiles, "quantity"), mark);
  const price = numbersOf(columnOf(guess, profiles, "unit_price"), mark);
  const gross = price.map((value, index) => (value === null ? null : value * (quantity[index] ?? 1)));
  guess.discountAs = discountAsOf(discount, gross, mark);
  const how = guess.discountAs === "share" ? "off the price as a share of it" : "as money off the line's total";
  guess.evidence.push(`${discount.name} is taken ${how}.`);
}
