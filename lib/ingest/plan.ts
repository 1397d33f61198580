import type { DataKind } from "@/lib/std/data-kind";

/** What a column of a file can be. The words in the import dialog stand in `ROLE_LABELS`. */
export type Role =
  | "date"
  | "time"
  | "product_name"
  | "product_id"
  | "category"
  | "quantity"
  | "unit_price"
  | "discount"
  | "amount"
  | "currency"
  | "unit_cost"
  | "customer"
  | "transaction"
  | "store"
  | "store_name"
  | "current_stock"
  | "last_updated";

/** Accessible names of the comboboxes; stable. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  date: "Date",
  time: "Time",
  product_name: "Product name",
  product_id: "Product ID",
  category: "Category",
  quantity: "Quantity",
  unit_price: "Unit price",
  discount: "Discount",
  amount: "Total amount",
  currency: "Currency column",
  unit_cost: "Unit cost",
  customer: "Customer",
  transaction: "Transaction",
  store: "Store",
  store_name: "Store name",
  current_stock: "Current stock",
  last_updated: "Last updated",
};

const SOLD: readonly Role[] = [
  "date",
  "time",
  "product_name",
  "product_id",
  "category",
  "quantity",
  "unit_price",
  "discount",
  "amount",
  "currency",
  "unit_cost",
  "customer",
  "transaction",
  "store",
];

export const ROLES_OF: Readonly<Record<DataKind, readonly Role[]>> = {
  sales: SOLD,
  returns: SOLD,
  inventory: ["product_name", "product_id", "category", "current_stock", "unit_cost", "last_updated", "store"],
  products: ["product_name", "product_id", "category", "unit_price", "unit_cost"],
  orders: ["transaction", "date", "time", "customer", "store"],
  stores: ["store", "store_name"],
  table: [],
};

export type DateOrder = "year-first" | "day-first" | "month-first";
export type DecimalMark = "point" | "comma";

/** How the text of a file is cut into fields. */
export interface Dialect {
  /** One character, or several for the rare file that has them ("||"). */
  delimiter: string;
  quote: '"' | "'" | "";
  /** How a quote inside a quoted field is written: doubled, or behind this character. */
  escape: "doubled" | "\\" | "\0";
  /** Blanks behind a delimiter belong to it: `a, "b"`. */
  skipBlanks: boolean;
}

/** Where the table stands in the file, in rows as a spreadsheet shows them (first row = 1). */
export interface Layout {
  /** First row of the header; null when the file has none and its columns are called column_1, column_2, ... */
  headerRow: number | null;
  /** Rows the header takes; their texts are joined with a blank. */
  headerRows: number;
  /** First row below the header that belongs to the table; rows above it that are no header are preamble. */
  firstRow: number;
  /** Last row of the table when something else follows it (another table, notes); null when it goes on to the end. */
  lastRow: number | null;
}

/**
 * Rules that leave lines out or change how they count; every one can be switched off for a file.
 * `duplicate` is the only one that is off unless asked for.
 */
export const RULES = {
  blank: true,
  "repeated-header": true,
  "total-line": true,
  preamble: true,
  "second-table": true,
  "short-line": true,
  "long-line": true,
  "other-currency": true,
  "not-a-sale": true,
  "rebuilt-total": true,
  duplicate: false,
} as const;

export type RuleName = keyof typeof RULES;

/** Tells the lines of a file apart by a column that says what each is: "Sale", "Credit Note", "Transfer". */
export interface LineTypes {
  column: string;
  /** Values of sold lines, in lower case; null when every value counts as sold that is in neither of the others. */
  sold: readonly string[] | null;
  /** Values of returned lines: quantity and total count as negative, whatever their sign. */
  returned: readonly string[];
  /** Values of lines that are no sale and are excluded by the rule `not-a-sale`. */
  excluded: readonly string[];
}

/** Order-level fields that stand on an order's first line only. */
export interface CarryDown {
  /** The column of the order; where it is empty the line belongs to the order above. */
  key: string;
  /** Columns filled from the line above of the same order where they are empty. */
  columns: readonly string[];
}

/** Everything needed to read a file, complete; what the import dialog edits. A JSON value. */
export interface ImportPlan {
  kind: DataKind;
  /** WHATWG label of the encoding; "utf-8" for containers with types of their own. */
  encoding: string;
  /** The sheet of a workbook, else null. */
  sheet: string | null;
  dialect: Dialect;
  layout: Layout;
  /** The header's names as they stand in the file (made unique), in order. */
  columns: readonly string[];
  mapping: Readonly<Partial<Record<Role, string>>>;
  dateOrder: DateOrder;
  decimalMark: DecimalMark;
  /** ISO 4217 or null. */
  currency: string | null;
  /** "amount": money taken off the line's total; "share": 0-1 of it. Only with a discount column and no total. */
  discountAs: "amount" | "share";
  /** Name of the known export the file was recognised as ("Shopify orders"), else null. */
  recipe: string | null;
  lineTypes: LineTypes | null;
  carryDown: CarryDown | null;
  /** Rules set otherwise than `RULES` says. */
  rules: Readonly<Partial<Record<RuleName, boolean>>>;
  /** Numbers of lines that count whatever a rule says of them. */
  countedLines: readonly number[];
}

/** What a new plan says where nothing speaks for anything else. */
export const PLAIN = {
  encoding: "utf-8",
  sheet: null,
  dialect: { delimiter: ",", quote: '"', escape: "doubled", skipBlanks: false },
  layout: { headerRow: 1, headerRows: 1, firstRow: 2, lastRow: null },
  dateOrder: "year-first",
  decimalMark: "point",
  currency: null,
  discountAs: "amount",
  recipe: null,
  lineTypes: null,
  carryDown: null,
  rules: {},
  countedLines: [],
} as const satisfies Omit<ImportPlan, "kind" | "columns" | "mapping">;

/** True where a rule applies to a file. */
export function applies(plan: Pick<ImportPlan, "rules">, rule: RuleName): boolean {
  return plan.rules[rule] ?? RULES[rule];
}

/** What the lines of a file take from other files: the date from a list of orders, the price from a product list. */
export function lacksOf({ kind, mapping }: Pick<ImportPlan, "kind" | "mapping">): readonly ("date" | "price")[] {
  if (kind !== "sales" && kind !== "returns") return [];
  const price = mapping.amount === undefined && mapping.unit_price === undefined;
  return [...(mapping.date === undefined ? (["date"] as const) : []), ...(price ? (["price"] as const) : [])];
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
  /** Names of a workbook's sheets; empty for everything else. */
  sheets: readonly string[];
}
