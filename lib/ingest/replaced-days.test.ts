import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { defineRelations } from "./define-relations";
import { joinedTables, lackingPrice, set } from "./testing/read-sets";
import { productsTable, salesTable } from "./testing/shop-tables";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
beforeEach(async () => {
  await defineRelations(engine, []);
});

const rows = async (sql: string) => (await engine.runText(sql)).rows;

describe("days that come from a newer file", () => {
  const replaced = { from: "2026-01-02", to: "2026-01-03", by: "june.csv" };
  const reasons = [{ fate: "excluded", reason: "replaced by june.csv", lines: 2, rule: "replaced" }];
  beforeEach(async () => {
    await salesTable(
      engine,
      "sales_s",
      ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"].map((day) => ({ day, id: "1", quantity: 1, amount: 5 })),
    );
  });

  it("are left out without copying the table, and stand in set_aside", async () => {
    expect(await defineRelations(engine, [set("s", "sales", { replaced })])).toEqual([{ id: "s", reasons }]);
    expect(await rows("select sold_at from sales")).toEqual([{ sold_at: "2026-01-01" }, { sold_at: "2026-01-04" }]);
    expect(await rows("select distinct typeof(product_id) as t from sales")).toEqual([{ t: "ENUM('1')" }]);
    expect(await joinedTables(engine)).toEqual([{ t: "unmatched_s" }]);
    expect(await rows("select fate, reason, raw from set_aside where source_line = 3")).toEqual([
      { fate: "excluded", reason: "replaced by june.csv", raw: "2026-01-02,1,1,5,5" },
    ]);
  });

  it("are left out of joined lines too, with hours as without", async () => {
    await engine.execute("alter table sales_s alter sold_at type timestamp using sold_at + interval 23 hours");
    await productsTable(engine, "products_p", [{ id: "1", price: "2" }]);
    const sets = [set("s", "sales", { replaced, ...lackingPrice }), set("p", "products")];
    expect(await defineRelations(engine, sets)).toEqual([{ id: "s", reasons }]);
    expect(await rows("select sum(amount) as a from sales")).toEqual([{ a: "4" }]);
    expect(await rows("select count(*) as n from set_aside")).toEqual([{ n: 2 }]);
  });
});
