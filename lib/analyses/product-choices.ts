import { column } from "@/lib/query/column";
import { defineQuery } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import sql from "@/sql/model/product-choices.sql?raw";

/** A product one can choose: its id and what it is called. */
export interface ProductChoice {
  value: string;
  label: string;
}

/** One row per product sold; `toProductChoices` reads them. */
export const productChoicesQuery = defineQuery({
  name: "product_choices",
  text: sql,
  params: {},
  row: {
    product_id: column.text({ label: "Product ID" }),
    label: column.text({ label: "Product" }),
  },
});

/** Choices from the rows of `productChoicesQuery`. */
export function toProductChoices(rows: readonly Row[]): ProductChoice[] {
  return rows.map((row) => ({ value: String(row.product_id), label: String(row.label) }));
}
