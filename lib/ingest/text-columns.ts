import type { DataKind } from "@/lib/std/data-kind";
import type { Role } from "./plan";

interface TextRole {
  column: string;
  role: Role;
}

const SOLD: readonly TextRole[] = [
  { column: "product_id", role: "product_id" },
  { column: "product_name", role: "product_name" },
  { column: "category", role: "category" },
  { column: "customer_id", role: "customer" },
  { column: "transaction_id", role: "transaction" },
  { column: "store", role: "store" },
];

/** Text columns of the canonical relations and the role that fills each. */
export const TEXT_COLUMNS: Readonly<Record<DataKind, readonly TextRole[]>> = {
  sales: SOLD,
  returns: SOLD,
  inventory: [
    { column: "product_id", role: "product_id" },
    { column: "product_name", role: "product_name" },
    { column: "category", role: "category" },
    { column: "store", role: "store" },
  ],
  products: [
    { column: "product_id", role: "product_id" },
    { column: "product_name", role: "product_name" },
    { column: "category", role: "category" },
  ],
  orders: [
    { column: "transaction_id", role: "transaction" },
    { column: "customer_id", role: "customer" },
    { column: "store", role: "store" },
  ],
  stores: [
    { column: "store", role: "store" },
    { column: "store_name", role: "store_name" },
  ],
  table: [],
};

export const QUANTITY_TYPE = "decimal(18, 3)";
export const MONEY_TYPE = "decimal(18, 4)";
