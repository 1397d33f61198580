import type { DataKind } from "@/lib/std/data-kind";
import type { ColumnProfile } from "./column-profile";
import { GOOD, nameScore, SURE } from "./name-score";
import type { Role } from "./plan";
import { returnedScore, roleScore } from "./role-score";
import { namesReturns } from "./words/returns";

/** A name that says it, also with other words around it. */
const NAMED = 0.84;
const CERTAIN = 0.9;

/** The best score of each role among the columns. */
type Best = (role: Role) => number;

function bestOf(profiles: readonly ColumnProfile[]): Best {
  const known = new Map<Role, number>();
  return (role) => {
    const score = known.get(role) ?? Math.max(0, ...profiles.map((profile) => roleScore(profile, role)));
    known.set(role, score);
    return score;
  };
}

const product = (best: Best) => Math.max(best("product_name"), best("product_id"));
const money = (best: Best) => Math.max(best("amount"), best("unit_price"));

/** What a file holds, from the names and values of its columns and from its own name. */
export function guessKind(profiles: readonly ColumnProfile[], fileName = ""): DataKind {
  const best = bestOf(profiles);
  if (isReturns(profiles, best)) return "returns";
  if (isInventory(best)) return "inventory";
  if (isStores(profiles, best)) return "stores";
  if (isOrders(profiles, best)) return "orders";
  if (isProducts(best)) return "products";
  if (!isSales(best)) return "table";
  return namesReturns(fileName) ? "returns" : "sales";
}

/** A stock column and no sale; or a quantity beside a product without date, money and customer. */
function isInventory(best: Best): boolean {
  const traded = best("amount") >= GOOD || best("transaction") >= GOOD || best("customer") >= GOOD;
  const named = product(best) >= NAMED || best("category") >= NAMED;
  const stocked = best("current_stock") >= CERTAIN && (best("date") < 0.7 || !(best("quantity") >= CERTAIN || traded));
  if (stocked && named) return true;
  const listed = best("date") < 0.7 && best("quantity") >= CERTAIN && !traded && best("unit_price") < GOOD;
  return listed && product(best) >= CERTAIN;
}

/** Every line has a day or a number of its own for what came back, and none for what was sold. */
function isReturns(profiles: readonly ColumnProfile[], best: Best): boolean {
  if (product(best) < NAMED && best("transaction") < CERTAIN) return false;
  const returned = (role: Role) =>
    profiles.some(
      (profile) => returnedScore(profile, role) >= NAMED && profile.filled >= 0.9 * Math.max(1, profile.values.length),
    );
  const some = (role: Role) => profiles.some((profile) => returnedScore(profile, role) >= NAMED);
  if (some("date") && (returned("date") || best("date") < NAMED)) return true;
  return some("quantity") && best("quantity") < NAMED && best("amount") < NAMED;
}

/** One line for each shop: its number and its name. */
function isStores(profiles: readonly ColumnProfile[], best: Best): boolean {
  if (product(best) >= NAMED || best("quantity") >= NAMED || money(best) >= NAMED) return false;
  if (best("transaction") >= NAMED || best("current_stock") >= NAMED) return false;
  const names = profiles.filter((profile) => roleScore(profile, "store_name") >= CERTAIN);
  const numbers = profiles.filter(
    ({ name }) => nameScore(name, "store") >= CERTAIN && nameScore(name, "store_name") < 0.95,
  );
  return names.some((name) => numbers.some((number) => number !== name && number.distinctness > 0.95));
}

/** One line for each order: its number, its day, nothing of what was in it. */
function isOrders(profiles: readonly ColumnProfile[], best: Best): boolean {
  if (best("transaction") < CERTAIN || best("date") < NAMED) return false;
  if (product(best) >= NAMED || best("category") >= NAMED || best("quantity") >= NAMED || money(best) >= NAMED)
    return false;
  return profiles.some((profile) => roleScore(profile, "transaction") >= CERTAIN && profile.distinctness > 0.95);
}

/** A list of products with a price, a cost or a category, and nothing of a sale. */
function isProducts(best: Best): boolean {
  if (best("date") >= NAMED || best("quantity") >= CERTAIN || best("amount") >= CERTAIN) return false;
  if (best("transaction") >= CERTAIN || best("customer") >= CERTAIN) return false;
  const priced = Math.max(best("unit_price"), best("unit_cost")) >= NAMED;
  if (priced) return product(best) >= NAMED;
  const named = best("product_name") >= SURE || best("product_id") >= CERTAIN;
  return named && best("category") >= CERTAIN;
}

/** A product, or what stands in for it, together with what was paid or how many were sold. */
function isSales(best: Best): boolean {
  const counted = best("quantity") >= NAMED;
  const paid = money(best) >= NAMED;
  const sold = best("transaction") >= CERTAIN || best("customer") >= CERTAIN;
  if (product(best) >= NAMED && counted) return true;
  // A title with money beside it is a film or a book as easily as a product, unless it has a day or a receipt.
  if (product(best) >= (best("date") >= 0.7 || sold ? NAMED : SURE) && paid) return true;
  if (product(best) >= SURE && best("date") >= NAMED) return true;
  if (product(best) >= CERTAIN && best("date") >= NAMED && sold) return true;
  if (best("category") >= NAMED && (counted || paid)) return best("date") >= NAMED || best("transaction") >= CERTAIN;
  return paid && best("date") >= NAMED && (counted || best("transaction") >= CERTAIN);
}
