import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import type { ReadSet } from "./define-relations";
import { findOverlap } from "./overlap";
import { inventoryTable, productsTable, type SoldLine, salesTable } from "./testing/shop-tables";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const set = (id: string, kind: ReadSet["kind"] = "sales"): ReadSet => ({ id, kind, hasSetAside: false });
const fresh = (id: string, kind: ReadSet["kind"] = "sales") => ({ ...set(id, kind), table: `${kind}_${id}` });

/** Lines of the days given, one a product. */
function linesOf(days: readonly number[], more: (day: number) => Partial<SoldLine> = () => ({})): SoldLine[] {
  return days.flatMap((day) =>
    ["Tea", "Cake"].map((id) => ({
      day: `2026-01-${String(day).padStart(2, "0")}`,
      id,
      quantity: 1,
      amount: 2,
      ...more(day),
    })),
  );
}

describe("two files of sales", () => {
  it("do not overlap on days only one of them holds", async () => {
    await salesTable(engine, "sales_a", linesOf([1, 2]));
    await salesTable(engine, "sales_b", linesOf([3, 4]));
    expect(await findOverlap(engine, fresh("b"), [set("a")])).toBeNull();
  });

  it("overlap in lines that name the same sale, be there one", async () => {
    const order = (day: number) => ({ order: `A${day}` });
    await salesTable(engine, "sales_a", linesOf([1, 2, 3], order));
    await salesTable(engine, "sales_b", [
      ...linesOf([3, 4, 5], order).slice(1),
      ...linesOf([3], () => ({ order: "other" })),
    ]);
    expect(await findOverlap(engine, fresh("b"), [set("a")])).toEqual({
      id: "a",
      lines: 1,
      from: "2026-01-03",
      to: "2026-01-03",
      newLines: 6,
    });
  });

  it("without the number of a sale overlap only when a fifth of the shared days is equal", async () => {
    await salesTable(engine, "sales_a", linesOf([1, 2, 3, 4, 5]));
    const other = (from: number) => linesOf([1, 2, 3, 4, 5], () => ({ amount: 3 })).slice(from);
    await salesTable(engine, "sales_b", [...linesOf([3]).slice(1), ...other(1)]);
    expect(await findOverlap(engine, fresh("b"), [set("a")])).toBeNull();
    await salesTable(engine, "sales_b", [...linesOf([3]), ...other(2)]);
    expect(await findOverlap(engine, fresh("b"), [set("a")])).toMatchObject({ lines: 2, newLines: 8 });
  });

  it("match each line once, unknown values included", async () => {
    const line: SoldLine = { day: "2026-01-01", id: "Tea", quantity: 1, amount: 2 };
    await salesTable(engine, "sales_a", [line, line]);
    await salesTable(engine, "sales_b", [line, line, line]);
    expect(await findOverlap(engine, fresh("b"), [set("a")])).toMatchObject({ lines: 2, newLines: 1 });
  });

  it("are equal whether a day is written with its midnight or without", async () => {
    await salesTable(engine, "sales_a", linesOf([1]));
    await salesTable(engine, "sales_b", linesOf([1]));
    await engine.execute("alter table sales_b alter sold_at type timestamp");
    expect(await findOverlap(engine, fresh("b"), [set("a")])).toMatchObject({ lines: 2, newLines: 0 });
  });

  it("name the present file that holds most, never another kind or itself", async () => {
    await salesTable(engine, "sales_a", linesOf([1]));
    await salesTable(engine, "sales_c", linesOf([1, 2]));
    await salesTable(engine, "returns_r", linesOf([1, 2, 3]));
    await salesTable(engine, "sales_b", linesOf([1, 2, 3]));
    const present = [set("a"), set("c"), set("b"), set("r", "returns")];
    expect(await findOverlap(engine, fresh("b"), present)).toEqual({
      id: "c",
      lines: 4,
      from: "2026-01-01",
      to: "2026-01-02",
      newLines: 2,
    });
  });

  it("without days of their own are told by the numbers of their sales alone", async () => {
    const undated = (order: string) => ["Tea", "Cake"].map((id) => ({ id, order, quantity: 1, amount: 2 }));
    await salesTable(engine, "sales_a", [...undated("1"), ...undated("2")]);
    await salesTable(engine, "sales_b", [...undated("2"), ...undated("3")]);
    expect(await findOverlap(engine, fresh("b"), [set("a")])).toEqual({
      id: "a",
      lines: 2,
      from: null,
      to: null,
      newLines: 2,
    });
  });
});

describe("two lists", () => {
  it("overlap in the products of the stores both know", async () => {
    await inventoryTable(engine, "inventory_a", [
      { id: "1", stock: 3, store: "N" },
      { id: "2", stock: 3, store: "N" },
      { id: "1", stock: 3, store: "S" },
    ]);
    await inventoryTable(engine, "inventory_b", [
      { id: "1", stock: 9, store: "N" },
      { id: "2", stock: 9, store: "S" },
    ]);
    expect(await findOverlap(engine, fresh("b", "inventory"), [set("a", "inventory")])).toEqual({
      id: "a",
      lines: 1,
      from: null,
      to: null,
      newLines: 1,
    });
  });

  it("do not overlap by one product of many", async () => {
    await productsTable(engine, "products_a", [{ id: "1" }]);
    await productsTable(
      engine,
      "products_b",
      ["1", "2", "3", "4", "5", "6"].map((id) => ({ id })),
    );
    expect(await findOverlap(engine, fresh("b", "products"), [set("a", "products")])).toBeNull();
  });
});

const MONTHS = resolve(process.cwd(), "../shared/data/keithgalli-electronics");
describe.skipIf(!existsSync(MONTHS))("twelve real months", () => {
  it("do not overlap each other, though the last lines of one are of the next one's first day", async () => {
    const files = readdirSync(MONTHS).filter((name) => name.endsWith(".csv"));
    for (const [index, file] of files.entries()) {
      const path = await engine.attach(new Blob([readFileSync(resolve(MONTHS, file))]), file);
      await engine.execute(
        `create or replace table sales_m${index} as select strptime(d, '%m/%d/%y %H:%M') as sold_at, p as product_id,
          p as product_name, null::varchar as category, q::decimal(18, 3) as quantity, x::decimal(18, 4) as unit_price,
          (q::decimal(18, 3) * x::decimal(18, 4))::decimal(18, 4) as amount, null::decimal(18, 4) as unit_cost,
          null::varchar as customer_id, o as transaction_id, null::varchar as store, '${file}' as source_file, 1 as source_line
        from read_csv('${path}', auto_detect = false, header = true, delim = ',', quote = '"', null_padding = true,
          columns = {'o': 'VARCHAR', 'p': 'VARCHAR', 'q': 'VARCHAR', 'x': 'VARCHAR', 'd': 'VARCHAR', 'a': 'VARCHAR'})
        where try_cast(q as integer) is not null`,
      );
      const before = files.slice(0, index).map((_, other) => set(`m${other}`));
      expect(await findOverlap(engine, fresh(`m${index}`), before), file).toBeNull();
    }
    await engine.execute("create table sales_again as from sales_m3");
    const again = await findOverlap(
      engine,
      fresh("again"),
      files.map((_, index) => set(`m${index}`)),
    );
    expect(again).toMatchObject({ id: "m3", newLines: 0 });
  });
});
