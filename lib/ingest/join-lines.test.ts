import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { defineRelations } from "./define-relations";
import { joinedTables, lackingPrice, set } from "./testing/read-sets";
import { inventoryTable, ordersTable, productsTable, salesTable, storesTable } from "./testing/shop-tables";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
beforeEach(async () => {
  await defineRelations(engine, []);
});

const rows = async (sql: string) => (await engine.runText(sql)).rows;

describe("lines without prices", () => {
  beforeEach(async () => {
    await salesTable(engine, "sales_s", [
      { day: "2026-01-01", id: "1", quantity: 2 },
      { day: "2026-01-02", id: "2", quantity: 3 },
      { day: "2026-01-03", id: "9", quantity: 1 },
      { day: "2026-01-04", id: "3", quantity: 1 },
    ]);
    await productsTable(engine, "products_p", [
      { id: "1", name: "Tea", category: "Drinks", price: "2.50", cost: "1.25" },
      { id: "2", name: "Cake", category: "Food", price: "4" },
      { id: "3", name: "Free" },
    ]);
  });

  it("take them from the product list by product id; those without a price do not count and say why", async () => {
    const unmatched = await defineRelations(engine, [set("s", "sales", lackingPrice), set("p", "products")]);
    expect(
      await rows("select sold_at, product_id::varchar as id, quantity, unit_price, amount, source_line from sales"),
    ).toEqual([
      { sold_at: "2026-01-01", id: "1", quantity: "2", unit_price: "2.5", amount: "5", source_line: 2 },
      { sold_at: "2026-01-02", id: "2", quantity: "3", unit_price: "4", amount: "12", source_line: 3 },
    ]);
    expect(unmatched).toEqual([
      {
        id: "s",
        reasons: [
          { fate: "rejected", reason: "its product has no price in the product list", lines: 1, rule: null },
          {
            fate: "rejected",
            reason: "its product is not in the product list, so it has no price",
            lines: 1,
            rule: null,
          },
        ],
      },
    ]);
    expect(await rows("from set_aside order by source_line")).toEqual([
      {
        source_file: "sales_s.csv",
        source_line: 4,
        fate: "rejected",
        reason: "its product is not in the product list, so it has no price",
        raw: "2026-01-03,9,1",
      },
      {
        source_file: "sales_s.csv",
        source_line: 5,
        fate: "rejected",
        reason: "its product has no price in the product list",
        raw: "2026-01-04,3,1",
      },
    ]);
  });

  it("are known by the list's names, categories and costs", async () => {
    await defineRelations(engine, [set("s", "sales", lackingPrice), set("p", "products")]);
    expect(await rows("from catalogue")).toEqual([
      { product_id: "1", product_name: "Tea", category: "Drinks", unit_cost: "1.25" },
      { product_id: "2", product_name: "Cake", category: "Food", unit_cost: null },
      { product_id: "3", product_name: "Free", category: null, unit_cost: null },
    ]);
  });

  it("all count with a total of 0 while no list has prices", async () => {
    const units = [{ units: "7", amount: "0", n: 4 }];
    const sums = "select sum(quantity) as units, sum(amount) as amount, count(*) as n from sales";
    expect(await defineRelations(engine, [set("s", "sales", lackingPrice)])).toEqual([]);
    expect(await rows(sums)).toEqual(units);
    await productsTable(engine, "products_q", [{ id: "1", name: "Tea" }]);
    expect(await defineRelations(engine, [set("s", "sales", lackingPrice), set("q", "products")])).toEqual([]);
    expect(await rows(sums)).toEqual(units);
  });

  it("take the newest list's price, and what it leaves open from the older one", async () => {
    await productsTable(engine, "products_q", [
      { id: "1", price: "3" },
      { id: "9", name: "Jam", price: "5" },
    ]);
    const [old, fresh] = [set("p", "products"), set("q", "products")];
    const sums = "select sum(amount) as amount from sales";
    await defineRelations(engine, [set("s", "sales", lackingPrice), old, fresh]);
    expect(await rows(sums)).toEqual([{ amount: "23" }]);
    expect(await rows("from products where product_id = '1'")).toEqual([
      { product_id: "1", product_name: "Tea", category: "Drinks", unit_price: "3", unit_cost: "1.25" },
    ]);
    await defineRelations(engine, [set("s", "sales", lackingPrice), fresh, old]);
    expect(await rows(sums)).toEqual([{ amount: "22" }]);
  });

  it("of returns are negative sales", async () => {
    await salesTable(engine, "returns_r", [{ day: "2026-01-05", id: "1", quantity: -1 }]);
    const sets = [set("s", "sales", lackingPrice), set("r", "returns", lackingPrice), set("p", "products")];
    await defineRelations(engine, sets);
    expect(await rows("select count(*) as n, sum(amount) as amount, sum(quantity) as units from sales")).toEqual([
      { n: 3, amount: "14.5", units: "4" },
    ]);
  });

  it("meet the list by names only where no id does", async () => {
    await salesTable(engine, "sales_n", [
      { day: "2026-01-01", id: "Tea", quantity: 1 },
      { day: "2026-01-01", id: "Cake", quantity: 1 },
    ]);
    await defineRelations(engine, [set("n", "sales", lackingPrice), set("p", "products")]);
    expect(await rows("select sum(amount) as amount from sales")).toEqual([{ amount: "6.5" }]);
    expect(await rows("select product_id, category from catalogue order by 1")).toEqual([
      { product_id: "3", category: null },
      { product_id: "Cake", category: "Food" },
      { product_id: "Tea", category: "Drinks" },
    ]);
  });
});

describe("lines without dates", () => {
  beforeEach(async () => {
    await salesTable(engine, "sales_s", [
      { order: "A", id: "1", quantity: 1, amount: 5 },
      { order: "A", id: "2", quantity: 1, amount: 7 },
      { order: "B", id: "1", quantity: 1, amount: 5, customer: "Eve" },
      { order: "C", id: "1", quantity: 1, amount: 5 },
      { order: "X", id: "1", quantity: 1, amount: 5 },
    ]);
    await ordersTable(engine, "orders_o", [
      { order: "A", day: "2026-03-01", customer: "Ann", store: "1" },
      { order: "B", day: "2026-03-02", customer: "Bob", store: "2" },
      { order: "C", day: null, customer: "Cid", store: "2" },
    ]);
  });
  const lacks = { lacks: ["date"] as const };

  it("take day, customer and store from their orders; their own customer goes first", async () => {
    const unmatched = await defineRelations(engine, [set("s", "sales", lacks), set("o", "orders")]);
    expect(
      await rows(
        "select sold_at, customer_id::varchar as c, store::varchar as s, transaction_id::varchar as o, amount from sales",
      ),
    ).toEqual([
      { sold_at: "2026-03-01", c: "Ann", s: "1", o: "A", amount: "5" },
      { sold_at: "2026-03-01", c: "Ann", s: "1", o: "A", amount: "7" },
      { sold_at: "2026-03-02", c: "Eve", s: "2", o: "B", amount: "5" },
    ]);
    expect(unmatched[0]?.reasons.map(({ reason, lines }) => [reason, lines])).toEqual([
      ["its order has no date in the list of orders", 1],
      ["its order is not in the list of orders, so it has no date", 1],
    ]);
    expect(await rows("select raw from set_aside where source_line = 6")).toEqual([{ raw: "1,1,X,5,5" }]);
  });

  it("share the dictionary of their orders where customers repeat", async () => {
    const orders = ["A", "B", "C", "D"].map((order, at) => ({
      order,
      day: "2026-03-01",
      customer: at < 2 ? "Ann" : "Bob",
    }));
    await ordersTable(engine, "orders_o", orders);
    await salesTable(engine, "sales_s", [{ order: "C", id: "1", quantity: 1, amount: 5 }]);
    for (let time = 0; time < 2; time += 1) {
      await defineRelations(engine, [set("s", "sales", lacks), set("o", "orders")]);
      expect(await rows("select customer_id::varchar as c, typeof(customer_id) as t from sales")).toEqual([
        { c: "Bob", t: "ENUM('Ann', 'Bob')" },
      ]);
    }
  });

  it("do not count without a list of orders", async () => {
    const unmatched = await defineRelations(engine, [set("s", "sales", lacks)]);
    expect(await rows("select count(*) as n from sales")).toEqual([{ n: 0 }]);
    expect(unmatched[0]?.reasons).toEqual([
      {
        fate: "rejected",
        reason: "it has no date, and there is no list of orders to take it from",
        lines: 5,
        rule: null,
      },
    ]);
  });

  it("take prices from a product list as well", async () => {
    await productsTable(engine, "products_p", [{ id: "1", name: "Tea", price: "10" }]);
    const unmatched = await defineRelations(engine, [
      set("s", "sales", { lacks: ["date", "price"] }),
      set("o", "orders"),
      set("p", "products"),
    ]);
    expect(await rows("select sold_at, product_id::varchar as id, amount from sales")).toEqual([
      { sold_at: "2026-03-01", id: "1", amount: "10" },
      { sold_at: "2026-03-02", id: "1", amount: "10" },
    ]);
    expect(unmatched[0]?.reasons.reduce((sum, { lines }) => sum + lines, 0)).toBe(3);
  });
});

describe("stores known by number", () => {
  beforeEach(async () => {
    await salesTable(engine, "sales_s", [
      { day: "2026-01-01", id: "1", quantity: 1, amount: 5, store: "1" },
      { day: "2026-01-02", id: "1", quantity: 1, amount: 5, store: "7" },
      { day: "2026-01-03", id: "1", quantity: 1, amount: 5 },
    ]);
    await inventoryTable(engine, "inventory_i", [{ id: "1", stock: 3, store: "2" }]);
    await storesTable(engine, "stores_t", [
      { store: "1", name: "North" },
      { store: "2", name: "South" },
      { store: "3", name: "South" },
    ]);
  });

  it("are shown by name in sales and stock; one without a name keeps its number", async () => {
    await defineRelations(engine, [set("s", "sales"), set("i", "inventory"), set("t", "stores")]);
    expect(await rows("select store::varchar as store from sales")).toEqual([
      { store: "North" },
      { store: "7" },
      { store: null },
    ]);
    expect(await rows("select distinct typeof(store) as t from sales")).toEqual([{ t: "ENUM('7', 'North')" }]);
    expect(await rows("select store::varchar as store from inventory")).toEqual([{ store: "South (2)" }]);
  });

  it("leave sales whose stores have names already as they are", async () => {
    await storesTable(engine, "stores_u", [{ store: "9", name: "East" }]);
    await defineRelations(engine, [set("s", "sales"), set("u", "stores")]);
    expect(await joinedTables(engine)).toEqual([]);
    expect(await rows("select count(*) as n from sales")).toEqual([{ n: 3 }]);
  });
});

it("drops what was joined when it is no longer read", async () => {
  await salesTable(engine, "sales_s", [
    { day: "2026-01-01", id: "1", quantity: 1 },
    { day: "2026-01-01", id: "2", quantity: 1 },
  ]);
  await productsTable(engine, "products_p", [{ id: "1", price: "2" }]);
  await defineRelations(engine, [set("s", "sales", lackingPrice), set("p", "products")]);
  expect(await joinedTables(engine)).toEqual([{ t: "joined_s" }, { t: "unmatched_s" }]);
  await productsTable(engine, "products_p", [
    { id: "1", price: "2" },
    { id: "2", price: "2" },
  ]);
  await defineRelations(engine, [set("s", "sales", lackingPrice), set("p", "products")]);
  expect(await joinedTables(engine)).toEqual([{ t: "joined_s" }]);
  await defineRelations(engine, [set("s", "sales", lackingPrice)]);
  expect(await joinedTables(engine)).toEqual([]);
});
