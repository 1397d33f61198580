import type { MappingGuess } from "./guess-mapping";
import { ROLE_LABELS, type Role } from "./plan";

/** From here a guess is taken without asking. */
const CERTAIN = 0.9;

const SALES_NEEDS: readonly Role[] = ["date", "product_name", "product_id", "quantity", "unit_price", "amount"];
const INVENTORY_NEEDS: readonly Role[] = ["product_name", "product_id", "current_stock"];

/** Why the import dialog must ask about the columns; empty when every needed one is certain. */
export function mappingQuestions(guess: MappingGuess): string[] {
  const has = (role: Role) => guess.mapping[role] !== undefined;
  const questions: string[] = [];
  if (guess.kind === "inventory") {
    if (!has("product_name") && !has("product_id"))
      questions.push("No product column was found. Choose the column that names the product.");
    if (!has("current_stock")) questions.push("No stock column was found. Choose the column with the units in stock.");
  } else {
    if (!has("date")) questions.push("No date column was found. Choose the column with the date of the sale.");
    if (!has("product_name") && !has("product_id"))
      questions.push("No product column was found. Choose the column that names the product.");
    if (!has("amount") && !has("unit_price")) {
      questions.push(
        "No price or total column was found. Choose one, or go on: revenue will then be 0 and only units count.",
      );
    }
    if (!has("amount") && has("unit_price") && !has("quantity")) {
      questions.push(
        "No quantity column was found. Choose one, or go on: each line will then count as one unit at its price.",
      );
    }
  }
  return [...questions, ...doubts(guess)];
}

/** Needed roles that are filled, but not surely. A product's name speaks for its id and the other way round. */
function doubts(guess: MappingGuess): string[] {
  const sure = (role: Role) => (guess.confidence[role] ?? 0) >= CERTAIN;
  const productSure = sure("product_name") || sure("product_id");
  const moneySure = sure("amount") || (sure("quantity") && sure("unit_price"));
  return (guess.kind === "sales" ? SALES_NEEDS : INVENTORY_NEEDS).flatMap((role) => {
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
