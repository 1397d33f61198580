import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { inspectFile } from "./inspect-file";
import { readFile } from "./read-file";
import { named, readAnswered, sentences } from "./testing/read-text";
import type { PlanEdits } from "./to-import-plan";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const read = (text: string, edits?: PlanEdits, id?: string) => readAnswered(engine, text, edits, id);

async function rows(sql: string): Promise<readonly Record<string, unknown>[]> {
  return (await engine.runText(sql)).rows;
}

const SALES_COLUMNS =
  "sold_at, product_id, product_name, category, quantity, unit_price, amount, unit_cost, customer_id, transaction_id, store, source_file, source_line";

describe("a sales file", () => {
  const TEXT =
    "Order,Date,SKU,Product,Category,Qty,Price,Customer,Shop\n" +
    "1,2024-01-05,T1,Tea,Drinks,2,3.50,ann,North\n" +
    "1,2024-01-05,C1, Cake ,Food,1,4.25,ann,North\n" +
    "2,2024-01-17,T1,Tea,Drinks,-1,3.50,,South\n";

  it("leaves out what was cancelled and takes back what was returned, where a column says so", async () => {
    const { ledger } = await read(
      "Date,Product,Quantity,Total,Status\n2026-01-02,Tea,1,2.50,Completed\n2026-01-03,Tea,2,5.00,Cancelled\n2026-01-04,Tea,1,2.00,Refund\n",
    );
    expect(ledger).toMatchObject({
      lines: 3,
      kept: 2,
      excluded: 1,
      reasons: [{ reason: "not a sale (Cancelled)", lines: 1, rule: "not-a-sale" }],
    });
    expect(await rows("select sum(amount) as a, sum(quantity) as q from sales_t")).toEqual([{ a: "0.5", q: "0" }]);
  });

  it("warns of a date years before all others and names its line; every line counts", async () => {
    const days = Array.from({ length: 28 }, (_, day) => `2025-02-${String(day + 1).padStart(2, "0")},Tea,1,2.50`);
    const { ledger } = await read(`Date,Product,Quantity,Total\n${days.join("\n")}\n1985-03-02,Tea,1,2.50\n`);
    expect(ledger).toMatchObject({ lines: 29, kept: 29 });
    expect(sentences({ ledger })).toContainEqual(
      expect.stringMatching(/^1 line is dated before 2025, with 39 years without a sale between it .*: line 30\./),
    );
  });

  it("of a workbook says which sheets were not read", async () => {
    const till = named(TEXT, "till.xlsx");
    const { plan } = await inspectFile(till);
    const { ledger } = await readFile(engine, till, plan, {
      id: "t",
      openFile: async (text) => ({
        text,
        encoding: "utf-8",
        sheet: "Jan",
        sheets: ["Jan", "Feb"],
        typed: true,
        evidence: [],
      }),
    });
    expect(sentences({ ledger })[0]).toBe(
      "Only the sheet Jan was read; the workbook also has Feb. Save another sheet as a file of its own to add it.",
    );
  });

  it("becomes canonical columns, in their order and types", async () => {
    const result = await read(TEXT);
    expect(result).toMatchObject({
      table: "sales_t",
      setAside: null,
      rows: 3,
      firstDay: "2024-01-05",
      lastDay: "2024-01-17",
    });
    expect(await rows("select column_name as c from (describe sales_t)")).toEqual(
      SALES_COLUMNS.split(", ").map((c) => ({ c })),
    );
    const types = await rows(
      "select typeof(sold_at) as d, typeof(quantity) as q, typeof(unit_price) as p, typeof(amount) as a, typeof(unit_cost) as c, typeof(source_line) as l from sales_t limit 1",
    );
    expect(types).toEqual([
      { d: "DATE", q: "DECIMAL(18,3)", p: "DECIMAL(18,4)", a: "DECIMAL(18,4)", c: "DECIMAL(18,4)", l: "BIGINT" },
    ]);
    expect(
      await rows(
        "select product_id::varchar as i, product_name::varchar as n, quantity, amount, customer_id::varchar as c, source_file::varchar as f, source_line as l from sales_t order by source_line",
      ),
    ).toEqual([
      { i: "T1", n: "Tea", quantity: "2", amount: "7", c: "ann", f: "till.csv", l: 2 },
      { i: "C1", n: "Cake", quantity: "1", amount: "4.25", c: "ann", f: "till.csv", l: 3 },
      { i: "T1", n: "Tea", quantity: "-1", amount: "-3.5", c: null, f: "till.csv", l: 4 },
    ]);
  });

  it("says how it was read", async () => {
    expect((await read(TEXT)).readAs).toBe(
      "Read 3 lines as sales: date from Date, product from Product, product id from SKU, category from Category, quantity from Qty, unit price from Price, customer from Customer, transaction from Order, store from Shop, total from quantity times price.",
    );
  });

  it("keeps the hour of its sales when it has one", async () => {
    await read("Date,Product,Total\n2024-01-05 08:30,Tea,1\n2024-01-05 09:45,Tea,2\n");
    expect(await rows("select typeof(sold_at) as t, max(sold_at) as last from sales_t group by 1")).toEqual([
      { t: "TIMESTAMP", last: "2024-01-05T09:45:00" },
    ]);
  });

  it("stores texts that repeat as ENUM sorted as text, and those that do not as text", async () => {
    const lines = Array.from(
      { length: 40 },
      (_, line) => `R${line},2024-01-05,${["b", "a ", "C", "ä"][line % 4]},1,2\n`,
    );
    await read(`Receipt,Date,Product,Qty,Price\n${lines.join("")}`);
    expect(
      await rows(
        "select typeof(product_name) as p, typeof(product_id) as i, typeof(transaction_id) as t from sales_t limit 1",
      ),
    ).toEqual([{ p: "ENUM('(blank)', 'C', 'a', 'b', 'ä')", i: "ENUM('(blank)', 'C', 'a', 'b', 'ä')", t: "VARCHAR" }]);
  });

  it("trims texts at both ends, of any blank, whether they repeat or not", async () => {
    const lines = Array.from({ length: 30 }, (_, line) => `\u00A0R${line}\t,2024-01-15,"\tTea\u202F",1,2\n`);
    await read(`Receipt,Date,Product,Qty,Price\n${lines.join("")}`);
    expect(
      await rows(
        "select transaction_id::varchar as t, product_name::varchar as n from sales_t where source_line in (2, 31) order by source_line",
      ),
    ).toEqual([
      { t: "R0", n: "Tea" },
      { t: "R29", n: "Tea" },
    ]);
  });

  it("lets name and id of a product stand in for each other", async () => {
    const body = ["T1,Tea", "T1,Tea", "T1,Tea", "T1,Tea", ",Cake", ",Cake", ",Cake", " , ", ","];
    await read(`SKU,Product,Date,Qty,Price\n${body.map((line) => `${line},2024-01-05,1,2\n`).join("")}`);
    expect(
      await rows(
        "select product_id::varchar as i, product_name::varchar as n, count(*)::integer as c from sales_t group by all order by 1, 2",
      ),
    ).toEqual([
      { i: "(blank)", n: "(blank)", c: 2 },
      { i: "Cake", n: "Cake", c: 3 },
      { i: "T1", n: "Tea", c: 4 },
    ]);
    await read("SKU,Date,Qty,Price\nT1,2024-01-15,1,2\n");
    expect(await rows("select product_id::varchar as i, product_name::varchar as n from sales_t")).toEqual([
      { i: "T1", n: "T1" },
    ]);
  });

  it("takes the file's total before quantity times price, and says when they differ", async () => {
    const { ledger } = await read(
      "Date,Product,Qty,Price,Total\n2024-01-05,Tea,2,3.00,6.30\n2024-01-16,Tea,1,3.00,3.15\n",
    );
    expect(await rows("select sum(amount) as a from sales_t")).toEqual([{ a: "9.45" }]);
    expect(sentences({ ledger })).toEqual([
      "Total differs from Qty times Price by more than 1% on 2 lines. Tax or a discount is the usual cause; the file's total is kept.",
    ]);
  });

  it("counts each line once without a quantity, and units alone without a price", async () => {
    const priced = await read("Date,Product,Price\n2024-01-05,Tea,3.00\n2024-01-16,Tea,4.00\n");
    expect(sentences(priced)).toEqual(["The file has no quantity column: each line counts as one unit."]);
    expect(await rows("select sum(quantity) as q, sum(amount) as a from sales_t")).toEqual([{ q: "2", a: "7" }]);
    const counted = await read("Date,Product,Qty\n2024-01-05,Tea,3\n2024-01-16,Tea,4\n");
    expect(sentences(counted)).toEqual([
      "The file has no price and no total column: revenue comes from a product list, and without one only units count.",
    ]);
    expect(await rows("select sum(quantity) as q, sum(amount) as a from sales_t")).toEqual([{ q: "7", a: null }]);
  });

  it("multiplies large quantities and prices", async () => {
    await read("Date,Product,Quantity,Price\n2024-01-01,Crane,999999,9999999.99\n2024-01-17,Rope,0.001,0.01\n");
    expect(await rows("select amount as a from sales_t order by sold_at")).toEqual([
      { a: "9999989990000.01" },
      { a: "0" },
    ]);
  });

  it("says where it was rounded", async () => {
    const { ledger } = await read(
      "Date,Product,Qty,Price\n2024-01-05,Tea,1,0.33335\n2024-01-06,Tea,0.333,0.3333\n2024-01-17,Tea,1,2.50\n",
    );
    expect(sentences({ ledger })).toEqual([
      "Price has more than 4 decimals on 1 line; it is rounded there to 4.",
      "Quantity times price has more than 4 decimals on 1 line; the total is rounded there to 4.",
    ]);
    expect(await rows("select amount as a from sales_t order by source_line")).toEqual([
      { a: "0.3334" },
      { a: "0.111" },
      { a: "2.5" },
    ]);
  });

  it("is read with a decimal comma, semicolons and a byte order mark", async () => {
    const text =
      '\uFEFFDatum;Artikel;Menge;Betrag\r\n31.01.2024;Tee;2;1.234,50\r\n01.02.2024;"Kuchen; süß";1;(0,50)\r\n';
    const { ledger } = await read(text);
    expect(ledger).toMatchObject({ lines: 2, kept: 2 });
    expect(await rows("select sold_at, product_name::varchar as n, amount from sales_t order by sold_at")).toEqual([
      { sold_at: "2024-01-31", n: "Tee", amount: "1234.5" },
      { sold_at: "2024-02-01", n: "Kuchen; süß", amount: "-0.5" },
    ]);
  });
});

describe("an inventory file", () => {
  it("becomes canonical columns; its last line with the sum is no product", async () => {
    const { ledger, table, firstDay } = await read(
      "Product,Stock on hand,Unit cost,Last updated,Warehouse\nTea,5,1.25,2024-05-01,A\nTotal care,2,,2024-05-01,B\nTotal,7,,,\n",
    );
    expect({ table, firstDay }).toEqual({ table: "inventory_t", firstDay: null });
    expect(ledger).toMatchObject({ lines: 3, kept: 2, excluded: 1 });
    expect(ledger.samples).toEqual([{ line: 4, fate: "excluded", reason: "total line", raw: "Total,7,,," }]);
    expect(
      await rows(
        "select product_id::varchar as product_id, product_name::varchar as product_name, category, current_stock, unit_cost, last_updated, store::varchar as store from inventory_t",
      ),
    ).toEqual([
      {
        product_id: "Tea",
        product_name: "Tea",
        category: null,
        current_stock: "5",
        unit_cost: "1.25",
        last_updated: "2024-05-01",
        store: "A",
      },
      {
        product_id: "Total care",
        product_name: "Total care",
        category: null,
        current_stock: "2",
        unit_cost: null,
        last_updated: "2024-05-01",
        store: "B",
      },
    ]);
  });
});
