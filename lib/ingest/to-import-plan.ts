import { IngestError } from "./ingest-error";
import { type ImportPlan, lacksOf, ROLE_LABELS, ROLES_OF, type Role } from "./plan";

/** What the import dialog changes; a role set to "" or null is taken away. */
export type PlanEdits = Partial<Omit<ImportPlan, "columns" | "mapping" | "dialect">> & {
  mapping?: Readonly<Partial<Record<Role, string | null>>>;
};

/** What other files give the lines of this one: a list of orders the date, a product list the price. */
export interface Given {
  date: boolean;
  price: boolean;
}

const NOTHING: Given = { date: false, price: false };

/**
 * The plan with its edits, complete and checked against the file's columns. Roles the kind of data does not know are
 * left out. Throws IngestError "not-understood" with a sentence when it cannot be imported.
 */
export function toImportPlan(plan: ImportPlan, edits: PlanEdits = {}, given: Given = NOTHING): ImportPlan {
  const kind = edits.kind ?? plan.kind;
  const mapping = checkedMapping({ kind, columns: plan.columns }, { ...plan.mapping, ...edits.mapping });
  const problem = missingOf({ kind, mapping }, given);
  if (problem) throw refuse(problem.message, problem.hint);
  const { lineTypes, carryDown } = { ...plan, ...edits };
  const there = (column: string) => plan.columns.includes(column);
  return {
    ...plan,
    ...edits,
    kind,
    mapping,
    lineTypes: lineTypes && there(lineTypes.column) ? lineTypes : null,
    carryDown: carryDown && there(carryDown.key) ? carryDown : null,
    currency: edits.currency === undefined ? plan.currency : edits.currency,
  };
}

function checkedMapping(
  { kind, columns }: Pick<ImportPlan, "kind" | "columns">,
  wanted: Readonly<Partial<Record<Role, string | null>>>,
): Partial<Record<Role, string>> {
  const mapping: Partial<Record<Role, string>> = {};
  const roleOf = new Map<string, Role>();
  for (const role of ROLES_OF[kind]) {
    const column = wanted[role];
    if (column === undefined || column === null || column === "") continue;
    if (!columns.includes(column)) {
      throw refuse(`The file has no column "${column}" for ${ROLE_LABELS[role]}.`, "Choose one of the file's columns.");
    }
    const other = roleOf.get(column);
    if (other !== undefined) {
      throw refuse(
        `The column "${column}" is chosen for ${ROLE_LABELS[other]} and for ${ROLE_LABELS[role]}.`,
        "Choose another column for one of them.",
      );
    }
    roleOf.set(column, role);
    mapping[role] = column;
  }
  return mapping;
}

type Missing = { message: string; hint: string };

/** What a plan still lacks before its file can be read; null when it is complete. */
export function missingOf(plan: Pick<ImportPlan, "kind" | "mapping">, given: Given = NOTHING): Missing | null {
  const { kind, mapping } = plan;
  const product = mapping.product_name !== undefined || mapping.product_id !== undefined;
  switch (kind) {
    case "table":
      return null;
    case "stores":
      if (mapping.store === undefined) return missing("No column holds the store's number.", "Store");
      return mapping.store_name === undefined ? missing("No column holds the store's name.", "Store name") : null;
    case "orders":
      if (mapping.transaction === undefined) return missing("No column holds the number of the order.", "Transaction");
      return mapping.date === undefined ? missing("No column holds the date of the order.", "Date") : null;
    case "products":
      if (!product) return NO_PRODUCT;
      return Object.keys(mapping).length < 2
        ? missing("Nothing is known of the products but their name.", "Unit price, Unit cost or Category")
        : null;
    case "inventory":
      if (!product) return NO_PRODUCT;
      return mapping.current_stock === undefined
        ? missing("No column holds the units in stock.", "Current stock")
        : null;
    default:
      if (!product) return NO_PRODUCT;
      return lacksOf(plan).includes("date") && !(given.date && mapping.transaction !== undefined)
        ? missing(`No column holds the date of the ${kind === "returns" ? "return" : "sale"}.`, "Date")
        : null;
  }
}

const NO_PRODUCT = missing("No column names the product.", "Product name or Product ID");

function missing(message: string, role: string): Missing {
  return { message, hint: `Choose a column for ${role}.` };
}

function refuse(message: string, hint: string): IngestError {
  return new IngestError({ kind: "not-understood", message, hint });
}
