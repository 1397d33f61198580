import { beforeAll, describe, expect, it, vi } from "vitest";
import { EngineError } from "./engine-error";
import { type NodeEngine, openNodeEngine } from "./node";

let engine: NodeEngine;
const requested = vi.fn();
beforeAll(async () => {
  engine = await openNodeEngine();
  vi.spyOn(XMLHttpRequest.prototype, "send").mockImplementation(requested);
  vi.spyOn(globalThis, "fetch").mockImplementation((input) => {
    requested(input);
    return Promise.reject(new Error("no network"));
  });
});

describe("the hardened engine", () => {
  it.each([
    "select * from 'https://example.org/a.csv'",
    "select * from read_csv('http://example.org/a.csv')",
    "select * from read_csv('s3://bucket/a.csv')",
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from read_csv('/lucid/../etc/passwd')",
    "select * from glob('/**')",
    "select * from read_parquet('/lucid/a.parquet')",
    "select * from 'a.json'",
  ])("does not read: %s", async (text) => {
    await expect(engine.runText(text)).rejects.toBeInstanceOf(EngineError);
  });

  it.each([
    "attach '/tmp/lucid-proof.db'",
    "attach 'https://example.org/a.db'",
    "load json",
    "load '/tmp/x.duckdb_extension'",
    "set memory_limit = '1GB'",
    "set enable_external_access = true",
    "set custom_extension_repository = 'https://example.org'",
    "reset lock_configuration",
    "copy (select 1) to '/tmp/lucid-proof.csv'",
    "export database '/tmp/lucid-proof'",
  ])("does not run even as Lucid's own statement: %s", async (text) => {
    await expect(engine.execute(text)).rejects.toBeInstanceOf(EngineError);
  });

  it("does not reach out for an extension", async () => {
    await engine.execute("install spatial").catch(() => undefined);
    await expect(engine.execute("load spatial")).rejects.toThrow(/disabled/);
    await expect(engine.runText("select st_point(1, 2)")).rejects.toThrow(/st_point/i);
    expect(requested).not.toHaveBeenCalled();
  });

  it("still reads a registered file and knows what day it is", async () => {
    const path = await engine.attach(new Blob(["a\n1\n"]), "a.csv");
    expect((await engine.runText(`select a from read_csv('${path}')`)).rows).toEqual([{ a: 1 }]);
    const { rows } = await engine.runText("select today()::varchar as a, current_date() as b, current_date as c");
    const today = new Date().toISOString().slice(0, 10);
    expect([today, new Date(Date.now() - 1000).toISOString().slice(0, 10)]).toContain(rows[0]?.a);
    expect(rows[0]?.b).toBe(rows[0]?.a);
    expect(rows[0]?.c).toBe(rows[0]?.a);
  });
});
