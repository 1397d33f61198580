import { existsSync, openAsBlob } from "node:fs";
import { basename, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { tell } from "@/lib/std/testing/tell";
import type { NamedBlob } from "./decode";
import { defineRelations } from "./define-relations";
import { inspectFile } from "./inspect-file";
import { readFile } from "./read-file";

const ROOT = resolve(process.cwd(), "../shared/data");
const present = existsSync(ROOT);
if (!present) tell("Real data is not here: its tests are skipped.");

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function open(path: string): Promise<NamedBlob> {
  return Object.assign(await openAsBlob(resolve(ROOT, path)), { name: basename(path) });
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
