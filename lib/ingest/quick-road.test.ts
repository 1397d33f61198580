import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { inspectFile } from "./inspect-file";
import type { ImportPlan } from "./plan";
import { readFile } from "./read-file";
import { named } from "./testing/read-text";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function rows(sql: string) {
  return (await engine.runText(sql)).rows;
}

/** The engine, noting whether a stage table was made. */
function watched(): { engine: Engine; staged: () => boolean } {
  let staged = false;
  const proxy = new Proxy<Engine>(engine, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (key === "execute" && /temp table "stage_[a-z]+" as/.test(String(given[0]))) staged = true;
        return value.apply(target, given);
      };
    },
  });
  return { engine: proxy, staged: () => staged };
}

const CAREFUL: Partial<ImportPlan> = {
  lineTypes: { column: "Receipt", sold: null, returned: ["never"], excluded: [] },
};

async function read(text: string, change: Partial<ImportPlan> = {}, id = "quick") {
  const { plan } = await inspectFile(named(text));
  const { engine: watching, staged } = watched();
  const result = await readFile(watching, named(text), { ...plan, ...change }, { id, thisYear: 2026 });
  return { result, quick: !staged() };
}

const TEXTS = "product_id, product_name, category, customer_id, transaction_id, store";
const asText = TEXTS.split(", ")
  .map((column) => `${column}::varchar as ${column}`)
  .join(", ");
const all = (id: string) =>
  rows(`select * exclude (source_file) replace (${asText}) from sales_${id} order by source_line`);
const types = (id: string) => rows(`select column_name as c, column_type as t from (describe sales_${id})`);

const HEADER = "Receipt,Date,SKU,Product,Category,Qty,Price,Total,Customer,Shop\n";

/** Clean lines: products and customers go on turning up, some have no id, some are padded. */
function lines(count: number, newOnes = 7): string {
  return Array.from({ length: count }, (_, at) => {
    const product = at % (newOnes + Math.floor(at / 5000));
    const sku = product === 3 ? "" : `P${product}`;
    const name = product === 4 ? ` Tea ${product} ` : `Tea ${product}`;
    const day = `2024-0${(at % 9) + 1}-1${at % 10}`;
    return `R${Math.floor(at / 3)},${day},${sku},${name},Group ${product % 3},${at % 5},2.50,${((at % 5) * 2.5).toFixed(2)},${at % 4 === 0 ? "" : `C${at % 97}`},\n`;
  }).join("");
}

describe("the quick road", () => {
  it.each([
    ["a few lines", 60],
    ["more lines than its dictionaries were made of", 80_000],
  ])("gives what the careful road gives: %s", async (_, count) => {
    const text = HEADER + lines(count);
    const { result, quick } = await read(text);
    const careful = await read(text, CAREFUL, "careful");
    expect([quick, careful.quick]).toEqual([true, false]);
    expect(await all("quick")).toEqual(await all("careful"));
    expect(await types("quick")).toEqual(await types("careful"));
    expect({ ...result, table: "" }).toEqual({ ...careful.result, table: "" });
    expect(await rows("select type_name from duckdb_types() where not internal")).toEqual([]);
  });

  it("reads days before months and decimal commas too", async () => {
    const text = "Datum;Artikel;Menge;Betrag\n31.01.2024 08:30;Tee;2;12,50\n01.02.2024 18:05;Kuchen;1;-0,50\n";
    expect((await read(text)).quick).toBe(true);
    expect(await rows("select sold_at, amount from sales_quick order by 1")).toEqual([
      { sold_at: "2024-01-31T08:30:00", amount: "12.5" },
      { sold_at: "2024-02-01T18:05:00", amount: "-0.5" },
    ]);
  });

  it("turns plain text into a dictionary and back when words go on turning up", async () => {
    const many = Array.from(
      { length: 150_000 },
      (_, at) => `2024-01-15,${at < 66_000 ? `Tea ${at % 9}` : `New ${at}`},1\n`,
    );
    const { quick } = await read(`Date,Product,Total\n${many.join("")}`);
    expect(quick).toBe(true);
    expect(
      await rows("select typeof(product_name) as t, count(distinct product_name) as n from sales_quick group by 1"),
    ).toEqual([{ t: "VARCHAR", n: 84_009 }]);
  });

  const clean = lines(30_000);
  it.each([
    ["a number that is none", "R1,2024-01-15,P1,Tea 1,G,one,2.50,2.50,,\n", { kept: 60_000, rejected: 1 }],
    ["a missing total", "R1,2024-01-15,P1,Tea 1,G,,2.50,2.50,,\n", { kept: 60_000, rejected: 1 }],
    ["a date of another century", "R1,1024-01-15,P1,Tea 1,G,1,2.50,2.50,,\n", { kept: 60_000, rejected: 1 }],
    ["a short line", "R1,2024-01-15\n", { kept: 60_000, rejected: 1 }],
    ["a repeated header", HEADER, { kept: 60_000, excluded: 1 }],
    ["money with its sign", 'R1,2024-01-15,P1,Tea 1,G,1,$2.50,"$1,002.50",,\n', { kept: 60_001 }],
    ["another way to write a date", "R1,15 Jan 2024,P1,Tea 1,G,1,2.50,2.50,,\n", { kept: 60_001 }],
  ])("is left for the careful one by what the sample does not show: %s", async (_, line, expected) => {
    const { result, quick } = await read(HEADER + clean + line + clean);
    expect(quick).toBe(false);
    expect(result.ledger).toMatchObject(expected);
    expect(result.ledger.kept + result.ledger.rejected + result.ledger.excluded).toBe(result.ledger.lines);
  });

  it("is left when a number has more decimals than are kept, which is then said", async () => {
    const line = "R1,2024-01-15,P1,Tea 1,G,1,2.50005,2.50,,\n";
    const { result, quick } = await read(HEADER + clean + line + clean);
    expect(quick).toBe(false);
    expect(result.ledger.warnings.map(({ sentence }) => sentence)).toContain(
      "Price has more than 4 decimals on 1 line; it is rounded there to 4.",
    );
  });

  it("counts lines that repeat another one, by all of the file and as they are written", async () => {
    const body = "R1,2024-01-15,Tea,1,a\nR1,2024-01-15,Tea,1,b\nR1,2024-01-15,Tea,1.0,a\nR1,2024-01-15,Tea,1,a\n";
    const { result, quick } = await read(`Receipt,Date,Product,Total,Note\n${body}`);
    expect(quick).toBe(true);
    expect(result.ledger.warnings.at(-1)).toEqual({
      sentence: "1 line repeats another line of the file exactly.",
      change: { rule: "duplicate", to: true, words: "Count each once" },
    });
  });
});
