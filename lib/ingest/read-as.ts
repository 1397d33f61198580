import { type ImportPlan, lacksOf, ROLES_OF, type Role } from "./plan";
import { roleWord } from "./set-aside-reasons";

const ORDERS = { "year-first": "", "day-first": " (day first)", "month-first": " (month first)" } as const;

const KIND_WORDS: Readonly<Record<ImportPlan["kind"], string>> = {
  sales: "sales",
  returns: "returns",
  inventory: "inventory",
  products: "products",
  orders: "orders",
  stores: "stores",
  table: "an ordinary table",
};

function word(role: Role): string {
  if (role === "product_name") return "product";
  if (role === "product_id") return "product id";
  return roleWord(role);
}

/** How a file was read, as one quiet sentence: "Read 541,909 lines as sales: date from InvoiceDate, ...". */
export function readAsSentence(plan: ImportPlan, lines: number): string {
  const parts = ROLES_OF[plan.kind].flatMap((role) => {
    const column = plan.mapping[role];
    if (column === undefined) return [];
    return [`${word(role)} from ${column}${role === "date" ? ORDERS[plan.dateOrder] : ""}`];
  });
  const kind = plan.recipe === null ? KIND_WORDS[plan.kind] : `${KIND_WORDS[plan.kind]} (${plan.recipe})`;
  const count = `${lines.toLocaleString("en-US")} ${lines === 1 ? "line" : "lines"}`;
  const all = [...parts, ...derived(plan)];
  return `Read ${count} as ${kind}${all.length > 0 ? `: ${all.join(", ")}` : ""}.`;
}

/** Figures that come from other columns or other files. */
function derived(plan: ImportPlan): string[] {
  if (plan.kind !== "sales" && plan.kind !== "returns") return [];
  const lacks = lacksOf(plan);
  const date = lacks.includes("date") ? ["date from the list of orders"] : [];
  if (lacks.includes("price") || plan.mapping.amount !== undefined) return date;
  const less = plan.mapping.discount === undefined ? "" : " less the discount";
  const total = plan.mapping.quantity === undefined ? "total from the price" : "total from quantity times price";
  return [...date, `${total}${less}`];
}
