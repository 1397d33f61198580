/**
 * What a file holds, in the words of the canonical relations: sales lines, returned lines (counted as negative sales),
 * stock, a product list, a list of orders (date and customer of sales lines that have none), a list of stores (names of
 * the stores that sales know by number), or an ordinary table that is not about selling.
 */
export type DataKind = "sales" | "returns" | "inventory" | "products" | "orders" | "stores" | "table";
