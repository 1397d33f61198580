import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { defineRelations, type ReadSet } from "./define-relations";
import { inspectFile } from "./inspect-file";
import { readFile } from "./read-file";

let engine: NodeEngine;
let sets: ReadSet[] = [];
beforeAll(async () => {
  engine = await openNodeEngine();
});
beforeEach(() => {
  sets = [];
});

/** Reads a file into the engine as one more data set. */
async function add(text: string): Promise<void> {
  const file = Object.assign(new Blob([text]), { name: `file${sets.length}.csv` });
  const { plan } = await inspectFile(file);
  const id = `d${sets.length}`;
  const { setAside } = await readFile(engine, file, plan, { id });
  sets.push({ id, kind: plan.kind, hasSetAside: setAside !== null });
}

async function rows(sql: string) {
  return (await engine.runText(sql)).rows;
}

const SALES =
  "Date,SKU,Product,Category,Qty,Total\n2024-01-05,T1,Tea,Drinks,1,2\n2024-01-06,T1,Tea,Drinks,1,2\n2024-01-16,T1,Tea loose,Leaves,1,2\n2024-01-17,C1,Cake,,x,4\n2024-01-18,C1,Cake,,1,4\n2024-01-19,C1,Cake,,1,4\n2024-01-20,C1,Cake,,1,4\n";

describe("the relations", () => {
  it("exist with their columns and types when there is no data", async () => {
    await defineRelations(engine, []);
    const types = async (name: string) =>
      Object.fromEntries(
        (await rows(`select column_name as c, column_type as t from (describe ${name})`)).map((row) => [row.c, row.t]),
      );
    expect(await types("sales")).toEqual({
      sold_at: "DATE",
      product_id: "VARCHAR",
      product_name: "VARCHAR",
      category: "VARCHAR",
      quantity: "DECIMAL(18,3)",
      unit_price: "DECIMAL(18,4)",
      amount: "DECIMAL(18,4)",
      unit_cost: "DECIMAL(18,4)",
      customer_id: "VARCHAR",
      transaction_id: "VARCHAR",
      store: "VARCHAR",
      source_file: "VARCHAR",
      source_line: "BIGINT",
    });
    expect(await types("inventory")).toEqual({
      product_id: "VARCHAR",
      product_name: "VARCHAR",
      category: "VARCHAR",
      current_stock: "DECIMAL(18,3)",
      unit_cost: "DECIMAL(18,4)",
      last_updated: "DATE",
      store: "VARCHAR",
    });
    expect(await types("products")).toEqual({
      product_id: "VARCHAR",
      product_name: "VARCHAR",
      category: "VARCHAR",
      unit_price: "DECIMAL(18,4)",
      unit_cost: "DECIMAL(18,4)",
    });
    expect(await types("catalogue")).toEqual({
      product_id: "VARCHAR",
      product_name: "VARCHAR",
      category: "VARCHAR",
      unit_cost: "DECIMAL(18,4)",
    });
    expect(await types("product_sales")).toEqual({
      product_id: "VARCHAR",
      sale_lines: "BIGINT",
      quantity: "DECIMAL(38,3)",
      revenue: "DECIMAL(38,4)",
      gross_revenue: "DECIMAL(38,4)",
      last_sold_on: "DATE",
      costed_amount: "DECIMAL(38,4)",
      costed_quantity: "DECIMAL(38,3)",
      costed_cost: "DECIMAL(38,7)",
      average_cost: "DOUBLE",
    });
    expect(await types("product_seasons")).toEqual({
      product_id: "VARCHAR",
      months_observed: "BIGINT",
      quantity: "DOUBLE",
      score: "DOUBLE",
      too_few_sales: "BOOLEAN",
      month_indexes: "DOUBLE[]",
      peaks: "BIGINT[]",
      lows: "BIGINT[]",
    });
    expect(await types("complete_months")).toEqual({
      month: "DATE",
      position: "BIGINT",
      months_ago: "BIGINT",
      observed: "BIGINT",
    });
    expect(await types("product_months")).toEqual({
      product_id: "VARCHAR",
      month: "DATE",
      months_ago: "BIGINT",
      revenue: "DECIMAL(38,4)",
      squares: "DOUBLE",
    });
    expect(await types("coming_seasons")).toEqual({
      product_id: "VARCHAR",
      score: "DOUBLE",
      next_peak_on: "DATE",
      peak_index: "DOUBLE",
    });
    for (const name of [
      "sales",
      "inventory",
      "products",
      "catalogue",
      "set_aside",
      "complete_months",
      "coming_seasons",
    ]) {
      expect(await rows(`select count(*) as n from ${name}`)).toEqual([{ n: 0 }]);
    }
  });

  it("show one file as it is, its dictionaries included, and its lines set aside", async () => {
    await add(SALES);
    await defineRelations(engine, sets);
    expect(await rows("select typeof(product_name) as t, count(*) as n from sales group by 1")).toEqual([
      { t: "ENUM('(blank)', 'Cake', 'Tea', 'Tea loose')", n: 6 },
    ]);
    expect(await rows("from set_aside")).toEqual([
      {
        source_file: "file0.csv",
        source_line: 5,
        fate: "rejected",
        reason: "quantity is not a number",
        raw: "2024-01-17,C1,Cake,,x,4",
      },
    ]);
  });

  it("unite files of different columns and dates with and without hours", async () => {
    await add(SALES);
    await add("Order date,Product,Qty,Price,Shop\n2024-02-05 10:30,Tea,2,3,North\n2024-02-16 11:00,Tea,1,3,North\n");
    await defineRelations(engine, sets);
    expect(
      await rows(
        "select count(*) as n, sum(amount) as a, count(store) as stores, max(sold_at) as last, min(sold_at) as first from sales",
      ),
    ).toEqual([{ n: 8, a: "27", stores: 2, last: "2024-02-16T11:00:00", first: "2024-01-05T00:00:00" }]);
  });

  it("follow the data sets when they change", async () => {
    await add(SALES);
    await add("Product,Stock\nTea,5\n");
    await defineRelations(engine, sets);
    await defineRelations(engine, [{ id: "d1", kind: "inventory", hasSetAside: false }]);
    expect(
      await rows(
        "select (select count(*) from sales) as s, (select count(*) from inventory) as i, (select count(*) from catalogue) as c",
      ),
    ).toEqual([{ s: 0, i: 1, c: 1 }]);
  });
});

describe("the inventory", () => {
  it("of names takes the ids the names are sold under", async () => {
    await add(SALES);
    await add("Product,Stock,Unit cost\n Tea ,5,1.25\nMilk,3,0.50\n");
    await defineRelations(engine, sets);
    expect(await rows("select product_id, product_name::varchar as n from inventory order by 1")).toEqual([
      { product_id: "Milk", n: "Milk" },
      { product_id: "T1", n: "Tea" },
    ]);
  });

  it("of ids and names meets sales that know names only", async () => {
    await add("Date,Product,Qty,Total\n2024-01-15,Tea,1,2\n");
    await add("SKU,Product,Stock\nT1,Tea,5\nT2,Tea,1\nM1,Milk,3\n");
    await defineRelations(engine, sets);
    expect(await rows("select product_id, sum(current_stock) as s from inventory group by 1 order by 1")).toEqual([
      { product_id: "M1", s: "3" },
      { product_id: "Tea", s: "6" },
    ]);
  });

  it("keeps its own ids where sales have ids too", async () => {
    await add(SALES);
    await add("SKU,Product,Stock\nT9,Tea,5\nC1,Cake,1\n");
    await defineRelations(engine, sets);
    expect(await rows("select product_id from inventory order by 1")).toEqual([
      { product_id: "C1" },
      { product_id: "T9" },
    ]);
  });
});

describe("the catalogue", () => {
  it("has the most frequent name and category of each product sold, and the cost of the stock list", async () => {
    await add(SALES);
    await add("SKU,Product,Category,Stock,Unit cost\nT1,Black tea,Hot,5,1.25\nC1,Cake,Food,2,\nM1,Milk,Dairy,3,0.50\n");
    await defineRelations(engine, sets);
    expect(await rows("from catalogue")).toEqual([
      { product_id: "C1", product_name: "Cake", category: "Food", unit_cost: null },
      { product_id: "M1", product_name: "Milk", category: "Dairy", unit_cost: "0.5" },
      { product_id: "T1", product_name: "Tea", category: "Drinks", unit_cost: "1.25" },
    ]);
  });

  it("breaks ties by the alphabet and prefers any name to none", async () => {
    await add(
      "Date,SKU,Product,Qty,Total\n2024-01-15,A,Zoe,1,1\n2024-01-15,A,Ann,1,1\n2024-01-15,B,,1,1\n2024-01-15,B,,1,1\n2024-01-15,B,Bo,1,1\n2024-01-15,C,,1,1\n",
    );
    await defineRelations(engine, sets);
    expect(await rows("select product_id, product_name from catalogue")).toEqual([
      { product_id: "A", product_name: "Ann" },
      { product_id: "B", product_name: "Bo" },
      { product_id: "C", product_name: "(blank)" },
    ]);
  });
});
