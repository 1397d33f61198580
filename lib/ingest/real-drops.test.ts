import { existsSync, openAsBlob, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { DataKind } from "@/lib/std/data-kind";
import { tell } from "@/lib/std/testing/tell";
import { inspectFile } from "./inspect-file";
import type { Guess } from "./plan";
import { planTogether } from "./plan-together";

const ROOT = resolve(process.cwd(), "../shared/data");
const present = existsSync(ROOT);
if (!present) tell("Real data is not here: real drops are not looked at.");

async function dropped(folder: string, skip: readonly string[] = []): Promise<readonly Guess[]> {
  const names = readdirSync(resolve(ROOT, folder)).filter((name) => name.endsWith(".csv") && !skip.includes(name));
  const guesses = await Promise.all(
    names.map(async (name) => ({
      guess: await inspectFile(Object.assign(await openAsBlob(resolve(ROOT, folder, name)), { name })),
    })),
  );
  return planTogether(guesses, []);
}

const kindsOf = (guesses: readonly Guess[]) =>
  Object.fromEntries(guesses.map(({ fileName, plan }) => [fileName.replace(/\.csv$|AdventureWorks_/g, ""), plan.kind]));

describe.skipIf(!present)("files of one shop that are dropped together", () => {
  it.each<[string, readonly string[], Record<string, DataKind>]>([
    ["maven-toys", [], { sales: "sales", products: "products", inventory: "inventory", stores: "stores" }],
    [
      "classicmodels",
      [],
      {
        orderdetails: "sales",
        orders: "orders",
        products: "inventory",
        customers: "table",
        employees: "table",
        offices: "table",
        payments: "table",
        productlines: "table",
      },
    ],
    [
      "adventureworks-clean",
      [],
      {
        Sales_2015: "sales",
        Sales_2016: "sales",
        Sales_2017: "sales",
        Returns: "returns",
        Products: "products",
        Product_Categories: "table",
        Product_Subcategories: "table",
        Customers: "table",
        Calendar: "table",
        Territories: "table",
      },
    ],
    ["india-orders", [], { "List of Orders": "orders", "Order Details": "sales", "Sales target": "table" }],
    [
      "northwind-mssql",
      ["derived_flat_sales.csv", "derived_flat_inventory.csv"],
      {
        OrderDetails: "sales",
        Orders: "orders",
        Products: "inventory",
        Categories: "table",
        Customers: "table",
        Suppliers: "table",
      },
    ],
  ])("are each known for what they are, without a question: %s", async (folder, skip, kinds) => {
    const guesses = await dropped(folder, skip);
    expect(kindsOf(guesses)).toEqual(kinds);
    expect(guesses.flatMap(({ questions }) => questions)).toEqual([]);
  });

  it("say where dates and prices come from", async () => {
    const evidence = async (folder: string) => (await dropped(folder)).flatMap((guess) => guess.evidence);
    expect(await evidence("maven-toys")).toContain("Prices come from products.csv through Product_ID.");
    expect(await evidence("classicmodels")).toContain("Dates come from orders.csv through orderNumber.");
    expect(await evidence("india-orders")).toContain("The file names no products; Sub-Category stands in for them.");
  });
});

describe.skipIf(!present)("files whose figures need a choice", () => {
  const alone = async (path: string) =>
    inspectFile(Object.assign(await openAsBlob(resolve(ROOT, path)), { name: "alone.csv" }));

  it("ask for it: a price without a quantity, sales without a price", async () => {
    expect((await alone("alura-latam/tienda_1.csv")).questions).toEqual([
      "No quantity column was found. Choose one, or go on: each line will then count as one unit at its price.",
    ]);
    expect((await alone("bakery-breadbasket/bakery_sales.csv")).questions).toEqual([
      "No price or total column was found. Choose one, or go on: revenue will then be 0 and only units count.",
    ]);
  });

  it("say it: a category that stands in for the products", async () => {
    const guess = await alone("supermarket-sales/supermarket_Sales.csv");
    expect(guess.questions).toEqual([]);
    expect(guess.evidence).toContain("The file names no products; Product line stands in for them.");
  });
});
