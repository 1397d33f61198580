import { type ImportPlan, ROLES_OF, type Role } from "@/lib/ingest/plan";
import type { DataKind } from "@/lib/std/data-kind";

/** The plan with a column for a role; "" gives the role no column. */
export function withColumn(plan: ImportPlan, role: Role, column: string): ImportPlan {
  const { [role]: _, ...others } = plan.mapping;
  return { ...plan, mapping: column === "" ? others : { ...others, [role]: column } };
}

/** The plan for another kind of data; columns of roles that kind does not have are let go. */
export function withKind(plan: ImportPlan, kind: DataKind): ImportPlan {
  const roles = ROLES_OF[kind].filter((role) => plan.mapping[role] !== undefined);
  return { ...plan, kind, mapping: Object.fromEntries(roles.map((role) => [role, plan.mapping[role]])) };
}

/** What a plan still lacks before it can be imported, as a sentence; null when it is complete. */
export function missingFrom(plan: ImportPlan): string | null {
  const { mapping, kind } = plan;
  if (mapping.product_name === undefined && mapping.product_id === undefined) {
    return "Choose the column of the product: its name or its ID.";
  }
  if (kind === "inventory") {
    return mapping.current_stock === undefined ? "Choose the column of the current stock." : null;
  }
  if (mapping.date === undefined) return "Choose the column of the date.";
  if (mapping.amount === undefined && mapping.unit_price === undefined && mapping.quantity === undefined) {
    return "Choose a column of amounts, prices or quantities.";
  }
  return null;
}
