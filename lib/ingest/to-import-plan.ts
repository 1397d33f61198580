import { IngestError } from "./ingest-error";
import { type ImportPlan, ROLE_LABELS, ROLES_OF, type Role } from "./plan";

/** What the import dialog changes; a role set to "" or null is taken away. */
export type PlanEdits = Partial<Omit<ImportPlan, "columns" | "mapping" | "dialect">> & {
  mapping?: Readonly<Partial<Record<Role, string | null>>>;
};

/**
 * The plan with its edits, complete and checked against the file's columns. Roles the kind of data does not know are
 * left out. Throws IngestError "not-understood" with a sentence when it cannot be imported.
 */
export function toImportPlan(plan: ImportPlan, edits: PlanEdits = {}): ImportPlan {
  const kind = edits.kind ?? plan.kind;
  const wanted = { ...plan.mapping, ...edits.mapping };
  const mapping: Partial<Record<Role, string>> = {};
  const roleOf = new Map<string, Role>();
  for (const role of ROLES_OF[kind]) {
    const column = wanted[role];
    if (column === undefined || column === null || column === "") continue;
    if (!plan.columns.includes(column)) {
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
  if (mapping.product_name === undefined && mapping.product_id === undefined) {
    throw refuse("No column names the product.", "Choose a column for Product name or Product ID.");
  }
  if (kind === "sales" && mapping.date === undefined) {
    throw refuse("No column holds the date of the sale.", "Choose a column for Date.");
  }
  if (kind === "inventory" && mapping.current_stock === undefined) {
    throw refuse("No column holds the units in stock.", "Choose a column for Current stock.");
  }
  return {
    ...plan,
    kind,
    mapping,
    dateOrder: edits.dateOrder ?? plan.dateOrder,
    decimalMark: edits.decimalMark ?? plan.decimalMark,
    currency: edits.currency === undefined ? plan.currency : edits.currency,
  };
}

function refuse(message: string, hint: string): IngestError {
  return new IngestError({ kind: "not-understood", message, hint });
}
