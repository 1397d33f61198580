import { headerSignature } from "@/lib/ingest/header";
import type { ImportPlan, Role } from "@/lib/ingest/plan";

/** True when what was answered for one file holds for the other: the same header, by its words and their order. */
export function sameHeader(a: ImportPlan, b: ImportPlan): boolean {
  const named = a.layout.headerRow !== null && b.layout.headerRow !== null;
  return named && headerSignature(a.columns) === headerSignature(b.columns);
}

/** The plan of a file as it was answered for another with the same header: what columns mean, not where the text stands. */
export function copyAnswer(plan: ImportPlan, answer: ImportPlan): ImportPlan {
  const here = (column: string) => plan.columns[answer.columns.indexOf(column)] ?? column;
  const mapping = Object.entries(answer.mapping).map(([role, column]) => [role as Role, here(column)]);
  const { lineTypes, carryDown } = answer;
  return {
    ...plan,
    kind: answer.kind,
    mapping: Object.fromEntries(mapping),
    dateOrder: answer.dateOrder,
    decimalMark: answer.decimalMark,
    currency: answer.currency,
    discountAs: answer.discountAs,
    lineTypes: lineTypes && { ...lineTypes, column: here(lineTypes.column) },
    carryDown: carryDown && { key: here(carryDown.key), columns: carryDown.columns.map(here) },
    rules: answer.rules,
  };
}
