import { type Guess, type ImportPlan, ROLES_OF, type Role } from "@/lib/ingest/plan";
import type { DataKind } from "@/lib/std/data-kind";

/** The plan with a column for a role; "" gives the role no column. */
export function withColumn(plan: ImportPlan, role: Role, column: string): ImportPlan {
  const { [role]: _, ...others } = plan.mapping;
  return { ...plan, mapping: column === "" ? others : { ...others, [role]: column } };
}

/** The plan for another kind of data; columns of roles that kind does not have are let go. */
export function withKind(plan: ImportPlan, kind: DataKind): ImportPlan {
  const roles = ROLES_OF[kind].filter((role) => plan.mapping[role] !== undefined);
  return { ...plan, kind, mapping: Object.fromEntries(roles.map((role) => [role, plan.mapping[role]])) };
}

/** "sure" is not said; only what deserves a second look is. */
export function doubt(guess: Guess, plan: ImportPlan, role: Role): string | undefined {
  const confidence = guess.confidence[role];
  const guessed = plan.mapping[role] !== undefined && plan.mapping[role] === guess.plan.mapping[role];
  return guessed && confidence !== undefined && confidence < 0.7 ? "a guess" : undefined;
}

const PRODUCT = "Choose the column of the product: its name or its ID.";

/**
 * What a plan still lacks before it can be imported, as a sentence; null when it is complete. Sales may lack their date
 * where a list of orders has it.
 */
export function missingFrom({ mapping, kind }: Pick<ImportPlan, "mapping" | "kind">, hasOrders = false): string | null {
  const has = (role: Role) => mapping[role] !== undefined;
  const product = has("product_name") || has("product_id");
  switch (kind) {
    case "table":
      return null;
    case "stores":
      return has("store") && has("store_name") ? null : "Choose the columns of the store's number and of its name.";
    case "orders":
      return has("transaction") ? null : "Choose the column of the transaction: the number of the order.";
    case "products":
      return product ? null : PRODUCT;
    case "inventory":
      if (!product) return PRODUCT;
      return has("current_stock") ? null : "Choose the column of the current stock.";
    default:
      if (!product) return PRODUCT;
      if (!has("date") && !(hasOrders && has("transaction"))) return "Choose the column of the date.";
      if (has("amount") || has("unit_price") || has("quantity")) return null;
      return "Choose a column of amounts, prices or quantities.";
  }
}
