import { AMAZON_ALL_ORDERS, AMAZON_DATE_RANGE } from "./amazon";
import { EBAY_ORDERS, EBAY_TRANSACTIONS } from "./ebay";
import { ETSY_ITEMS, ETSY_ORDERS } from "./etsy";
import { FAIRE_ORDERS } from "./faire";
import { type KnownExport, type Recognised, recognisedAs } from "./known-export";
import { QUICKBOOKS_SALES } from "./quickbooks";
import { SHOPIFY_ORDERS } from "./shopify-orders";
import { SHOPIFY_PRODUCTS } from "./shopify-products";
import { SQUARE_ITEMS, SQUARE_TRANSACTIONS } from "./square";
import { TALLY_ITEMS, TALLY_VOUCHERS } from "./tally";
import { VYAPAR_ITEMS } from "./vyapar";
import { WOOCOMMERCE_ITEMS, WOOCOMMERCE_ONE_ROW, WOOCOMMERCE_ORDERS } from "./woocommerce";

/** Every export that is known; the first whose columns are all there is taken. */
export const KNOWN_EXPORTS: readonly KnownExport[] = [
  SHOPIFY_ORDERS,
  SHOPIFY_PRODUCTS,
  AMAZON_DATE_RANGE,
  AMAZON_ALL_ORDERS,
  EBAY_TRANSACTIONS,
  EBAY_ORDERS,
  ETSY_ITEMS,
  ETSY_ORDERS,
  FAIRE_ORDERS,
  SQUARE_ITEMS,
  SQUARE_TRANSACTIONS,
  VYAPAR_ITEMS,
  TALLY_ITEMS,
  TALLY_VOUCHERS,
  QUICKBOOKS_SALES,
  WOOCOMMERCE_ONE_ROW,
  WOOCOMMERCE_ORDERS,
  WOOCOMMERCE_ITEMS,
];

/** The known export these columns belong to, applied to them; null when there is none. */
export function recogniseExport(
  columns: readonly string[],
  filled: (column: string) => boolean = () => true,
): Recognised | null {
  for (const known of KNOWN_EXPORTS) {
    const recognised = recognisedAs(known, columns, filled);
    if (recognised) return recognised;
  }
  return null;
}
