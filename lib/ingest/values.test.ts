import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { readGuessed, readText, sentences } from "./testing/read-text";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function rows(sql: string) {
  return (await engine.runText(sql)).rows;
}

const SOLD = { date: "Date", product_name: "Product", quantity: "Qty", unit_price: "Price" } as const;

describe("the day of a sale", () => {
  it("takes its time from another column", async () => {
    const { ledger } = await readText(engine, {
      text: "Date,Time,Product,Total\n2026-06-30,14:30,Tea,1\n2026-06-30,2:05 PM,Tea,2\n2026-06-30,late,Tea,3\n2026-06-30,,Tea,4\n",
      plan: { mapping: { date: "Date", time: "Time", product_name: "Product", amount: "Total" } },
    });
    expect(await rows("select sold_at, amount from sales_t order by amount")).toEqual([
      { sold_at: "2026-06-30T14:30:00", amount: "1" },
      { sold_at: "2026-06-30T14:05:00", amount: "2" },
      { sold_at: "2026-06-30T00:00:00", amount: "3" },
      { sold_at: "2026-06-30T00:00:00", amount: "4" },
    ]);
    expect(ledger.warnings.map(({ sentence }) => sentence)).toContain(
      "Time cannot be read on 1 line; the day counts without its time there.",
    );
  });

  it("may be a spreadsheet's number, when the whole column is", async () => {
    const text = (last: string) => `Date,Product,Total\n45123,Tea,1\n45124.5,Tea,2\n${last},Tea,3\n`;
    const plan = { mapping: { date: "Date", product_name: "Product", amount: "Total" } };
    await readText(engine, { text: text("45125"), plan });
    expect(await rows("select sold_at from sales_t order by 1")).toEqual([
      { sold_at: "2023-07-16T00:00:00" },
      { sold_at: "2023-07-17T12:00:00" },
      { sold_at: "2023-07-18T00:00:00" },
    ]);
    const { ledger } = await readText(engine, { text: text("123"), plan });
    expect(ledger).toMatchObject({ kept: 0, rejected: 3 });
  });

  it("may be written further down as the sample does not show", async () => {
    const plain = "2026-06-29,Tea,1\n".repeat(30_000);
    const { ledger } = await readGuessed(
      engine,
      `Date,Product,Total\n${plain}30 juin 2026,Tea,1\nnever,Tea,1\n${plain}`,
    );
    expect(ledger).toMatchObject({ lines: 60_002, kept: 60_001, rejected: 1 });
    expect(await rows("select max(sold_at)::date as last from sales_t")).toEqual([{ last: "2026-06-30" }]);
  });

  it("comes from elsewhere when the file has none, and its lines count", async () => {
    const { ledger, firstDay } = await readText(engine, {
      text: "Order,Product,Qty\n1,Tea,2\n2,Cake,1\n",
      plan: { mapping: { transaction: "Order", product_name: "Product", quantity: "Qty" } },
    });
    expect({ ...ledger, firstDay }).toMatchObject({ kept: 2, rejected: 0, firstDay: null });
    expect(await rows("select distinct typeof(sold_at) as t, sold_at, amount, unit_price from sales_t")).toEqual([
      { t: "DATE", sold_at: null, amount: null, unit_price: null },
    ]);
  });
});

describe("a discount", () => {
  const mapping = { ...SOLD, discount: "Off" };
  const text = (...offs: string[]) =>
    `Date,Product,Qty,Price,Off\n${offs.map((off) => `2026-06-30,Tea,3,1.11,${off}\n`).join("")}`;
  const amounts = async () => (await rows("select amount as a from sales_t order by source_line")).map(({ a }) => a);

  it("is money off the line, whatever its sign; none where nothing stands", async () => {
    const result = await readText(engine, { text: text("0.33", "-0.33", "", "x"), plan: { mapping } });
    expect(await amounts()).toEqual(["3", "3", "3.33"]);
    expect(result.ledger.reasons).toEqual([
      { fate: "rejected", reason: "discount is not a number", lines: 1, rule: null },
    ]);
  });

  it("makes what is given back smaller too", async () => {
    await readText(engine, { text: "Date,Product,Qty,Price,Off\n2026-06-30,Tea,-3,1.11,0.33\n", plan: { mapping } });
    expect(await amounts()).toEqual(["-3"]);
  });

  it("may be a share: with a percent sign, or by the size of the column's numbers", async () => {
    const plan = { mapping, discountAs: "share" } as const;
    await readText(engine, { text: text("10%", "0.5", ""), plan });
    expect(await amounts()).toEqual(["2.997", "1.665", "3.33"]);
    await readText(engine, { text: text("10", "50", "1"), plan });
    expect(await amounts()).toEqual(["2.997", "1.665", "3.2967"]);
    const { ledger } = await readText(engine, { text: text("0.5", "250%"), plan });
    expect(ledger.reasons).toMatchObject([{ reason: "discount is not between 0 and 100%", lines: 1 }]);
  });

  it("says nothing new beside a total", async () => {
    const result = await readText(engine, {
      text: "Date,Product,Qty,Price,Off,Total\n2026-06-30,Tea,3,1.00,x,2.50\n2026-06-30,Tea,3,1.00,0.50,ERROR\n",
      plan: { mapping: { ...mapping, amount: "Total" } },
    });
    expect(await amounts()).toEqual(["2.5", "2.5"]);
    expect(sentences(result)).toEqual(["The total was rebuilt from quantity times price on 1 line."]);
  });
});

describe("numbers", () => {
  it("that went wrong in a spreadsheet are no numbers, and unknown where they are not needed", async () => {
    const result = await readText(engine, {
      text: "Date,Product,Qty,Price,Cost\n2026-06-30,Tea,1,2,#REF!\n2026-06-30,Tea,UNKNOWN,2,1\n2026-06-30,Tea,1,2,dear\n",
      plan: { mapping: { ...SOLD, unit_cost: "Cost" } },
    });
    expect(result.ledger.reasons).toMatchObject([{ reason: "quantity is not a number", lines: 1 }]);
    expect(sentences(result)).toEqual(["Cost cannot be read on 1 line; the unit cost is unknown there."]);
  });
});

describe("lists", () => {
  it("of products need a product, not a price", async () => {
    const { ledger, table } = await readText(engine, {
      text: 'SKU,Name,Group,Price,Cost\nT1,Tea,Drinks,"$15.99 ",9\nC1,Cake,Food,,\n,,,4,2\nTotal,,,19,11\n',
      plan: {
        kind: "products",
        mapping: { product_id: "SKU", product_name: "Name", category: "Group", unit_price: "Price", unit_cost: "Cost" },
      },
    });
    expect(table).toBe("products_t");
    expect(ledger.samples.map(({ line, fate, reason }) => [line, fate, reason])).toEqual([
      [4, "rejected", "product is missing"],
      [5, "excluded", "total line"],
    ]);
    expect(
      await rows(
        "select product_id::varchar as i, product_name::varchar as n, category::varchar as c, unit_price as p, unit_cost as u from products_t order by 1",
      ),
    ).toEqual([
      { i: "C1", n: "Cake", c: "Food", p: null, u: null },
      { i: "T1", n: "Tea", c: "Drinks", p: "15.99", u: "9" },
    ]);
    expect(
      await rows("select column_name as c, column_type as t from (describe products_t) where c like 'unit%'"),
    ).toEqual([
      { c: "unit_price", t: "DECIMAL(18,4)" },
      { c: "unit_cost", t: "DECIMAL(18,4)" },
    ]);
  });

  it("of orders need the order and its date", async () => {
    const { ledger } = await readText(engine, {
      text: "Order,Day,Who,Shop\n1,2026-06-30,ann,North\n2,,bob,\n,2026-06-30,cid,\n3,2026-07-01,,South\n",
      plan: { kind: "orders", mapping: { transaction: "Order", date: "Day", customer: "Who", store: "Shop" } },
    });
    expect(ledger.samples.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "date is missing"],
      [4, "transaction is missing"],
    ]);
    expect(
      await rows(
        "select transaction_id::varchar as o, sold_at, customer_id::varchar as c, store::varchar as s from orders_t order by 1",
      ),
    ).toEqual([
      { o: "1", sold_at: "2026-06-30", c: "ann", s: "North" },
      { o: "3", sold_at: "2026-07-01", c: null, s: "South" },
    ]);
  });

  it("of stores need the store's number", async () => {
    const { ledger } = await readText(engine, {
      text: "No,Name\n1,North\n,South\n",
      plan: { kind: "stores", mapping: { store: "No", store_name: "Name" } },
    });
    expect(ledger.reasons).toMatchObject([{ reason: "store is missing", lines: 1 }]);
    expect(await rows("select store::varchar as s, store_name::varchar as n from stores_t")).toEqual([
      { s: "1", n: "North" },
    ]);
  });
});
