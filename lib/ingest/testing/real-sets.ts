import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { ImportPlan } from "../plan";
import type { Answers } from "./drop";

export const ROOT = resolve(process.cwd(), "../shared/data");
export const present = existsSync(ROOT);

/** A set of real files that are dropped together. */
export interface RealSet {
  name: string;
  /** Below the folder of the real data; a folder stands for every CSV in it. */
  files: readonly string[];
  truth: string | null;
  /** What the set's figures need from a person. */
  answers?: Answers;
  /** Sentences shown about a choice that was made. */
  shown?: readonly RegExp[];
  /** Questions that must be asked, each matched by one. */
  asked?: readonly RegExp[];
  stock?: boolean;
  /** Lines left out, by reason, over all files. */
  reasons?: Readonly<Record<string, number>>;
}

const withoutRebuilding = (plan: ImportPlan): ImportPlan => ({ ...plan, rules: { "rebuilt-total": false } });

/** The sets with figures computed elsewhere, and what their figures need from a person. */
export const SETS: readonly RealSet[] = [
  {
    name: "uci-online-retail",
    files: ["uci-online-retail/online-retail.csv"],
    truth: "uci-online-retail/truth_by_stockcode.json",
  },
  { name: "superstore", files: ["superstore/Sample - Superstore.csv"], truth: "superstore/truth.json" },
  { name: "northwind (flat)", files: ["northwind-mssql/derived_flat_sales.csv"], truth: "northwind-mssql/truth.json" },
  {
    name: "northwind (raw)",
    files: ["Categories", "Customers", "OrderDetails", "Orders", "Products", "Suppliers"].map(
      (file) => `northwind-mssql/${file}.csv`,
    ),
    truth: "northwind-mssql/truth.json",
  },
  {
    name: "maven-toys",
    files: ["sales", "products", "inventory", "stores"].map((file) => `maven-toys/${file}.csv`),
    truth: "maven-toys/truth.json",
    stock: true,
  },
  {
    name: "keithgalli-electronics",
    files: ["keithgalli-electronics"],
    truth: "keithgalli-electronics/truth.json",
    reasons: { "blank line": 545, "repeated header": 355 },
  },
  {
    name: "adventureworks-clean",
    files: [
      "Sales_2015",
      "Sales_2016",
      "Sales_2017",
      "Products",
      "Calendar",
      "Customers",
      "Product_Categories",
      "Product_Subcategories",
      "Territories",
    ].map((file) => `adventureworks-clean/AdventureWorks_${file}.csv`),
    truth: "adventureworks-clean/truth.json",
  },
  { name: "classicmodels", files: ["classicmodels"], truth: "classicmodels/truth.json", stock: true },
  {
    name: "india-orders",
    files: ["india-orders"],
    truth: "india-orders/truth.json",
    shown: [/Sub-Category stands in/],
  },
  {
    name: "alura-latam",
    files: ["alura-latam"],
    truth: "alura-latam/truth.json",
    asked: [/No quantity column/],
  },
  {
    name: "supermarket-sales",
    files: ["supermarket-sales/supermarket_Sales.csv"],
    truth: "supermarket-sales/truth.json",
    shown: [/Product line stands in/],
  },
  {
    name: "retail-kaggle (ISO)",
    files: ["retail-sales-kaggle/variant_iso_snakecase.csv"],
    truth: "retail-sales-kaggle/truth.json",
  },
  {
    name: "retail-kaggle (BOM)",
    files: ["retail-sales-kaggle/variant_bom_snakecase.csv"],
    truth: "retail-sales-kaggle/truth_bom.json",
  },
  {
    name: "retail-kaggle (month names)",
    files: ["retail-sales-kaggle/variant_month_name_date.csv"],
    truth: "retail-sales-kaggle/truth_month_name.json",
  },
  {
    name: "dirty-cafe (not rebuilt)",
    files: ["dirty-cafe/variant_excel_resaved.csv"],
    truth: "dirty-cafe/truth.json",
    answers: { "variant_excel_resaved.csv": withoutRebuilding },
  },
];

/** The files of a set, those of a folder in order. */
export function pathsOf(set: RealSet): string[] {
  return set.files.flatMap((path) => {
    const full = resolve(ROOT, path);
    if (path.endsWith(".csv")) return [full];
    return readdirSync(full)
      .filter((file) => file.endsWith(".csv"))
      .sort()
      .map((file) => resolve(full, file));
  });
}
