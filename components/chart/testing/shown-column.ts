import type { Column } from "@/lib/query/column";

/** A column of texts, or with a unit of exact numbers. */
export function shownColumn(name: string, label: string, unit: Column["unit"] = "none"): Column {
  return { name, label, kind: unit === "none" ? "text" : "decimal", unit, hidden: false };
}
