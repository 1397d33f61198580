import { existsSync, openAsBlob, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import type { NamedBlob } from "./decode";
import { defineRelations } from "./define-relations";
import { inspectFile } from "./inspect-file";
import { readFile } from "./read-file";

const ROOT = resolve(process.cwd(), "../shared/data");
const present = existsSync(ROOT);
if (!present) console.info("Real data is not here: its tests are skipped.");

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function open(path: string): Promise<NamedBlob> {
  return Object.assign(await openAsBlob(resolve(ROOT, path)), { name: basename(path) });
}

interface Truth {
  row_count: number;
  valid_rows: number;
  total_revenue: string;
  total_quantity: string;
  first_date: string;
  last_date: string;
  distinct_products: number;
}

function truthOf(path: string): Truth {
  return JSON.parse(readFileSync(resolve(ROOT, path), "utf8")) as Truth;
}

/** Reads a file as it is guessed, without a question; totals that cannot be read are not worked out, as elsewhere. */
async function read(path: string, id: string) {
  const file = await open(path);
  const guess = await inspectFile(file);
  expect(guess.questions).toEqual([]);
  return {
    guess,
    result: await readFile(engine, file, { ...guess.plan, rules: { "rebuilt-total": false } }, { id, thisYear: 2026 }),
  };
}

async function one(sql: string) {
  return (await engine.runText(sql)).rows[0];
}

describe.skipIf(!present)("real sales files", () => {
  it.each([
    ["uci-online-retail/online-retail.csv", "uci-online-retail/truth.json"],
    ["northwind-mssql/derived_flat_sales.csv", "northwind-mssql/truth.json"],
    ["superstore/Sample - Superstore.csv", "superstore/truth.json"],
    ["retail-sales-kaggle/variant_iso_snakecase.csv", "retail-sales-kaggle/truth.json"],
    ["retail-sales-kaggle/variant_bom_snakecase.csv", "retail-sales-kaggle/truth_bom.json"],
    ["retail-sales-kaggle/variant_month_name_date.csv", "retail-sales-kaggle/truth_month_name.json"],
    ["supermarket-sales/supermarket_Sales.csv", "supermarket-sales/truth.json"],
    ["dirty-cafe/variant_excel_resaved.csv", "dirty-cafe/truth.json"],
  ])("foot to the figures computed elsewhere: %s", async (path, truthPath) => {
    const truth = truthOf(truthPath);
    const { result } = await read(path, "real");
    expect(result.ledger.lines).toBe(truth.row_count);
    expect(result.ledger.kept).toBe(truth.valid_rows);
    expect(result.ledger.kept + result.ledger.rejected + result.ledger.excluded).toBe(truth.row_count);
    expect([result.firstDay, result.lastDay]).toEqual([truth.first_date, truth.last_date]);
    const sums = await one(
      "select sum(amount) as amount, sum(quantity) as quantity, count(distinct product_name) as products from sales_real",
    );
    expect(sums).toEqual({
      amount: truth.total_revenue,
      quantity: truth.total_quantity,
      products: truth.distinct_products,
    });
  });

  it("of twelve months, with blank lines and repeated headers, add up to the year", async () => {
    const months = [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ];
    const truth = truthOf("keithgalli-electronics/truth.json");
    const totals = { lines: 0, kept: 0, excluded: 0, rejected: 0 };
    const sets = [];
    for (const month of months) {
      const { result } = await read(`keithgalli-electronics/Sales_${month}_2019.csv`, month);
      for (const key of ["lines", "kept", "excluded", "rejected"] as const) totals[key] += result.ledger[key];
      sets.push({ id: month, kind: "sales" as const, hasSetAside: result.setAside !== null });
    }
    expect(totals).toEqual({ lines: truth.row_count, kept: truth.valid_rows, excluded: 900, rejected: 0 });
    await defineRelations(engine, sets);
    expect(await one("select sum(amount) as amount, sum(quantity) as quantity from sales")).toEqual({
      amount: truth.total_revenue,
      quantity: truth.total_quantity,
    });
  });
});

describe.skipIf(!present)("a wholesaler's half million lines", () => {
  it("are guessed without a question", async () => {
    const guess = await inspectFile(await open("uci-online-retail/online-retail.csv"));
    expect(guess.plan.mapping).toEqual({
      date: "InvoiceDate",
      product_name: "Description",
      product_id: "StockCode",
      quantity: "Quantity",
      unit_price: "UnitPrice",
      customer: "CustomerID",
      transaction: "InvoiceNo",
    });
    expect(guess.questions).toEqual([]);
  });

  it("have one catalogue entry a product", async () => {
    await read("uci-online-retail/online-retail.csv", "uci");
    await defineRelations(engine, [{ id: "uci", kind: "sales", hasSetAside: false }]);
    expect(await one("select count(*) as n, count(distinct product_id) as ids from catalogue")).toEqual({
      n: 4070,
      ids: 4070,
    });
  });
});

describe.skipIf(!present)("real stock lists", () => {
  it("meet the sales of the same shop by name", async () => {
    await read("northwind-mssql/derived_flat_sales.csv", "ns");
    const { result } = await read("northwind-mssql/derived_flat_inventory.csv", "ni");
    expect(result.ledger).toMatchObject({ lines: 77, kept: 77 });
    await defineRelations(engine, [
      { id: "ns", kind: "sales", hasSetAside: false },
      { id: "ni", kind: "inventory", hasSetAside: false },
    ]);
    expect(
      await one("select count(*) as n, sum(current_stock) as units, count(unit_cost) as costs from inventory"),
    ).toEqual({
      n: 77,
      units: "3119",
      costs: 0,
    });
    expect(
      await one(
        "select count(*) as n from inventory semi join sales on sales.product_id::varchar = inventory.product_id",
      ),
    ).toEqual({ n: 77 });
  });

  it("may have quoted line ends, semicolons and costs", async () => {
    const { guess, result } = await read("classicmodels/products.csv", "cm");
    expect(guess.plan.mapping).toMatchObject({ current_stock: "quantityInStock", unit_cost: "buyPrice" });
    expect(result.ledger).toMatchObject({ lines: 110, kept: 110 });
    const { guess: second } = await read("adventureworks-oltp/derived_inventory.csv", "aw");
    expect(second.plan).toMatchObject({
      kind: "inventory",
      mapping: { unit_cost: "Unit Cost", last_updated: "Last Updated" },
    });
  });

  it("of order lines without a date ask for it", async () => {
    const guess = await inspectFile(await open("classicmodels/orderdetails.csv"));
    expect(guess.questions).toEqual(["No date column was found. Choose the column with the date of the sale."]);
  });
});
