import type { DataKind } from "@/lib/std/data-kind";

/** What a column of a file can be. The words in the import dialog stand in `ROLE_LABELS`. */
export type Role =
  | "date"
  | "product_name"
  | "product_id"
  | "category"
  | "quantity"
  | "unit_price"
  | "amount"
  | "unit_cost"
  | "customer"
  | "transaction"
  | "store"
  | "current_stock"
  | "last_updated";

/** Accessible names of the comboboxes; stable. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  date: "Date",
  product_name: "Product name",
  product_id: "Product ID",
  category: "Category",
  quantity: "Quantity",
  unit_price: "Unit price",
  amount: "Total amount",
  unit_cost: "Unit cost",
  customer: "Customer",
  transaction: "Transaction",
  store: "Store",
  current_stock: "Current stock",
  last_updated: "Last updated",
};

export const ROLES_OF: Readonly<Record<DataKind, readonly Role[]>> = {
  sales: [
    "date",
    "product_name",
    "product_id",
    "category",
    "quantity",
    "unit_price",
    "amount",
    "unit_cost",
    "customer",
    "transaction",
    "store",
  ],
  inventory: ["product_name", "product_id", "category", "current_stock", "unit_cost", "last_updated", "store"],
};

export type DateOrder = "year-first" | "day-first" | "month-first";
export type DecimalMark = "point" | "comma";

/** How the text of a file is cut into fields. */
export interface Dialect {
  delimiter: "," | ";" | "\t" | "|";
  quote: '"' | "'" | "";
}

/** Everything needed to read a file, complete; what the import dialog edits. */
export interface ImportPlan {
  kind: DataKind;
  dialect: Dialect;
  /** The header's names as they stand in the file (made unique), in order. */
  columns: readonly string[];
  mapping: Readonly<Partial<Record<Role, string>>>;
  dateOrder: DateOrder;
  decimalMark: DecimalMark;
  /** ISO 4217 or null. */
  currency: string | null;
}

/** A plan with what speaks for it. */
export interface Guess {
  fileName: string;
  plan: ImportPlan;
  /** 0-1 for every role that has a column. */
  confidence: Readonly<Partial<Record<Role, number>>>;
  /** Plain sentences: "Day first, because 13 appears in first place 212 times." */
  evidence: readonly string[];
  /** Why the dialog must ask; empty = import without a question. */
  questions: readonly string[];
  /** The first lines, cut into fields, as many as `plan.columns`. */
  sample: readonly (readonly string[])[];
}
