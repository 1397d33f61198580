import { column } from "@/lib/query/column";
import { ALL, param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/cohorts.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

const later = (months: number) => column.double({ label: `+${months}`, unit: "share" });
/** Below so many customers a share says less than the count. */
const FEW = 10;
const isMonth = (name: string) => name.startsWith("month_");

/** Do customers come back? Cohorts by the month of the first purchase. METRICS: beyond the seven. */
export const cohorts = defineAnalysis({
  name: "cohorts",
  title: "Customers who come back",
  question: "Do customers come back?",
  query: defineQuery({
    name: "cohorts",
    text: sql,
    params: { cohorts: param.integer({ label: "Cohorts", default: 12, min: 1, max: 120 }) },
    row: {
      cohort: column.text({ label: "First bought in" }),
      customers: column.integer({ label: "Customers", unit: "count" }),
      month_01: later(1),
      month_02: later(2),
      month_03: later(3),
      month_04: later(4),
      month_05: later(5),
      month_06: later(6),
      month_07: later(7),
      month_08: later(8),
      month_09: later(9),
      month_10: later(10),
      month_11: later(11),
      month_12: later(12),
      is_first: column.boolean({ label: "First month of the data", hidden: true }),
      complete: column.boolean({ label: "Complete", hidden: true }),
    },
  }),
  phrase: [
    "Customers of the last ",
    { param: "cohorts" },
    " months they first bought in, and the share who bought again",
  ],
  columns: (columns, rows) =>
    columns.map((each) => {
      const unseen = isMonth(each.name) && rows.every((row) => row[each.name as "month_01"] === null);
      return unseen ? { ...each, hidden: true } : each;
    }),
  chart(_, rows) {
    const [first] = rows;
    const seen = Object.keys(first ?? {}).filter(
      (name) => isMonth(name) && rows.some((row) => row[name as "month_01"] !== null),
    );
    return seen.length === 0
      ? null
      : {
          type: "triangle",
          label: "cohort",
          size: "customers",
          values: seen,
          over: "months after the first purchase",
        };
  },
  totals: () => null,
  answer(rows, _, __, say) {
    const fair = rows.filter((row) => !row.is_first && row.complete && row.month_01 !== null);
    const known = fair.length > 0 ? fair : rows.filter((row) => row.month_01 !== null);
    const customers = known.reduce((sum, row) => sum + (row.customers ?? 0), 0);
    if (customers === 0) return [];
    const back = known.reduce((sum, row) => sum + (row.month_01 ?? 0) * (row.customers ?? 0), 0);
    const kind = fair.length > 0 ? "new" : "first";
    if (customers < FEW && Math.round(back) > 0) {
      const all = `${kind} ${plural(customers, "customer")}`;
      return customers === 1
        ? sentence`The only ${all} bought again in the month after the first.`
        : sentence`${strong(`${say.count(Math.round(back))} of ${say.count(customers)}`)} ${all} bought again in the month after their first.`;
    }
    const who = fair.length > 0 ? "new customers" : "the first customers";
    if (Math.round(back) === 0)
      return sentence`None of the ${fair.length > 0 ? "new" : "first"} customers bought again in the month after their first.`;
    return sentence`${strong(say.share(back / customers))} of ${who} bought again in the month after their first.`;
  },
  compares: (_, facts) => (facts.hasCustomer ? { measure: "customers", span: ALL } : null),
  notes: (rows, _, facts) => {
    if (!facts.hasSales)
      return ["There are no sales yet. Add a sales file with a customer column to see who comes back."];
    if (!facts.hasCustomer)
      return ["Customers are unknown because the file has no customer column. Add one to see who comes back."];
    if (rows.length === 0) return ["No line with a customer sold anything, so nobody can come back."];
    const notes: string[] = [];
    if (rows.every((row) => row.month_01 === null)) {
      const months = facts.months.length;
      notes.push(
        `The data has ${months} ${plural(months, "month")}: too few to see anyone come back a month later. Add more sales.`,
      );
    }
    if (rows.some((row) => row.is_first)) {
      notes.push("The first month holds all who were customers already, so it is not typical of new ones.");
    }
    return notes;
  },
});
