import type { InsightRow } from "@/lib/analyses/insights";
import type { Row } from "@/lib/query/result";

/** What rules judge: the rows of the analysis `insights`, by scope. */
export interface InsightFacts {
  shop: InsightRow;
  products: readonly InsightRow[];
  /** Categories with stock. */
  categories: readonly InsightRow[];
  /** Complete months, the newest first. */
  months: readonly InsightRow[];
}

/** The rows by scope; null without sales, where nothing can be judged. */
export function toInsightFacts(rows: readonly Row[]): InsightFacts | null {
  const scoped = (scope: string) => rows.filter((row) => row.scope === scope) as unknown as InsightRow[];
  const [shop] = scoped("shop");
  if (!shop) return null;
  return { shop, products: scoped("product"), categories: scoped("category"), months: scoped("month") };
}

/** Days from the first sale's to the newest's, both included. */
export function daysOf({ first_day, as_of }: InsightRow): number {
  if (first_day === null || as_of === null) return 1;
  return (Date.parse(as_of) - Date.parse(first_day)) / 86_400_000 + 1;
}

/** The share of the named fields that are known of a row. */
export function knownShare(row: InsightRow, needs: readonly (keyof InsightRow)[]): number {
  if (needs.length === 0) return 1;
  return needs.filter((need) => row[need] !== null).length / needs.length;
}
