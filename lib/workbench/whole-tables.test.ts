import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { abortError } from "@/lib/engine/send";
import type { CellId } from "@/lib/notebook/ids";
import type { Row } from "@/lib/query/result";
import type { ShownTables } from "./shown-view";
import { add, run, runOf, sqlCell, statusOf, type } from "./testing/cells-by-name";
import { runScript } from "./testing/run-script";
import { openTeaAndCake, type TeaAndCake } from "./testing/tea-and-cake";
import type { Workbench } from "./workbench";

const ROWS = 100_500;
const SQL = `select range as n, case when range = ${ROWS - 1} then 99999999999999999999 else range end as big,
  case when range % 2 = 0 then 'even' else 'odd' end as word from range(${ROWS})`;
const LAST = `${ROWS - 1},99999999999999999999,odd`;
const SHOWN_NOTHING: ShownTables = new Map();

let tea: TeaAndCake;
let workbench: Workbench;
const folder = mkdtempSync(join(tmpdir(), "lucid-whole-"));
const id = "id-long" as CellId;

beforeAll(async () => {
  tea = await openTeaAndCake();
  workbench = await tea.shop();
  add(workbench, { ...sqlCell("long", SQL), title: "Long" });
  await run(workbench, "long");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await tea.engine.close();
});

const fileOf = async (format: "csv" | "json" | "xlsx" | "parquet", shown = SHOWN_NOTHING) =>
  (await workbench.exporter.cell(id, format, shown)).blob;
const linesOf = async (shown = SHOWN_NOTHING) => (await (await fileOf("csv", shown)).text()).trimEnd().split("\r\n");
const left = async () =>
  (await tea.engine.runText("select table_name from duckdb_tables() where table_name ~ 'lucid_.*|long'")).rows;

describe("a query that shows the first of more rows, as a file", () => {
  it("has every row, and columns that hold what only a later row needs", async () => {
    expect(runOf(workbench, "long").result).toMatchObject({ total: ROWS, rows: { length: 100_000 } });
    const lines = await linesOf();
    expect(lines).toHaveLength(ROWS + 1);
    expect(lines.slice(-2)).toEqual([`${ROWS - 2},${ROWS - 2},even`, LAST]);
    const { rows } = JSON.parse(await (await fileOf("json")).text());
    expect(rows).toHaveLength(ROWS);
    expect(rows[20_000]).toEqual({ n: 20_000, big: 20_000, word: "even" });
    const path = join(folder, "long.parquet");
    writeFileSync(path, new Uint8Array(await (await fileOf("parquet")).arrayBuffer()));
    const asked = `select count(*)::integer as n, max(big)::varchar as big, typeof(max(big)) as type from '${path}'`;
    expect(await runScript(asked, folder)).toEqual([[{ n: ROWS, big: "99999999999999999999", type: "DECIMAL(20,0)" }]]);
  });

  it("is filtered and sorted as the screen is, over all its rows, and leaves nothing in the engine", async () => {
    const { columns = [], rows = [] } = runOf(workbench, "long").result ?? {};
    const find = (all: readonly Row[]) => all.filter(({ word }) => word === "odd");
    const sort = { column: "n", direction: "descending" } as const;
    const lines = await linesOf(new Map([[id, { columns, rows, totals: null, find, sort }]]));
    expect(lines).toHaveLength(ROWS / 2 + 1);
    expect([lines[1], lines.at(-1)]).toEqual([LAST, "1,1,odd"]);
    expect(await left()).toEqual([]);
  });

  it("stands in the order of the screen, which counts the numbers in texts", async () => {
    add(workbench, sqlCell("bills", `select 'B' || (${ROWS} - range) as bill from range(${ROWS})`));
    await run(workbench, "bills");
    const { columns = [], rows = [] } = runOf(workbench, "bills").result ?? {};
    const sort = { column: "bill", direction: "ascending" } as const;
    const shown: ShownTables = new Map([
      ["id-bills" as CellId, { columns, rows, totals: null, find: (all: readonly Row[]) => all, sort }],
    ]);
    const { blob } = await workbench.exporter.cell("id-bills" as CellId, "csv", shown);
    const lines = (await blob.text()).trimEnd().split("\r\n");
    expect([lines.length, lines[2], lines[10], lines.at(-1)]).toEqual([ROWS + 1, "B2", "B10", `B${ROWS}`]);
    expect(await left()).toEqual([]);
  });

  it("leaves nothing in the engine when it is cancelled just as its rows are sorted", async () => {
    const { columns = [], rows = [] } = runOf(workbench, "long").result ?? {};
    const sort = { column: "n", direction: "descending" } as const;
    const find = (all: readonly Row[]) => all;
    const execute = tea.engine.execute.bind(tea.engine);
    const spied = vi.spyOn(tea.engine, "execute").mockImplementation(async (text, options) => {
      await execute(text, options);
      if (text.includes("order by")) throw abortError();
    });
    await expect(linesOf(new Map([[id, { columns, rows, totals: null, find, sort }]]))).rejects.toThrow("cancelled");
    spied.mockRestore();
    expect(await left()).toEqual([]);
  });

  it("has every row in a workbook too, where nothing says that it is cut", async () => {
    const { blob } = await workbench.exporter.notebook("xlsx", SHOWN_NOTHING);
    const book = read(await blob.arrayBuffer());
    expect(book.Sheets.Long?.["!ref"]).toBe(`A1:C${ROWS + 1}`);
    const told = Object.values(book.Sheets.Provenance ?? {}).map((cell) => String(cell?.v));
    expect(told.filter((text) => text.includes("rows are shown"))).toEqual([]);
  });

  it("has every row, sorted too, where a column is called as the engine numbers rows", async () => {
    const numbered = `select ${ROWS} - range as rowid, range as c1 from range(${ROWS})`;
    add(workbench, { ...sqlCell("numbered", numbered), title: "Numbered" });
    await run(workbench, "numbered");
    const { columns = [], rows = [] } = runOf(workbench, "numbered").result ?? {};
    const sort = { column: "rowid", direction: "ascending" } as const;
    const sorted: ShownTables = new Map([
      ["id-numbered" as CellId, { columns, rows, totals: null, find: (all: readonly Row[]) => all, sort }],
    ]);
    for (const [shown, first] of [
      [SHOWN_NOTHING, `${ROWS},0`],
      [sorted, `1,${ROWS - 1}`],
    ] as const) {
      const { blob } = await workbench.exporter.cell("id-numbered" as CellId, "csv", shown);
      const lines = (await blob.text()).trimEnd().split("\r\n");
      expect([lines.length, lines[1]]).toEqual([ROWS + 1, first]);
    }
  });

  it("is whole when two files of it are asked for at once", async () => {
    const [parquet, lines] = await Promise.all([fileOf("parquet"), linesOf(), fileOf("json")]);
    expect(lines).toHaveLength(ROWS + 1);
    expect(parquet.size).toBeGreaterThan(1000);
    expect(await left()).toEqual([]);
  });

  it("leaves its table to a cell that came to read it while it was written", async () => {
    const runText = tea.engine.runText.bind(tea.engine);
    let read: Promise<void> | null = null;
    const spied = vi.spyOn(tea.engine, "runText").mockImplementation(async (text, ...more) => {
      if (text.includes("rowid") && !read) {
        add(workbench, sqlCell("above", "select max(n) as most from long"));
        read = run(workbench, "above");
        await read;
      }
      return runText(text, ...more);
    });
    expect(await linesOf()).toHaveLength(ROWS + 1);
    spied.mockRestore();
    expect([statusOf(workbench, "above"), await left()]).toEqual(["ok", [{ table_name: "long" }]]);
    workbench.edit({ type: "remove-cell", id: "id-above" as CellId });
    await linesOf();
    expect(await left()).toEqual([]);
  });

  it("is not written when another number of rows is read than it has", async () => {
    const keep = tea.engine.keep.bind(tea.engine);
    tea.engine.keep = (table, text, ...more) => keep(table, `from (${text}) limit ${ROWS - 1}`, ...more);
    const refused = expect(fileOf("csv")).rejects.toMatchObject({
      kind: "changed",
      message: `Long has ${ROWS} rows and ${ROWS - 1} were read, so the file was not written.`,
    });
    await refused.finally(() => {
      tea.engine.keep = keep;
    });
  });

  it("is not written while it shows the first rows of what it asked before", async () => {
    type(workbench, "long", `${SQL} where range > 5`);
    await expect(fileOf("csv")).rejects.toThrow("Only the first rows of what Long asked before are known");
  });
});
