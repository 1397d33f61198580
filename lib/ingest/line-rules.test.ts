import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import type { ImportPlan } from "./plan";
import { readText, sentences } from "./testing/read-text";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const SOLD = { date: "Date", product_name: "Product", quantity: "Qty", unit_price: "Price", amount: "Total" } as const;
const HEADER = "Date,Product,Qty,Price,Total";

async function read(lines: readonly string[], plan: Partial<ImportPlan> = {}, header = HEADER) {
  return readText(engine, { text: `${[header, ...lines].join("\n")}\n`, plan: { mapping: SOLD, ...plan } });
}

async function rows(sql: string) {
  return (await engine.runText(sql)).rows;
}

const kept = () => rows("select source_line as line, quantity as q, amount as a from sales_t order by source_line");
const reasons = ({ ledger }: Awaited<ReturnType<typeof read>>) =>
  ledger.reasons.map(({ fate, reason, lines, rule }) => [fate, reason, lines, rule]);

describe("a total that cannot be read", () => {
  const LINES = [
    "2026-01-05,Tea,2,3.00,ERROR",
    "2026-01-06,Tea,3,3.00,",
    "2026-01-07,Tea,1,,#REF!",
    "2026-01-08,Tea,1,3.00,4.00",
  ];

  it("is rebuilt from quantity and price, which is said with a way back", async () => {
    const result = await read(LINES);
    expect(await kept()).toEqual([
      { line: 2, q: "2", a: "6" },
      { line: 3, q: "3", a: "9" },
      { line: 5, q: "1", a: "4" },
    ]);
    expect(result.ledger.warnings[0]).toEqual({
      sentence: "The total was rebuilt from quantity times price on 2 lines.",
      change: { rule: "rebuilt-total", to: false, words: "Reject them instead" },
    });
    expect(reasons(result)).toEqual([["rejected", "total is not a number", 1, null]]);
  });

  it("costs its line when the rule is off", async () => {
    const result = await read(LINES, { rules: { "rebuilt-total": false } });
    expect(result.ledger).toMatchObject({ kept: 1, rejected: 3 });
    expect(reasons(result)).toEqual([
      ["rejected", "total is not a number", 2, null],
      ["rejected", "total is missing", 1, null],
    ]);
  });

  it("is not rebuilt when it is a number too large to keep", async () => {
    const result = await read(["2026-01-05,Tea,2,3.00,999999999999999999"]);
    expect(reasons(result)).toEqual([["rejected", "total is too large", 1, null]]);
  });
});

describe("lines that say what they are", () => {
  const HEAD = "Date,Product,Qty,Total,Kind";
  const mapping = { date: "Date", product_name: "Product", quantity: "Qty", amount: "Total" } as const;
  const LINES = [
    "2026-01-05,Tea,2,6,Sale",
    "2026-01-06,Tea,1,3,Credit Note",
    "2026-01-06,Tea,-1,-3,credit note ",
    "2026-01-07,,,50,Transfer",
    "2026-01-08,Tea,1,3,Fee",
  ];
  const types = { column: "Kind", sold: ["sale"], returned: ["credit note"], excluded: ["transfer"] };

  it("count as returns whatever their sign, or not at all", async () => {
    const result = await read(LINES, { mapping, lineTypes: types }, HEAD);
    expect(await kept()).toEqual([
      { line: 2, q: "2", a: "6" },
      { line: 3, q: "-1", a: "-3" },
      { line: 4, q: "-1", a: "-3" },
    ]);
    expect(reasons(result)).toEqual([
      ["excluded", "not a sale (Fee)", 1, "not-a-sale"],
      ["excluded", "not a sale (Transfer)", 1, "not-a-sale"],
    ]);
  });

  it("count as sold when only the others are named", async () => {
    const result = await read(LINES, { mapping, lineTypes: { ...types, sold: null } }, HEAD);
    expect(result.ledger).toMatchObject({ kept: 4, excluded: 1 });
  });

  it("are judged like any line when the rule is off or the line is counted by hand", async () => {
    const off = await read(LINES, { mapping, lineTypes: types, rules: { "not-a-sale": false } }, HEAD);
    expect(reasons(off)).toEqual([["rejected", "quantity is missing", 1, null]]);
    const counted = await read(LINES, { mapping, lineTypes: types, countedLines: [6] }, HEAD);
    expect(counted.ledger).toMatchObject({ kept: 4, excluded: 1 });
  });

  it("are all returns in a file of returns, also without a quantity", async () => {
    await read(["2026-01-05,Tea,2,6,x", "2026-01-06,Tea,-1,-3,x"], { kind: "returns", mapping }, HEAD);
    expect(await rows("select quantity as q, amount as a from returns_t order by source_line")).toEqual([
      { q: "-2", a: "-6" },
      { q: "-1", a: "-3" },
    ]);
    const { quantity: _, ...without } = mapping;
    await read(["2026-01-05,Tea,2,6,x"], { kind: "returns", mapping: without }, HEAD);
    expect(await rows("select quantity as q, amount as a from returns_t")).toEqual([{ q: "-1", a: "-6" }]);
  });
});

describe("two currencies", () => {
  it("are never added: lines in another one are left out by a rule, and said", async () => {
    const header = `${HEADER},Currency`;
    const mapping = { ...SOLD, currency: "Currency" };
    const lines = [
      "2026-01-05,Tea,1,3,3,GBP",
      "2026-01-06,Tea,1,4,4,EUR",
      "2026-01-07,Tea,1,5,5,",
      "2026-01-08,Tea,1,6,6,£",
      "2026-01-09,Tea,1,6,6,USD",
    ];
    const result = await read(lines, { mapping, currency: "GBP" }, header);
    expect(await kept()).toEqual([
      { line: 2, q: "1", a: "3" },
      { line: 4, q: "1", a: "5" },
      { line: 5, q: "1", a: "6" },
    ]);
    expect(reasons(result)).toEqual([
      ["excluded", "in EUR, not in GBP", 1, "other-currency"],
      ["excluded", "in USD, not in GBP", 1, "other-currency"],
    ]);
    expect(sentences(result)).toEqual([
      "The file has more than one currency: 1 in EUR, 1 in USD are left out, because GBP is never added to another.",
    ]);
    const off = await read(lines, { mapping, currency: "GBP", rules: { "other-currency": false } }, header);
    expect(off.ledger).toMatchObject({ kept: 5, excluded: 0 });
  });

  it("are seen by the sign beside the money too", async () => {
    const result = await read(["2026-01-05,Tea,1,$3,$3.00", "2026-01-06,Tea,1,€4,€4.00", "2026-01-07,Tea,1,5,5.00"], {
      currency: "USD",
    });
    expect(result.ledger).toMatchObject({ kept: 2, excluded: 1 });
    expect(reasons(result)).toEqual([["excluded", "in EUR, not in USD", 1, "other-currency"]]);
    const canadian = await read(["2026-01-05,Tea,1,$3,$3.00"], { currency: "CAD" });
    expect(canadian.ledger).toMatchObject({ kept: 1 });
  });
});

describe("total lines", () => {
  it.each([
    "Total",
    "Grand total:",
    "Sub-total",
    "Summe",
    "Total général",
    "Subtotal",
    "कुल योग",
    "Jumlah",
    "Toplam",
    "合計",
    "Totaal",
  ])("are known by their first word: %s", async (word) => {
    const result = await read(["2026-01-05,Tea,2,3,6", `${word},,2,,6`, "2026-01-06,Tea,1,3,3"]);
    expect(reasons(result)).toEqual([["excluded", "total line", 1, "total-line"]]);
  });

  it("may name what they sum up; a product may be called so too", async () => {
    const lines = [
      "2026-01-05,Mug,2,3,6",
      ",Total for Mug,2,,6",
      "2026-01-06,Total Care Shampoo,1,3,3",
      "2026-01-06,Total Care Shampoo,x,3,3",
      ",Mug Total,3,,9",
    ];
    const result = await read(lines);
    expect(result.ledger).toMatchObject({ kept: 2 });
    expect(reasons(result)).toEqual([
      ["excluded", "total line", 2, "total-line"],
      ["rejected", "quantity is not a number", 1, null],
    ]);
  });

  it("at the end may look like a product of a list; inside they say nothing else", async () => {
    const mapping = { product_name: "Product", category: "Group", current_stock: "Stock" } as const;
    const lines = ["Tea,Drinks,5", "Subtotal,,5", "Total care,,2", "Total,All,7"];
    const result = await read(lines, { kind: "inventory", mapping }, "Product,Group,Stock");
    expect(await rows("select product_name::varchar as name from inventory_t")).toEqual([
      { name: "Tea" },
      { name: "Total care" },
    ]);
    expect(result.ledger.samples.map(({ line, raw }) => [line, raw])).toEqual([
      [3, "Subtotal,,5"],
      [5, "Total,All,7"],
    ]);
  });

  it("are judged like any line when the rule is off", async () => {
    const result = await read(["2026-01-05,Tea,2,3,6", "Total,,2,,6"], { rules: { "total-line": false } });
    expect(reasons(result)).toEqual([["rejected", "date cannot be read", 1, null]]);
  });
});

describe("lines that repeat another line", () => {
  const LINES = ["2026-01-05,Tea,2,3,6", "2026-01-05,Tea,2,3,6", "2026-01-05,Tea,2,3,6.0", "2026-01-05,Tea,2,3,6"];

  it("count, and are counted", async () => {
    const result = await read(LINES);
    expect(result.ledger).toMatchObject({ kept: 4, excluded: 0 });
    expect(result.ledger.warnings).toEqual([
      {
        sentence: "2 lines repeat another line of the file exactly.",
        change: { rule: "duplicate", to: true, words: "Count each once" },
      },
    ]);
  });

  it("are left out on demand, each with the line it repeats, but for those counted by hand", async () => {
    const result = await read(LINES, { rules: { duplicate: true } });
    expect(result.ledger).toMatchObject({ kept: 2, excluded: 2, warnings: [] });
    expect(reasons(result)).toEqual([["excluded", "repeats another line", 2, "duplicate"]]);
    expect(result.ledger.samples.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "repeats line 2"],
      [5, "repeats line 2"],
    ]);
    const counted = await read(LINES, { rules: { duplicate: true }, countedLines: [5] });
    expect(counted.ledger).toMatchObject({ kept: 3, excluded: 1 });
  });
});

describe("other rules", () => {
  it("tell which of them left a line out", async () => {
    const result = await read(["2026-01-05,Tea,2,3,6", ",,,,", HEADER, "2026-01-05,Tea,2", "2026-01-05,Tea,2,3,6,7,8"]);
    expect(reasons(result)).toEqual([
      ["excluded", "blank line", 1, "blank"],
      ["rejected", "fewer fields than the header", 1, "short-line"],
      ["rejected", "more fields than the header", 1, "long-line"],
      ["excluded", "repeated header", 1, "repeated-header"],
    ]);
  });

  it("say of names that differ only in capitals or blanks that each counts alone", async () => {
    const names = ["Green Tea", "green tea", "GreenTea", "Cake", "Cake"];
    const lines = Array.from({ length: 40 }, (_, at) => `2026-01-05,${names[at % 5]},1,3,${at}`);
    expect(
      sentences(await read(lines, { mapping: { date: "Date", product_name: "Product", amount: "Total" } })),
    ).toContain(
      '3 product names differ only in capitals or blanks, for example "Green Tea" and "green tea". Each counts as a product of its own.',
    );
  });
});
