import type { DataKind } from "@/lib/std/data-kind";
import type { MappingGuess } from "./mapping-guess";
import { ROLE_LABELS, type Role } from "./plan";

/** From here a guess is taken without asking. */
const CERTAIN = 0.9;

const NEEDS: Readonly<Record<DataKind, readonly Role[]>> = {
  sales: ["date", "product_name", "product_id", "quantity", "unit_price", "amount"],
  returns: ["date", "product_name", "product_id", "quantity", "unit_price", "amount"],
  inventory: ["product_name", "product_id", "current_stock"],
  products: ["product_name", "product_id"],
  orders: ["transaction", "date"],
  stores: ["store", "store_name"],
  table: [],
};

/** Questions about what is missing; other files of the same drop can answer the first and the third. */
export const ASKS = {
  date: "No date column was found. Choose the column with the date of the sale.",
  returnDate: "No date column was found. Choose the column with the date of the return.",
  product: "No product column was found. Choose the column that names the product.",
  price: "No price or total column was found. Choose one, or go on: revenue will then be 0 and only units count.",
  quantity: "No quantity column was found. Choose one, or go on: each line will then count as one unit at its price.",
  stock: "No stock column was found. Choose the column with the units in stock.",
  decimalMark: "Numbers such as 1,234 could mean one thousand or one and a bit. Choose the decimal mark.",
} as const;

/** Why the import dialog must ask about the columns; empty when every needed one is certain. */
export function mappingQuestions(guess: MappingGuess): string[] {
  const has = (role: Role) => guess.mapping[role] !== undefined;
  const questions: string[] = [];
  const product = has("product_name") || has("product_id");
  if (guess.kind === "inventory") {
    if (!product) questions.push(ASKS.product);
    if (!has("current_stock")) questions.push(ASKS.stock);
  } else if (guess.kind === "products") {
    if (!product) questions.push(ASKS.product);
  } else if (guess.kind === "sales" || guess.kind === "returns") {
    if (!has("date")) questions.push(guess.kind === "sales" ? ASKS.date : ASKS.returnDate);
    if (!product) questions.push(ASKS.product);
    if (!has("amount") && !has("unit_price")) questions.push(ASKS.price);
    if (guess.unreadQuantity !== null && !has("quantity")) questions.push(unreadQuantity(guess.unreadQuantity));
    else if (!has("amount") && has("unit_price") && !has("quantity")) questions.push(ASKS.quantity);
  }
  return [...questions, ...doubts(guess)];
}

function unreadQuantity(column: string): string {
  return `${column} is called a quantity, but its values cannot be read as numbers. Choose a column, or go on: each line counts as one unit.`;
}

/** Needed roles that are filled, but not surely. A product's name speaks for its id and the other way round. */
function doubts(guess: MappingGuess): string[] {
  const sure = (role: Role) => (guess.confidence[role] ?? 0) >= CERTAIN;
  const productSure = sure("product_name") || sure("product_id");
  const moneySure = sure("amount") || (sure("quantity") && sure("unit_price"));
  return NEEDS[guess.kind].flatMap((role) => {
    const column = guess.mapping[role];
    const rivals = guess.rivals[role];
    if (column === undefined) return [];
    if (rivals && !(role === "product_id" && sure("product_name")))
      return [`${list(rivals)} could each be the ${ROLE_LABELS[role].toLowerCase()}. Choose one.`];
    if (sure(role)) return [];
    if ((role === "product_name" || role === "product_id") && productSure) return [];
    if (role === "unit_price" && moneySure) return [];
    return [`${column} may be the ${ROLE_LABELS[role].toLowerCase()}. Check it before importing.`];
  });
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
