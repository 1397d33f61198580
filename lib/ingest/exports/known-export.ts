import type { DataKind } from "@/lib/std/data-kind";
import { words } from "../header";
import type { DateOrder, ImportPlan, LineTypes, Role, RuleName } from "../plan";

/** The export of a shop system, as data. Header names are compared by their words: case, order and further columns do not matter. */
export interface KnownExport {
  name: string;
  kind: DataKind;
  /** Header names that must all be there; of a list one is enough. */
  needs: readonly (string | readonly string[])[];
  /** Header names it never has. */
  never?: readonly string[];
  /** Role -> header names, the first one there is taken. */
  mapping: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** How dates are ordered where they do not say it themselves. */
  dateOrder?: DateOrder;
  /** The header names of the column that tells lines apart, and what its values (lower case) mean. */
  lineTypes?: Omit<LineTypes, "column"> & { column: readonly string[] };
  /** Header names of the order's column, the first one there is taken, and of those filled from an order's first line. */
  carryDown?: { key: readonly string[]; columns: readonly string[] };
  discountAs?: ImportPlan["discountAs"];
  rules?: Readonly<Partial<Record<RuleName, boolean>>>;
}

/** What a known export says of one file. */
export type Recognised = Pick<
  ImportPlan,
  "kind" | "mapping" | "lineTypes" | "carryDown" | "discountAs" | "rules" | "recipe"
> & { dateOrder: DateOrder | null };

/** "UnitPrice", "UNITPRICE" and "Unit price" are one name. */
const phraseOf = (name: string) => words(name).join("");

/** What an export says of these columns, or null when they are not its own. Of a role's columns the first `filled` one is taken. */
export function recognisedAs(
  known: KnownExport,
  columns: readonly string[],
  filled: (column: string) => boolean,
): Recognised | null {
  const byPhrase = new Map<string, string>();
  for (const column of columns) {
    const phrase = phraseOf(column);
    if (!byPhrase.has(phrase)) byPhrase.set(phrase, column);
  }
  const find = (names: readonly string[]) =>
    names.map((name) => byPhrase.get(phraseOf(name))).find((column) => column !== undefined);
  const there = known.needs.every((need) => find(typeof need === "string" ? [need] : need) !== undefined);
  if (!there || find(known.never ?? []) !== undefined) return null;

  const mapping: Partial<Record<Role, string>> = {};
  for (const [role, names] of Object.entries(known.mapping) as [Role, readonly string[]][]) {
    const there = names.flatMap((name) => byPhrase.get(phraseOf(name)) ?? []);
    const column = there.find(filled);
    if (column !== undefined && !Object.values(mapping).includes(column)) mapping[role] = column;
  }
  const typed = known.lineTypes;
  const typeColumn = typed && find(typed.column);
  const key = known.carryDown && find(known.carryDown.key);
  return {
    kind: known.kind,
    mapping,
    recipe: known.name,
    dateOrder: known.dateOrder ?? null,
    discountAs: known.discountAs ?? "amount",
    rules: known.rules ?? {},
    lineTypes:
      typed && typeColumn !== undefined
        ? { column: typeColumn, sold: typed.sold, returned: typed.returned, excluded: typed.excluded }
        : null,
    carryDown:
      known.carryDown && key !== undefined
        ? { key, columns: known.carryDown.columns.flatMap((name) => find([name]) ?? []) }
        : null,
  };
}
