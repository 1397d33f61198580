import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { defineRelations, type ReadSet } from "./define-relations";
import { type ImportPlan, PLAIN } from "./plan";
import { readTable } from "./read-table";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const rows = async (sql: string) => (await engine.runText(sql)).rows;

async function read(text: string, more: Partial<ImportPlan> = {}) {
  const delimiter = more.dialect?.delimiter ?? ",";
  const columns = (text.split("\n")[0] ?? "").split(delimiter);
  const file = Object.assign(new Blob([text]), { name: "a list.csv" });
  const plan: ImportPlan = { ...PLAIN, kind: "table", mapping: {}, columns, ...more };
  return readTable(engine, file, plan, { id: "t", thisYear: 2026 });
}

async function types(): Promise<Record<string, unknown>> {
  const found = await rows("select column_name as name, column_type as type from (describe table_t)");
  return Object.fromEntries(found.map(({ name, type }) => [String(name), type]));
}

/** The type of a column of these values. */
async function typeOf(values: readonly string[], more: Partial<ImportPlan> = {}): Promise<unknown> {
  await read(["key,value", ...values.map((value, index) => `k${index},"${value}"`)].join("\n"), more);
  return (await types()).value;
}

describe("an ordinary table", () => {
  it("keeps its own columns, typed, and every line", async () => {
    const result = await read(
      'Code,Name,Born,Paid,Count,Seen at,Active\n007,"Ann, dear",2001-02-03,"1,234.50",3,2026-01-02 10:30,yes\n008,,2001-02-04,0.5,-4,2026-01-03 11:00,no\n',
    );
    expect(result).toMatchObject({
      table: "table_t",
      setAside: null,
      rows: 2,
      firstDay: null,
      readAs: "Read 2 lines as a table of 7 columns.",
      ledger: { lines: 2, kept: 2, rejected: 0, excluded: 0, warnings: [] },
    });
    expect(await rows("from table_t")).toEqual([
      {
        Code: "007",
        Name: "Ann, dear",
        Born: "2001-02-03",
        Paid: "1234.5",
        Count: 3,
        "Seen at": "2026-01-02T10:30:00",
        Active: true,
      },
      {
        Code: "008",
        Name: null,
        Born: "2001-02-04",
        Paid: "0.5",
        Count: -4,
        "Seen at": "2026-01-03T11:00:00",
        Active: false,
      },
    ]);
    expect(await types()).toEqual({
      Code: "VARCHAR",
      Name: "VARCHAR",
      Born: "DATE",
      Paid: "DECIMAL(18,2)",
      Count: "BIGINT",
      "Seen at": "TIMESTAMP",
      Active: "BOOLEAN",
    });
  });

  it.each<[string, readonly string[], string]>([
    ["whole numbers", ["1", "-20", "0"], "BIGINT"],
    ["whole numbers with marks of thousands", ["1,000", "2,000,000"], "BIGINT"],
    ["numbers, one with decimals", ["1", "2.25", "3"], "DECIMAL(18,2)"],
    ["money", ["$1,275.10", "-$0.5"], "DECIMAL(18,2)"],
    ["fine measures", ["0.123456789", "1"], "DOUBLE"],
    ["numbers with exponents", ["1e-7", "2.5"], "DOUBLE"],
    ["numbers and gaps", ["1", "", "N/A", "2"], "BIGINT"],
    ["ids with leading zeros", ["001", "002", "10"], "VARCHAR"],
    ["telephone numbers", ["+4912345", "+4912346"], "VARCHAR"],
    ["ids of twenty digits", ["12345678901234567890", "12345678901234567891"], "VARCHAR"],
    ["dates of days", ["3/4/2026", "14/4/2026"], "DATE"],
    ["one date that is none", ["2026-02-28", "2026-02-30"], "VARCHAR"],
    ["dates with hours", ["2026-02-28 10:00", "2026-02-28"], "TIMESTAMP"],
    ["yes and no", ["Yes", "no", "yes"], "BOOLEAN"],
    ["one word alone", ["yes", "yes"], "VARCHAR"],
    ["numbers and one word", ["1", "2", "three"], "VARCHAR"],
    ["nothing", ["", ""], "VARCHAR"],
    ["versions", ["1.2.3", "1.10.0"], "VARCHAR"],
  ])("types %s by all of its values", async (_, values, type) => {
    expect(await typeOf(values, { dateOrder: "day-first" })).toBe(type);
  });

  it("reads day and month as a column's own values tell, and as the plan says where they do not", async () => {
    await read("a,b,c\n1/13/2026,13/1/2026,3/4/2026\n1/2/2026,2/1/2026,4/5/2026\n", { dateOrder: "day-first" });
    expect(await rows("from table_t limit 1")).toEqual([{ a: "2026-01-13", b: "2026-01-13", c: "2026-04-03" }]);
    expect(await typeOf(["3/4/2026", "4/5/2026"])).toBe("VARCHAR");
  });

  it("lets one value beyond the looked-at ones decide", async () => {
    const many = Array.from({ length: 5000 }, (_, index) => String(index));
    expect(await typeOf([...many.slice(0, 3333), "12.5", ...many.slice(3333)])).toBe("DECIMAL(18,1)");
    expect(await typeOf([...many.slice(0, 3333), "x", ...many.slice(3333)])).toBe("VARCHAR");
  });

  it("reads decimals behind a comma when the plan says so", async () => {
    await read("a;b\n1.234,50;x\n-2,5;y\n", { decimalMark: "comma", dialect: { ...PLAIN.dialect, delimiter: ";" } });
    expect(await rows("select a from table_t")).toEqual([{ a: "1234.5" }, { a: "-2.5" }]);
  });

  it("says where values stand for none", async () => {
    const { ledger } = await read("a,b\n1,x\nN/A,-\n3,y\n");
    expect(ledger.warnings).toEqual([
      { sentence: "Values such as N/A or - stand for none and are empty in a (1).", change: null },
    ]);
    expect(await rows("from table_t")).toEqual([
      { a: 1, b: "x" },
      { a: null, b: "-" },
      { a: 3, b: "y" },
    ]);
  });

  it("excludes blank lines and fills up short ones", async () => {
    const { ledger, setAside } = await read('a,b\n1,2\n,\n3\n\n"4",5\n');
    expect(setAside).toBe("set_aside_t");
    expect(ledger).toMatchObject({ lines: 4, kept: 3, rejected: 0, excluded: 1 });
    expect(ledger.reasons).toEqual([{ fate: "excluded", reason: "blank line", lines: 1, rule: "blank" }]);
    expect(ledger.samples).toEqual([{ line: 3, fate: "excluded", reason: "blank line", raw: "," }]);
    expect(ledger.warnings.map(({ sentence }) => sentence)).toEqual([
      "1 line is shorter than the header; the fields behind are empty.",
    ]);
    expect(await rows("select source_line as l, fate, raw from set_aside_t")).toEqual([
      { l: 3, fate: "excluded", raw: "," },
    ]);
  });

  it("leaves out what stands above and below it", async () => {
    const layout = { headerRow: 2, headerRows: 1, firstRow: 3, lastRow: 4 };
    const { ledger } = await read("A report\na,b\n1,2\n3,4\nmade by hand\n", { layout, columns: ["a", "b"] });
    expect(ledger).toMatchObject({ lines: 4, kept: 2, rejected: 0, excluded: 2 });
    expect(ledger.reasons).toEqual([
      { fate: "excluded", reason: "above the table", lines: 1, rule: "preamble" },
      { fate: "excluded", reason: "below the table", lines: 1, rule: "second-table" },
    ]);
    expect(await rows("from table_t")).toEqual([
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ]);
  });

  it("counts a blank line that is asked to count", async () => {
    expect((await read("a,b\n1,2\n,\n,\n", { countedLines: [3] })).ledger).toMatchObject({ kept: 2, excluded: 1 });
    expect((await read("a,b\n1,2\n,\n", { rules: { blank: false } })).ledger).toMatchObject({ kept: 2, excluded: 0 });
  });

  it("tells columns apart that differ in capitals only, and takes any name", async () => {
    await read('Name,name,"a ""b"", c;--",\n1,2,3,4\n', { columns: ["Name", "name", 'a "b", c;--', ""] });
    expect(await rows("from table_t")).toEqual([{ Name: 1, name_2: 2, 'a "b", c;--': 3, column_4: 4 }]);
  });

  it("leaves nothing behind when it is aborted", async () => {
    const file = Object.assign(new Blob(["a\n1\n"]), { name: "x.csv" });
    const plan: ImportPlan = { ...PLAIN, kind: "table", mapping: {}, columns: ["a"] };
    const reading = readTable(engine, file, plan, { id: "gone", signal: AbortSignal.abort() });
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect(await rows("select count(*) as n from duckdb_tables() where table_name like '%gone%'")).toEqual([{ n: 0 }]);
  });
});

describe("its profile", () => {
  it("says of each column what it holds", async () => {
    await read("n,t,d,e\n1,b,2026-01-01,\n2,a,2026-01-11,\n2,a,,\n11,,2026-01-02,\n");
    expect(await rows("select * exclude (data_set, lines, position, distinct_is_exact) from profile_t")).toEqual([
      {
        column_name: "n",
        type: "whole number",
        filled: 4,
        empty: 0,
        distinct_values: 3,
        minimum: "1",
        maximum: "11",
        mean: 4,
        top_values: "2 (2), 1 (1), 11 (1)",
        histogram: "1 2 0 0 0 0 0 0 0 1",
      },
      {
        column_name: "t",
        type: "text",
        filled: 3,
        empty: 1,
        distinct_values: 2,
        minimum: "a",
        maximum: "b",
        mean: null,
        top_values: "a (2), b (1)",
        histogram: null,
      },
      {
        column_name: "d",
        type: "date",
        filled: 3,
        empty: 1,
        distinct_values: 3,
        minimum: "2026-01-01",
        maximum: "2026-01-11",
        mean: null,
        top_values: "2026-01-01 (1), 2026-01-02 (1), 2026-01-11 (1)",
        histogram: "1 1 0 0 0 0 0 0 0 1",
      },
      {
        column_name: "e",
        type: "text",
        filled: 0,
        empty: 4,
        distinct_values: 0,
        minimum: null,
        maximum: null,
        mean: null,
        top_values: null,
        histogram: null,
      },
    ]);
  });

  it("is made again when the table came back without it, and the table has a name of its own", async () => {
    await read("n\n1\n2\n");
    const sets: ReadSet[] = [
      { id: "t", kind: "table", hasSetAside: false, fileName: "Sales.csv" },
      { id: "u", kind: "table", hasSetAside: false, fileName: "sales!.tsv" },
    ];
    await engine.execute("create or replace table table_u as select 5 as x");
    await defineRelations(engine, sets);
    await engine.execute("drop table profile_t");
    await defineRelations(engine, sets);
    expect(await rows("select data_set, column_name, maximum from profiles order by data_set_position")).toEqual(
      [
        { data_set: "a list.csv", column_name: "n", maximum: "2" },
        { data_set: "sales!.tsv", column_name: "x", maximum: "5" },
      ].map((row) => (row.data_set === "a list.csv" ? { ...row, data_set: "Sales.csv" } : row)),
    );
    expect(await rows("select sum(n) as n from sales_file")).toEqual([{ n: "3" }]);
    expect(await rows("from sales_file_2")).toEqual([{ x: 5 }]);
    await defineRelations(engine, sets.slice(1));
    expect(await rows("from sales_file")).toEqual([{ x: 5 }]);
    await expect(rows("from sales_file_2")).rejects.toThrow();
    expect(await rows("select count(*) as n from duckdb_tables() where table_name = 'profile_t'")).toEqual([{ n: 0 }]);
  });

  it("takes a thousand columns", async () => {
    const wide = Array.from({ length: 1030 }, (_, index) => `c ${index}`);
    const line = wide.map((_, index) => (index % 3 === 0 ? index : `t${index}`)).join(",");
    const result = await read(`${wide.join(",")}\n${`${line}\n`.repeat(40)}`);
    expect(result.readAs).toBe("Read 40 lines as a table of 1,030 columns.");
    expect(await rows("select count(*) as n, sum(filled) as f from profile_t")).toEqual([{ n: 1030, f: "41200" }]);
  });
});
