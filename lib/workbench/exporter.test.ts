import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { inspectFile } from "@/lib/ingest/inspect-file";
import { readFile } from "@/lib/ingest/read-file";
import { nbformat45 } from "@/lib/report/files/testing/nbformat";
import type { ShownTables } from "./shown-view";
import { cellOf } from "./testing/cells-by-name";
import { FILES, openExportedShop, resultOf } from "./testing/exported-shop";
import { runScript } from "./testing/run-script";
import type { Workbench } from "./workbench";

let engine: Engine;
let workbench: Workbench;
const folder = mkdtempSync(join(tmpdir(), "lucid-export-"));

beforeAll(async () => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  ({ engine, workbench } = await openExportedShop());
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await engine.close();
});

const SHOWN_NOTHING = new Map();
const textOf = async (format: "sql" | "ipynb") => {
  const { name, blob } = await workbench.exporter.notebook(format, SHOWN_NOTHING);
  return { name, text: await blob.text() };
};
describe("a notebook as a SQL script", () => {
  it("gives the notebook's numbers from the original files in native DuckDB", async () => {
    const { name, text } = await textOf("sql");
    expect(name).toMatch(/\.sql$/);
    const answers = await runScript(text, folder);
    const checks = answers.slice(0, 3).map(([row]) => row?.checked);
    expect(checks).toEqual([
      "till.csv: 5 lines, as Lucid read it",
      "stock.csv: 3 lines, as Lucid read it",
      "people.csv: 2 lines, as Lucid read it",
    ]);
    const { notebook, runs } = workbench.store.get();
    const asking = (notebook?.cells ?? []).filter(({ id }) => runs[id]?.status === "ok");
    expect(asking.length).toBeGreaterThan(9);
    expect(answers).toHaveLength(3 + asking.length);
    const told = new Map<string, unknown>();
    const order = asking.map((cell) => cell.name);
    order.splice(order.indexOf("best"), 2, "earned", "best");
    for (const [at, cell] of order.entries()) told.set(cell, answers[3 + at]);
    for (const cell of order) {
      const { columns, rows } = resultOf(workbench, cell);
      const found = (told.get(cell) ?? []) as Record<string, unknown>[];
      expect(found.length, cell).toBe(rows.length);
      for (const [at, row] of rows.entries()) {
        for (const { name: column, kind } of columns) {
          const [here, there] = [row[column] ?? null, found[at]?.[column] ?? null];
          const number = here !== null && (kind === "decimal" || kind === "integer" || kind === "double");
          if (number) expect(Number(there), `${cell} ${column} ${at}`).toBeCloseTo(Number(here), 9);
          else
            expect(there === null ? null : String(there).replace(" 00:00:00", ""), `${cell} ${column}`).toEqual(
              here === null ? null : String(here),
            );
        }
      }
    }
  });

  it("tells of queries without a result, and runs on", async () => {
    const { text } = await textOf("sql");
    expect(text).toContain('There is no result: Referenced column "nothing_such" not found');
    expect(text).toContain("-- select nothing_such\n-- from sales");
    expect(text).toContain("-- This was not computed: it is blocked by Broken.");
  });

  it("stops where a file is another one", async () => {
    const { text } = await textOf("sql");
    const other = mkdtempSync(join(tmpdir(), "lucid-other-"));
    for (const [name, content] of Object.entries(FILES))
      writeFileSync(join(other, name), content.replace("20,10", "20,11"));
    await expect(runScript(text, other)).rejects.toThrow("till.csv does not give the lines Lucid read");
    rmSync(other, { recursive: true });
  });
});

describe("a notebook as a workbook", () => {
  it("has a sheet a cell with the figures of the notebook, and one that says where they come from", async () => {
    const { name, blob } = await workbench.exporter.notebook("xlsx", SHOWN_NOTHING);
    expect(name).toMatch(/\.xlsx$/);
    const book = read(await blob.arrayBuffer(), { cellFormula: true });
    expect(book.SheetNames).toEqual(
      expect.arrayContaining(["Overview", "Best sellers", "Earned", "Best", "Provenance"]),
    );
    const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet));
    expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([]);
    const earned = book.Sheets.Earned ?? {};
    expect(["A1", "B1", "B2", "B3"].map((place) => earned[place]?.v)).toEqual(["Category", "Earned", 1050.25, 3]);
    const told = Object.values(book.Sheets.Provenance ?? {}).map((cell) => cell?.v);
    expect(told).toEqual(
      expect.arrayContaining(["till.csv", "stock.csv", "Words", resultOf(workbench, "overview").provenance.engine]),
    );
    expect(told.some((text) => typeof text === "string" && text.includes("sum(amount)"))).toBe(true);
    // Also those that have no table, and so no sheet.
    const asking = (workbench.store.get().notebook?.cells ?? []).filter(({ id }) => workbench.store.get().runs[id]);
    expect(book.SheetNames).not.toContain("Seasonality");
    expect(told).toEqual(expect.arrayContaining(asking.map(({ title }) => title)));
  });
});

describe("a notebook as a Jupyter notebook", () => {
  it("is one of nbformat 4.5: words, queries in DuckDB, and their results below them", async () => {
    const { name, text } = await textOf("ipynb");
    expect(name).toMatch(/\.ipynb$/);
    const { cells } = nbformat45.parse(JSON.parse(text));
    const code = cells.filter((cell) => cell.cell_type === "code");
    expect(code[0]?.source).toContain("read_csv('till.csv'");
    expect(code[0]?.outputs).toEqual([]);
    const earned = code.find(({ source }) => String(source).includes('table "earned"'));
    const data = earned?.outputs[0]?.output_type === "execute_result" ? earned.outputs[0].data : {};
    expect(data["text/html"]).toContain('data-value="1050.25"');
    expect(data["text/plain"]).toContain("Category");
    const best = code.find(({ source }) => String(source).includes('table "best_sellers"'));
    expect(JSON.stringify(best?.outputs)).not.toContain("<script");
    const words = cells.flatMap((cell) => (cell.cell_type === "markdown" ? [String(cell.source)] : []));
    // Jupyter would set a formula, run HTML and fetch a picture.
    expect(words.find((text) => text.includes("# Why"))).toBe(
      "## Words\n\n# Why\n\n&lt;script>alert(1)&lt;/script> from \\$5 to \\$6, `$a < $b` [a till](https://elsewhere.example/x.png)\n\n```\n$1 <\n```",
    );
    expect(code.find(({ source }) => String(source).includes("nothing_such"))).toMatchObject({
      source: "# select nothing_such\n# from sales",
      outputs: [],
    });
  });

  it("has the SQL that runs in native DuckDB", async () => {
    const { cells } = nbformat45.parse(JSON.parse((await textOf("ipynb")).text));
    const code = cells.flatMap((cell) => (cell.cell_type === "code" ? [String(cell.source)] : []));
    const sql = code.flatMap((source) => [...source.matchAll(/con\.(?:execute|sql)\(r"""\n([\s\S]*?)\n"""\)/g)]);
    const statements = sql.map((match) => match[1] ?? "");
    expect(statements.length).toBe(code.join("\n").match(/con\.(execute|sql)\(/g)?.length);
    const answers = await runScript(statements.join("\n;\n"), folder);
    expect(answers.at(-1)).toEqual([{ category: "Getränke", earned: "1050.2500" }]);
  });
});

describe("a cell as a file", () => {
  const id = () => cellOf(workbench, "best_sellers").id;
  const shown = (): ShownTables => {
    const { columns, rows } = resultOf(workbench, "best_sellers");
    const [first] = rows;
    return new Map([
      [
        id(),
        {
          columns: columns.filter(({ hidden }) => !hidden),
          rows: first ? [first] : [],
          totals: null,
          find: (rows) => rows,
          sort: null,
        },
      ],
    ]);
  };

  it("is read by Lucid again as the same table", async () => {
    const { name, blob } = await workbench.exporter.cell(id(), "csv", SHOWN_NOTHING);
    expect(name).toBe("Best sellers.csv");
    const file = new File([blob], name);
    const { plan } = await inspectFile(file);
    await readFile(engine, file, { ...plan, kind: "table", mapping: {} }, { id: "again" });
    const again = await engine.runText("select * from table_again");
    const { columns, rows } = resultOf(workbench, "best_sellers");
    const visible = columns.filter(({ hidden }) => !hidden);
    expect(again.rows).toHaveLength(rows.length + 1);
    for (const [at, row] of rows.entries()) {
      const values = visible.map(({ name: column }) => row[column] ?? null);
      const read = Object.values(again.rows[at] ?? {});
      expect(read.map((value) => (value === null ? null : String(value).replace(/^'/, "")))).toEqual(
        values.map((value) => (value === null ? null : String(value))),
      );
    }
    await engine.execute("drop table table_again; drop table profile_again");
  });

  it("holds what the screen shows of it: rows that were filtered away are not in it", async () => {
    for (const format of ["csv", "json", "xlsx", "parquet"] as const) {
      const { name, blob } = await workbench.exporter.cell(id(), format, shown());
      expect(name).toBe(`Best sellers.${format}`);
      if (format === "csv") expect((await blob.text()).trim().split("\r\n")).toHaveLength(2);
      if (format === "json") expect(JSON.parse(await blob.text()).rows).toHaveLength(1);
      if (format === "xlsx")
        expect(read(await blob.arrayBuffer()).Sheets["Best sellers"]?.["!ref"]).toMatch(/:[A-Z]2$/);
      if (format === "parquet") expect(await blob.slice(0, 4).text()).toBe("PAR1");
    }
  });

  it("has no two columns of one head", async () => {
    const { blob } = await workbench.exporter.cell(cellOf(workbench, "overview").id, "json", SHOWN_NOTHING);
    const { columns } = JSON.parse(await blob.text());
    const heads = columns.map(({ label }: { label: string }) => label);
    expect(heads).toEqual(expect.arrayContaining(["Returned", "Returned, share"]));
    expect(new Set(heads).size).toBe(heads.length);
  });

  it("has insights as rows", async () => {
    const { blob } = await workbench.exporter.cell(cellOf(workbench, "insights").id, "json", SHOWN_NOTHING);
    const { columns } = JSON.parse(await blob.text());
    expect(columns.map(({ name }: { name: string }) => name)).toContain("confidence");
  });
});
