import type { ColumnProfile } from "./column-profile";
import { guessCurrency } from "./currency";
import type { ImportPlan } from "./plan";

/** The currency of a file: what most lines say in its column of currencies, else what its money columns say. */
export function fileCurrency(
  profiles: readonly ColumnProfile[],
  mapping: ImportPlan["mapping"],
): { currency: string | null; evidence: string[] } {
  const column = profiles.find(({ name }) => name === mapping.currency);
  const counts = new Map<string, number>();
  for (const value of column?.values ?? []) {
    const code = value.trim() === "" ? null : guessCurrency([], [], [value]);
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first, ...others] = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  if (first !== undefined) {
    const evidence = others.length > 0 ? [`Most lines are in ${first}, others in ${others.join(", ")}.`] : [];
    return { currency: first, evidence };
  }
  const money = [mapping.amount, mapping.unit_price, mapping.unit_cost];
  const columns = profiles.filter(({ name }) => money.includes(name));
  const currency = guessCurrency(
    columns.map(({ name }) => name),
    columns.flatMap(({ values }) => values),
    [],
  );
  return { currency, evidence: [] };
}
