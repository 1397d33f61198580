import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { type NodeEngine, openNodeEngine } from "./node";

const REAL = resolve(process.cwd(), "../shared/data/uci-online-retail/online-retail.csv");
let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

describe("the engine in Node", () => {
  it("runs a declared query with parameters and gives exact decimals", async () => {
    const query = defineQuery({
      name: "products",
      text: "select n::bigint as n, (n * 1.10)::decimal(9, 2) as price from range(1, $limit + 1) as r(n) order by n",
      params: { limit: param.integer({ label: "Rows", default: 2, min: 1, max: 9 }) },
      row: { n: column.integer({ label: "N" }), price: column.decimal({ label: "Price" }) },
    });
    expect(await engine.run(query, { limit: 2 })).toEqual([
      { n: 1, price: "1.1" },
      { n: 2, price: "2.2" },
    ]);
    expect(await engine.run(query, { limit: 1 })).toHaveLength(1);
  });

  it("reads an attached file, and no longer after it was detached", async () => {
    const path = await engine.attach(new Blob(["a,b\n1,x\n2,y\n"]), "my sales (1).csv");
    expect(path).toMatch(/^\/lucid\/[0-9a-f]{12}-my_sales_1_\.csv$/);
    const table = await engine.runText(`select * from read_csv('${path}')`);
    expect(table.rows).toEqual([
      { a: 1, b: "x" },
      { a: 2, b: "y" },
    ]);
    await engine.detach(path);
    await expect(engine.runText(`select * from read_csv('${path}')`)).rejects.toThrow();
  });

  it.skipIf(!existsSync(REAL))("reads a file on disk without copying it", async () => {
    const path = await engine.attachPath(REAL, "online-retail.csv");
    const { rows } = await engine.runText(`select count(*)::bigint as n from read_csv('${path}')`);
    expect(rows).toEqual([{ n: 541909 }]);
  });
});
