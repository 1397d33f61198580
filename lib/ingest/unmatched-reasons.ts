/** Why a line that was read does not count because of the other files of a notebook. */
export const UNMATCHED = {
  product: "its product is not in the product list, so it has no price",
  productPrice: "its product has no price in the product list",
  total: "quantity times the listed price is too large",
  order: "its order is not in the list of orders, so it has no date",
  orderDate: "its order has no date in the list of orders",
  noOrders: "it has no date, and there is no list of orders to take it from",
} as const;

export function replacedBy(fileName: string): string {
  return `replaced by ${fileName}`;
}
