import type { Facts } from "@/lib/analyses/analysis";
import type { FilterKind } from "./shared-inputs";

/** Why a filter cannot be had of this data and what would add it; null when it can, or nothing is known yet. */
export function filterMissing(filter: FilterKind, facts: Facts | null): string | null {
  if (!facts) return null;
  if (!facts.hasSales && filter !== "store") return "There are no sales yet. Add a sales file.";
  if (filter === "category" && !facts.hasCategory) {
    return "Not in the data. A category column in the sales or a product list adds it.";
  }
  if (filter === "store" && facts.stores.length === 0) {
    return "Not in the data. A store column in the sales or the stock list adds it.";
  }
  return null;
}
