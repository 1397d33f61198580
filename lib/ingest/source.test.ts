import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import type { NamedBlob } from "./decode";
import { type ImportPlan, PLAIN } from "./plan";
import { regularise } from "./regularise";
import { isPlain, plainSource, regularSource } from "./source";

const COLUMNS = ["a", "b"];
const PLAN: ImportPlan = { ...PLAIN, kind: "table", columns: COLUMNS, mapping: {} };
const HEADLESS = { headerRow: null, headerRows: 0, firstRow: 1, lastRow: null };
const file = (text: string): NamedBlob => Object.assign(new Blob([text]), { name: "till.csv" });

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const rows = async (records: string) => (await engine.runText(`select * from (${records})`)).rows;

describe("a plan", () => {
  it("is plain when the engine's strict reader needs no help", () => {
    expect(isPlain(PLAN)).toBe(true);
    expect(isPlain({ ...PLAN, layout: HEADLESS })).toBe(true);
    expect(isPlain({ ...PLAN, dialect: { ...PLAN.dialect, delimiter: "^", quote: "" } })).toBe(true);
  });

  it.each<[string, Partial<ImportPlan>]>([
    ["the table does not begin in row 1", { layout: { headerRow: 2, headerRows: 1, firstRow: 3, lastRow: null } }],
    ["the names take two rows", { layout: { headerRow: 1, headerRows: 2, firstRow: 3, lastRow: null } }],
    ["there is a gap below the names", { layout: { headerRow: 1, headerRows: 1, firstRow: 4, lastRow: null } }],
    ["something follows the table", { layout: { ...PLAIN.layout, lastRow: 9 } }],
    ["several characters part the fields", { dialect: { ...PLAIN.dialect, delimiter: "||" } }],
    ["texts stand in single quotes", { dialect: { ...PLAIN.dialect, quote: "'" } }],
    ["quotes are escaped", { dialect: { ...PLAIN.dialect, escape: "\\" } }],
    ["blanks belong to the delimiter", { dialect: { ...PLAIN.dialect, skipBlanks: true } }],
    ["fields are carried down", { carryDown: { key: "a", columns: ["b"] } }],
  ])("is not plain when %s", (_, difference) => {
    expect(isPlain({ ...PLAN, ...difference })).toBe(false);
  });
});

describe("records as SQL", () => {
  it("have their rows' numbers, with and without a header", async () => {
    const { records } = await plainSource(engine, file("a,b\n1,x\n2,y\n"), PLAN);
    expect(await rows(records)).toMatchObject([
      { line: 2, c1: "1" },
      { line: 3, c1: "2" },
    ]);
    const headless = await plainSource(engine, file("1,x\n2,y\n"), { ...PLAN, layout: HEADLESS });
    expect(await rows(headless.records)).toMatchObject([
      { line: 1, c2: "x" },
      { line: 2, c2: "y" },
    ]);
  });

  it.each([",", ";", "\t", "|", "^"])("take every line of a rewritten file parted by %j", async (delimiter) => {
    const lines = [
      "a,b",
      '1,"two\nlines"',
      '5" pipe,"say ""hi"""',
      " x , y ",
      "\0,NULL",
      "#,",
      "only one",
      '"never,closed',
    ];
    const text = lines.map((line) => line.replaceAll(",", delimiter)).join("\r\n");
    const plan: ImportPlan = { ...PLAN, kind: "sales", dialect: { ...PLAIN.dialect, delimiter } };
    const regular = await regularise(file(text), plan);
    expect(regular.lines).toBe(7);
    const { records } = await regularSource(engine, plan, regular, "till.csv");
    const read = await rows(records);
    expect(read.map((row) => [row.line, row.problem, row.c1, row.c2])).toEqual([
      [2, null, "1", "two\nlines"],
      [3, null, '5" pipe', 'say "hi"'],
      [4, null, " x ", " y "],
      [5, null, "\0", "NULL"],
      [6, null, "#", null],
      [7, "fewer fields than the header", null, null],
      [8, "a quote is opened and never closed", null, null],
    ]);
    expect(read.at(-1)?.raw).toBe(`"never${delimiter}closed`);
  });
});
