import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { inspectFile } from "./inspect-file";
import { type ReadResult, readFile } from "./read-file";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const file = (text: string, name = "till.csv") => Object.assign(new Blob([text]), { name });

async function rows(sql: string): Promise<readonly Record<string, unknown>[]> {
  return (await engine.runText(sql)).rows;
}

const tables = async () =>
  (await rows("select table_name from duckdb_tables() order by 1")).map((row) => row.table_name);

const sentences = ({ warnings }: ReadResult["ledger"]) => warnings.map(({ sentence }) => sentence);

describe("reading", () => {
  const TEXT = "Date,Product,Total\n2024-01-05,Tea,1\n2024-01-06,Tea,x\n2024-01-17,Tea,2\n";
  /** The engine, which fails or aborts at the nth statement. */
  const failingAt = (nth: number, fail: () => Promise<never> | undefined): Engine => {
    let count = 0;
    return new Proxy<Engine>(engine, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          if (key === "execute" || key === "runText") count += 1;
          return (count === nth && (key === "execute" || key === "runText") && fail()) || value.apply(target, given);
        };
      },
    });
  };

  it("leaves nothing behind but its tables", async () => {
    const before = await tables();
    const { plan } = await inspectFile(file(TEXT));
    await readFile(engine, file(TEXT), plan, { id: "clean" });
    expect((await tables()).filter((name) => !before.includes(name))).toEqual(["sales_clean", "set_aside_clean"]);
    expect(await rows("select type_name from duckdb_types() where not internal")).toEqual([]);
  });

  it("leaves nothing at all when a step fails or is aborted", async () => {
    const { plan } = await inspectFile(file(TEXT));
    const before = await tables();
    for (let nth = 1; nth <= 8; nth += 1) {
      const failing = failingAt(nth, () => Promise.reject(new Error("lost")));
      await expect(readFile(failing, file(TEXT), plan, { id: "gone" })).rejects.toThrow("lost");
      const stop = new AbortController();
      const aborting = failingAt(nth, () => {
        stop.abort();
        return undefined;
      });
      await expect(readFile(aborting, file(TEXT), plan, { id: "gone", signal: stop.signal })).rejects.toMatchObject({
        name: "AbortError",
      });
      expect(await tables()).toEqual(before);
    }
    expect(await rows("select type_name from duckdb_types() where not internal")).toEqual([]);
  });

  it("reports its phases with bytes and rows", async () => {
    const { plan } = await inspectFile(file(TEXT));
    const seen: unknown[] = [];
    await readFile(engine, file(TEXT), plan, { id: "t", onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { phase: "Reading", doneBytes: 0, totalBytes: TEXT.length, rows: null },
      { phase: "Sorting out", doneBytes: TEXT.length, totalBytes: TEXT.length, rows: 3 },
    ]);
  });

  it("finds the encoding of a file that is no UTF-8 below its sample, and says so", async () => {
    const line = "2024-01-15,Tea,1\n";
    const till = Object.assign(
      new Blob([
        "Date,Product,Total\n",
        line.repeat(30_000),
        "2024-01-15,Caf",
        new Uint8Array([0xe9]),
        ",1\n",
        line.repeat(10_000),
      ]),
      {
        name: "till.csv",
      },
    );
    const { plan } = await inspectFile(till);
    const { ledger } = await readFile(engine, till, plan, { id: "late" });
    expect(ledger).toMatchObject({ lines: 40_001, kept: 40_001 });
    expect(sentences(ledger)[0]).toMatch(/^Read as Windows-1252/);
    expect(await rows("select count(*) as n from sales_late where product_name::varchar = 'Café'")).toEqual([{ n: 1 }]);
  });

  it("refuses a plan that does not fit the file", async () => {
    const { plan } = await inspectFile(file(TEXT));
    const wrong = { ...plan, mapping: { ...plan.mapping, store: "Shop" } };
    await expect(readFile(engine, file(TEXT), wrong, { id: "t" })).rejects.toMatchObject({ kind: "not-understood" });
  });
});
