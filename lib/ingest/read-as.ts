import { type ImportPlan, ROLES_OF, type Role } from "./plan";
import { roleWord } from "./set-aside-reasons";

const ORDERS = { "year-first": "", "day-first": " (day first)", "month-first": " (month first)" } as const;

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
  const total = plan.kind === "sales" && plan.mapping.amount === undefined && plan.mapping.unit_price !== undefined;
  const derived = total
    ? [plan.mapping.quantity === undefined ? "total from the price" : "total from quantity times price"]
    : [];
  const count = `${lines.toLocaleString("en-US")} ${lines === 1 ? "line" : "lines"}`;
  return `Read ${count} as ${plan.kind}: ${[...parts, ...derived].join(", ")}.`;
}
