import type { KnownExport } from "./known-export";

/**
 * Shopify admin, Products, Export. A product's title and type stand on the line of its first variant only.
 * https://github.com/shopifypartners/product-csvs has examples.
 */
export const SHOPIFY_PRODUCTS: KnownExport = {
  name: "Shopify products",
  kind: "products",
  needs: [
    ["Handle", "URL handle"],
    "Title",
    ["Variant Price", "Price"],
    ["Option1 Name", "Variant SKU", "Option1 Value"],
  ],
  mapping: {
    product_name: ["Title"],
    product_id: ["Variant SKU", "SKU", "Handle", "URL handle"],
    category: ["Type", "Product Category", "Standardized Product Type", "Vendor"],
    unit_price: ["Variant Price", "Price"],
    unit_cost: ["Cost per item", "Variant Cost"],
  },
  carryDown: { key: ["Handle", "URL handle"], columns: ["Title", "Type", "Product Category", "Vendor"] },
};
