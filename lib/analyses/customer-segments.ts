import { column } from "@/lib/query/column";
import { ALL } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/customer-segments.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

const LEAST_CUSTOMERS = 5;

/** Which customers are worth what? Recency, frequency, monetary fifths. METRICS: beyond the seven. */
export const customerSegments = defineAnalysis({
  name: "customer_segments",
  title: "Customer segments",
  question: "Which customers are worth what?",
  query: defineQuery({
    name: "customer_segments",
    text: sql,
    params: {},
    row: {
      segment: column.text({ label: "Segment" }),
      customers: column.integer({ label: "Customers", unit: "count" }),
      customer_share: column.double({ label: "Share of customers", unit: "share", parts: true }),
      revenue: column.decimal({ label: "Revenue", unit: "money" }),
      revenue_share: column.double({ label: "Share of revenue", unit: "share", parts: true }),
      average_revenue: column.decimal({ label: "Revenue a customer", unit: "money" }),
      average_orders: column.double({ label: "Orders a customer", unit: "turns" }),
      average_days: column.double({ label: "Days since last order", unit: "days" }),
      largest: column.text({ label: "Largest" }),
      known_revenue: column.decimal({ label: "Revenue of known customers", unit: "money", hidden: true }),
      all_revenue: column.decimal({ label: "Net revenue", unit: "money", hidden: true }),
    },
  }),
  phrase: ["Customers by how recently, how often and for how much they bought"],
  columns: (columns) => columns,
  chart: (_, rows) => (rows.length === 0 ? null : { type: "bars", label: "segment", value: "revenue" }),
  totals: (rows) =>
    rows.length === 0
      ? null
      : {
          segment: "Total",
          customers: rows.reduce((sum, row) => sum + (row.customers ?? 0), 0),
          customer_share: 1,
          revenue: sumDecimals(rows.map((row) => row.revenue)),
          revenue_share: rows.some((row) => row.revenue_share !== null) ? 1 : null,
        },
  answer(rows, _, __, say) {
    const counted = (row: (typeof rows)[number]) =>
      `${say.count(row.customers ?? 0)} ${plural(row.customers ?? 0, "customer")}`;
    const best = rows.find((row) => row.segment === "Champions") ?? rows.find((row) => row.segment === "Loyal");
    const risk = rows.find((row) => row.segment === "At risk");
    const all = rows.reduce((sum, row) => sum + (row.customers ?? 0), 0);
    if (all === 0) return [];
    if (rows.every((row) => row.average_days === null)) {
      return sentence`${strong(`${say.count(all)} ${plural(all, "customer")}`)} only returned; none of them bought.`;
    }
    if (all < LEAST_CUSTOMERS) {
      return sentence`${strong(`${say.count(all)} ${plural(all, "customer")}`)} bought under a name or number.`;
    }
    const share = best?.revenue_share ?? null;
    const telling = best !== undefined && share !== null && share > 0 && share <= 1;
    const first = telling
      ? sentence`${strong(counted(best))} who ${best.customers === 1 ? "buys" : "buy"} often bring${best.customers === 1 ? "s" : ""} ${strong(say.share(share))} of the revenue`
      : sentence`${strong(`${say.count(all)} ${plural(all, "customer")}`)} bought under a name or number`;
    if (!risk || Number(risk.revenue) <= 0) return [...first, ...sentence`.`];
    const were =
      risk.customers === 1
        ? "one good customer has"
        : `${counted(risk)} worth ${say.moneyShort(risk.revenue ?? 0)} have`;
    return [
      ...first,
      ...sentence`; ${were} not come back for ${say.count(Math.round(risk.average_days ?? 0))} ${plural(Math.round(risk.average_days ?? 0), "day")} or so.`,
    ];
  },
  compares: (_, facts) => (facts.hasCustomer ? { measure: "customers", span: ALL } : null),
  notes: (rows, _, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file with a customer column to see segments."];
    if (!facts.hasCustomer)
      return ["Customers are unknown because the file has no customer column. Add one to see segments."];
    const notes: string[] = [];
    const [first] = rows;
    const all = rows.reduce((sum, row) => sum + (row.customers ?? 0), 0);
    if (all > 0 && all < LEAST_CUSTOMERS) {
      notes.push(`Segments are fifths of all customers, and ${all} cannot be parted into five: they say nothing yet.`);
    } else if (all < 25)
      notes.push(`${all} ${plural(all, "customer is", "customers are")} few for fifths: take the segments as a hint.`);
    const known = Number(first?.known_revenue ?? 0) / Number(first?.all_revenue ?? 0);
    if (known >= 0 && known < 0.995) {
      notes.push(`${Math.round(100 * (1 - known))}% of the revenue has no customer and is not in the segments.`);
    }
    if (!facts.hasTransaction) notes.push("Orders are unknown, so days with a purchase are counted instead.");
    return notes;
  },
});
