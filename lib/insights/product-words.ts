import type { InsightRow } from "@/lib/analyses/insights";
import { shortened } from "@/lib/std/shortened";
import type { Finding } from "./rule";

/** The name of the product a row is about, as a sentence can hold it. */
export function nameOf(row: InsightRow): string {
  return shortened(row.product ?? row.product_id ?? "");
}

/** What makes a finding one of this product. */
export function ofProduct(row: InsightRow): Pick<Finding, "about" | "productId"> {
  return { about: row.product_id, productId: row.product_id };
}

/** Days to the nearest whole day, as explanations round them: "1 day", "12 days". */
export function inDays(days: number, count: (n: number) => string): string {
  const whole = Math.round(days);
  return whole < 1 ? "less than a day" : whole === 1 ? "1 day" : `${count(whole)} days`;
}
