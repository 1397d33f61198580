import { headerSignature, words } from "./header";
import { type ImportPlan, ROLES_OF, type Role } from "./plan";

/** True when two files have the same header, by its words and their order; columns without a name at its end count not. */
export function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return headerSignature(named(a)) === headerSignature(named(b));
}

function named(columns: readonly string[]): readonly string[] {
  const last = columns.findLastIndex((column, index) => column !== `column_${index + 1}`);
  return columns.slice(0, last + 1);
}

/**
 * A plan with what was decided for another file of the same header: kind, columns, currency, rules. How the text is cut
 * and which lines count one by one are its own, and so is the order of dates.
 */
export function readLike(plan: ImportPlan, known: ImportPlan): ImportPlan {
  const byWords = new Map(plan.columns.map((column) => [words(column).join(" "), column]));
  const here = (column: string) => byWords.get(words(column).join(" ")) ?? plan.columns[known.columns.indexOf(column)];
  const mapping: Partial<Record<Role, string>> = {};
  for (const role of ROLES_OF[known.kind]) {
    const column = known.mapping[role];
    const found = column === undefined ? undefined : here(column);
    if (found !== undefined) mapping[role] = found;
  }
  const type = known.lineTypes && here(known.lineTypes.column);
  const key = known.carryDown && here(known.carryDown.key);
  return {
    ...plan,
    kind: known.kind,
    mapping,
    decimalMark: known.decimalMark,
    currency: known.currency,
    discountAs: known.discountAs,
    recipe: known.recipe,
    lineTypes: known.lineTypes && type ? { ...known.lineTypes, column: type } : null,
    carryDown:
      known.carryDown && key ? { key, columns: known.carryDown.columns.flatMap((column) => here(column) ?? []) } : null,
    rules: known.rules,
  };
}
