import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { tell, textTable } from "@/lib/std/testing/tell";
import type { Dropped } from "./testing/drop";
import { dropSet } from "./testing/drop-set";
import { present, type RealSet, ROOT, SETS } from "./testing/real-sets";

if (!present) tell("Real data is not here: the table of real figures is skipped.");

interface Ranked {
  product: string;
  quantity: string;
  revenue: string;
}

interface Truth {
  row_count: number;
  valid_rows: number;
  invalid_rows: number;
  total_revenue: string;
  total_quantity: string;
  first_date: string;
  last_date: string;
  distinct_products: number;
  distinct_transactions: number | null;
  top10_by_quantity: Ranked[];
  top10_by_revenue: Ranked[];
  monthly: { month: string; revenue: string; quantity: string; rows: number }[];
  inventory?: { total_units: string; total_value_at_cost: string };
}

const rowsOfTable: Record<string, string | number>[] = [];
let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => {
  if (rowsOfTable.length > 0) tell(textTable(rowsOfTable));
});

async function rows(sql: string) {
  return (await engine.runText(sql)).rows;
}

/** The truth counts a product by the column its set names; sales that know an id alone are named by the catalogue. */
const productOf = (set: RealSet) =>
  set.truth?.includes("by_stockcode")
    ? "sales.product_id::varchar"
    : `case when sales.product_name::varchar = sales.product_id::varchar then catalogue.product_name
        else sales.product_name::varchar end`;
const SOLD = "from sales left join catalogue on catalogue.product_id = sales.product_id::varchar";

async function figures(set: RealSet) {
  const [row] = await rows(`select coalesce(sum(amount), 0) as revenue, coalesce(sum(quantity), 0) as units,
    min(sold_at)::date as first_date, max(sold_at)::date as last_date, count(distinct ${productOf(set)}) as products,
    count(distinct transaction_id) as transactions ${SOLD}`);
  return row ?? {};
}

/** Exact text of a decimal without zeros at its end, as the truth writes it. */
const plain = (value: unknown) =>
  String(value)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

/** The café's lines with a date and a quantity whose total is there or can be computed; whole numbers, no quotes. */
function rebuiltByHand(text: string) {
  const number = (field = "") => (/^\s*-?\d+(\.\d+)?\s*$/.test(field) ? Number(field) : null);
  const found = { kept: 0, rebuilt: 0, revenue: 0 };
  for (const line of text.trim().split(/\r\n/).slice(1)) {
    const fields = line.split(",");
    const [quantity, price, total] = [number(fields[2]), number(fields[3]), number(fields[4])];
    const dated = /^\d\d-\d\d-\d{4}$/.test((fields[7] ?? "").trim());
    const amount = total ?? (quantity !== null && price !== null ? quantity * price : null);
    if (!dated || quantity === null || amount === null) continue;
    found.kept += 1;
    found.revenue += amount;
    if (total === null) found.rebuilt += 1;
  }
  return found;
}

function reasonsOf({ files }: Dropped): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { reason, lines } of files.flatMap(({ result }) => result.ledger.reasons)) {
    found[reason] = (found[reason] ?? 0) + lines;
  }
  return found;
}

describe.skipIf(!present)("real data", () => {
  it.each(SETS.map((set) => [set.name, set] as const))(
    "meets the figures computed elsewhere: %s",
    async (name, set) => {
      const truth = JSON.parse(readFileSync(resolve(ROOT, set.truth ?? ""), "utf8")) as Truth;
      const dropped = await dropSet(engine, set);
      const found = await figures(set);
      const { lines, kept, rejected, excluded } = dropped.sales;
      rowsOfTable.push({
        set: name,
        lines,
        kept,
        rejected,
        excluded,
        revenue: plain(found.revenue),
        expected: plain(truth.total_revenue),
      });

      const questions = dropped.files.flatMap(({ guess }) => guess.questions);
      const unexpected = questions.filter((question) => !set.asked?.some((pattern) => pattern.test(question)));
      expect(unexpected).toEqual([]);
      for (const pattern of set.asked ?? []) expect(questions.join("\n")).toMatch(pattern);
      const evidence = dropped.files.flatMap(({ guess }) => guess.evidence).join("\n");
      for (const pattern of set.shown ?? []) expect(evidence).toMatch(pattern);

      expect({ lines, kept, aside: rejected + excluded }).toEqual({
        lines: truth.row_count,
        kept: truth.valid_rows,
        aside: truth.invalid_rows,
      });
      expect({
        revenue: plain(found.revenue),
        units: plain(found.units),
        first: found.first_date,
        last: found.last_date,
        products: found.products,
        transactions: truth.distinct_transactions === null ? null : found.transactions,
      }).toEqual({
        revenue: plain(truth.total_revenue),
        units: plain(truth.total_quantity),
        first: truth.first_date,
        last: truth.last_date,
        products: truth.distinct_products,
        transactions: truth.distinct_transactions,
      });
      const months = await rows(
        "select strftime(sold_at, '%Y-%m') as month, sum(amount) as revenue, sum(quantity) as quantity, count(*) as n from sales group by 1 order by 1",
      );
      expect(months.map((month) => [month.month, plain(month.revenue), plain(month.quantity), month.n])).toEqual(
        truth.monthly
          .filter((month) => month.rows > 0)
          .map((month) => [month.month, plain(month.revenue), plain(month.quantity), month.rows]),
      );
      if (set.reasons) expect(reasonsOf(dropped)).toEqual(set.reasons);
      if (set.stock) {
        const [stock] =
          await rows(`select sum(current_stock) as units, sum(current_stock * coalesce(inventory.unit_cost, catalogue.unit_cost)) as value
          from inventory left join catalogue on catalogue.product_id = inventory.product_id::varchar`);
        expect([plain(stock?.units), plain(stock?.value)]).toEqual([
          plain(truth.inventory?.total_units),
          plain(truth.inventory?.total_value_at_cost),
        ]);
      }
      const top = await rows(`select ${productOf(set)} as product, sum(quantity) as quantity, sum(amount) as revenue
        ${SOLD} group by 1 order by quantity desc, revenue desc, product limit 10`);
      expect(top.map((row) => [row.product, plain(row.quantity), plain(row.revenue)])).toEqual(
        truth.top10_by_quantity.map((row) => [row.product, plain(row.quantity), plain(row.revenue)]),
      );
    },
    120_000,
  );

  it("rebuilds an unreadable total where quantity and price are known, and counts it", async () => {
    const path = "dirty-cafe/variant_excel_resaved.csv";
    const set: RealSet = { name: "dirty-cafe (rebuilt)", files: [path], truth: null };
    const { files, sales } = await dropSet(engine, set);
    const found = await figures(set);
    const meant = rebuiltByHand(readFileSync(resolve(ROOT, path), "utf8"));
    rowsOfTable.push({ set: set.name, ...sales, revenue: plain(found.revenue), expected: plain(meant.revenue) });
    expect({ kept: sales.kept, revenue: plain(found.revenue) }).toEqual({
      kept: meant.kept,
      revenue: plain(meant.revenue),
    });
    const warning = files[0]?.result.ledger.warnings.find(({ change }) => change?.rule === "rebuilt-total");
    expect(meant.rebuilt).toBeGreaterThan(0);
    expect(warning?.sentence).toContain(meant.rebuilt.toLocaleString("en-US"));
  });

  it("gives the same results for three spellings of the same sales", async () => {
    const seen = [];
    for (const spelling of ["iso_snakecase", "bom_snakecase", "month_name_date"]) {
      const { files } = await dropSet(engine, {
        name: spelling,
        files: [`retail-sales-kaggle/variant_${spelling}.csv`],
        truth: null,
      });
      expect(files.flatMap(({ guess }) => guess.questions)).toEqual([]);
      seen.push(await rows("select sold_at::date as day, product_id, quantity, amount from sales order by all"));
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it("says what can still be said of baskets without prices", async () => {
    const set: RealSet = { name: "bakery-breadbasket", files: ["bakery-breadbasket/bakery_sales.csv"], truth: null };
    const { files, sales } = await dropSet(engine, set);
    const found = await figures(set);
    rowsOfTable.push({ set: set.name, ...sales, revenue: plain(found.revenue), expected: "" });
    expect(files[0]?.guess.questions.join(" ")).toMatch(/No price or total column/);
    expect(sales).toEqual({ lines: 21_293, kept: 21_293, rejected: 0, excluded: 0 });
    expect(plain(found.revenue)).toBe("0");
    expect(plain(found.units)).toBe("21293");
  });
});
