import { type ImportPlan, PLAIN } from "@/lib/ingest/plan";

/** A plan of sales as it is guessed. */
export const plan: ImportPlan = {
  ...PLAIN,
  kind: "sales",
  columns: ["When", "What", "How many"],
  mapping: { date: "When", product_name: "What", quantity: "How many" },
  dateOrder: "day-first",
  decimalMark: "point",
  currency: "GBP",
};
