import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { checkMemory, estimateMemory, freeMemory, memoryNeed } from "./memory-estimate";
import { PLAIN } from "./plan";
import { readFile } from "./read-file";
import { named } from "./testing/read-text";

const PLAN = {
  ...PLAIN,
  kind: "sales",
  columns: ["Date", "Product", "Total"],
  mapping: { date: "Date", product_name: "Product", amount: "Total" },
} as const;

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine(60);
});

describe("the memory an import needs", () => {
  it("grows with the lines, and with the care they need", () => {
    const million = 85_000_000;
    const quick = (bytes: number) => estimateMemory(bytes, { line: 85, quick: true }, PLAN);
    expect(quick(5 * million)).toBeGreaterThan(4 * quick(million) - 4 * 60_000_000);
    expect(estimateMemory(million, { line: 85, quick: false }, PLAN)).toBeGreaterThan(quick(million));
  });

  it("is compared with what the engine has left", async () => {
    const file = named("Date,Product,Total\n2024-01-15,Tea,1\n");
    const before = await freeMemory(engine);
    expect(before).toBeGreaterThan(50_000_000);
    expect(before).toBeLessThanOrEqual(60_000_000);
    const need = await memoryNeed(engine, file, PLAN);
    expect(need.free).toBe(before);
    await engine.execute("create table taken as select range as n from range(1000000)");
    expect(await freeMemory(engine)).toBeLessThan(before);
    await engine.execute("drop table taken");
  });

  it("is told with both figures when there is too little", () => {
    expect(() => checkMemory("big.csv", { needed: 5.1e9, free: 2.5e9 })).toThrow(
      "big.csv needs about 5.1 GB of memory; this browser has 2.5 GB left for it. Nothing was imported.",
    );
    expect(() => checkMemory("big.csv", { needed: 2.4e9, free: 2.5e9 })).not.toThrow();
  });

  it("is asked for before a large file is read, which then leaves nothing behind", async () => {
    const file = named(`Date,Product,Total\n${"2024-01-15,Tea,1\n".repeat(1_500_000)}`);
    await expect(readFile(engine, file, PLAN, { id: "big", thisYear: 2026 })).rejects.toMatchObject({
      kind: "too-large",
      hint: expect.stringContaining("split the file"),
    });
    expect((await engine.runText("select count(*) as n from duckdb_tables()")).rows).toEqual([{ n: 0 }]);
  });
});
