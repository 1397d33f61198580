import type { DataKind } from "@/lib/std/data-kind";
import type { Role } from "./plan";

/** Text columns of the canonical relations and the role that fills each. */
export const TEXT_COLUMNS: Readonly<Record<DataKind, readonly { column: string; role: Role }[]>> = {
  sales: [
    { column: "product_id", role: "product_id" },
    { column: "product_name", role: "product_name" },
    { column: "category", role: "category" },
    { column: "customer_id", role: "customer" },
    { column: "transaction_id", role: "transaction" },
    { column: "store", role: "store" },
  ],
  inventory: [
    { column: "product_id", role: "product_id" },
    { column: "product_name", role: "product_name" },
    { column: "category", role: "category" },
    { column: "store", role: "store" },
  ],
};

export const QUANTITY_TYPE = "decimal(18, 3)";
export const MONEY_TYPE = "decimal(18, 4)";
