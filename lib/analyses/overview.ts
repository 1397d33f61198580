import { column } from "@/lib/query/column";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/overview.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

/** How is the shop doing? One row per scope: all, month, previous, last_year. METRICS: overview. */
export const overview = defineAnalysis({
  name: "overview",
  title: "Overview",
  question: "How is the shop doing?",
  query: defineQuery({
    name: "overview",
    text: sql,
    params: {},
    row: {
      scope: column.text({ label: "Scope" }),
      period: column.text({ label: "Period" }),
      net_revenue: column.decimal({ label: "Net revenue", unit: "money" }),
      gross_revenue: column.decimal({ label: "Gross revenue", unit: "money" }),
      returned_amount: column.decimal({ label: "Returned", unit: "money" }),
      returned_share: column.double({ label: "Returned", unit: "share" }),
      units: column.decimal({ label: "Units", unit: "quantity" }),
      orders: column.integer({ label: "Orders", unit: "count" }),
      average_order_value: column.decimal({ label: "Average order", unit: "money" }),
      products: column.integer({ label: "Products sold", unit: "count" }),
      customers: column.integer({ label: "Customers", unit: "count" }),
      first_day: column.date({ label: "First day" }),
      as_of: column.date({ label: "As of" }),
      lines_without_order: column.integer({ label: "Lines without an order", unit: "count", hidden: true }),
      complete_months: column.integer({ label: "Complete months", unit: "count", hidden: true }),
      is_best_month: column.boolean({ label: "Best month", hidden: true }),
    },
  }),
  phrase: [],
  columns: (columns) => columns,
  chart: () => null,
  totals: () => null,
  answer(rows, _, facts, say) {
    const whole = rows.find((row) => row.scope === "all");
    if (!whole) return [];
    const months = facts.months.length;
    const span =
      months <= 1
        ? `${facts.firstDay === facts.asOf ? "on" : "up to"} ${say.date(whole.as_of ?? "")}`
        : `in ${months} months`;
    const priced = Number(whole.gross_revenue) !== 0 || Number(whole.returned_amount) !== 0;
    if (!priced)
      return sentence`${strong(`${say.quantity(whole.units ?? 0)} ${plural(Number(whole.units), "unit")}`)} ${span}.`;
    const total = strong(say.moneyShort(whole.net_revenue ?? 0));
    const month = rows.find((row) => row.scope === "month");
    if (!month?.period) return sentence`${total} ${span}.`;
    const name = say.month(`${month.period}-01`);
    const earned = Number(month.net_revenue);
    if (earned === 0) return sentence`${total} ${span}. Nothing was earned in ${name}.`;
    if (earned < 0) return sentence`${total} ${span}. In ${name} more was returned than sold.`;
    const against = rows.find((row) => row.scope === "last_year") ?? rows.find((row) => row.scope === "previous");
    const before = Number(against?.net_revenue ?? 0);
    const change = before > 0 ? (100 * (earned - before)) / before : null;
    const than = against?.period ? say.month(`${against.period}-01`) : "";
    const best = month.is_best_month === true && (month.complete_months ?? 0) >= 3;
    if (change === null)
      return best ? sentence`${total} ${span}. ${name} was the best month yet.` : sentence`${total} ${span}.`;
    const level = Math.abs(change) < 0.05;
    const moved = level ? strong("level with") : strong(`${say.percent(change)} ${change > 0 ? "above" : "below"}`);
    return best
      ? sentence`${total} ${span}. ${name} was the best month yet, ${moved} ${than}.`
      : sentence`${total} ${span}. ${name} was ${moved} ${than}.`;
  },
  notes: (rows, _, facts) => {
    if (!facts.hasSales) {
      const stock = facts.hasInventory ? " The stock list is here and waits for it." : "";
      return [`There are no sales yet. Add a sales file to see revenue, units and trends.${stock}`];
    }
    const notes: string[] = [];
    const [whole] = rows;
    if (whole && Number(whole.gross_revenue) === 0 && Number(whole.returned_amount) === 0) {
      notes.push(
        "All amounts are zero, so only units can be told. Add a total or unit price column, or a product list with prices.",
      );
    }
    const loose = rows[0]?.lines_without_order ?? 0;
    if (facts.hasTransaction && loose > 0) {
      notes.push(
        `${loose} ${plural(loose, "line names no order: it counts", "lines name no order: they count")} in revenue, not in orders or the average order.`,
      );
    }
    if (!facts.hasTransaction)
      notes.push("Orders are unknown because the file has no transaction or invoice column. Add one to see them.");
    if (!facts.hasCustomer)
      notes.push("Customers are unknown because the file has no customer column. Add one to count them.");
    if (!rows.some((row) => row.scope === "month")) {
      notes.push(
        `No month is complete yet, so nothing is compared: the data has ${facts.months.length} unfinished ${plural(facts.months.length, "month")}.`,
      );
    }
    return notes;
  },
});
