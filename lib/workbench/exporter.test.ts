import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { zipDirectory } from "@/lib/ingest/container/zip-directory";
import { inspectFile } from "@/lib/ingest/inspect-file";
import { readFile } from "@/lib/ingest/read-file";
import type { CellId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import type { Result } from "@/lib/query/result";
import { nbformat45 } from "@/lib/report/files/testing/nbformat";
import { zipFile } from "@/lib/report/files/zip-file";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Storage } from "@/lib/storage/storage";
import { initialState } from "./context";
import { readProject } from "./project-file-import";
import { createStore } from "./store";
import { isKept, portsOver, until } from "./testing/open-workbench";
import { runScript } from "./testing/run-script";
import type { ShownTables } from "./whole-report";
import { createWorkbench, type Workbench } from "./workbench";

const FILES: Readonly<Record<string, string>> = {
  "till.csv": `Datum;Artikel-Nr;Artikel;Warengruppe;Menge;Summe;Kunde;Bon
05.01.2026 10:15;1;"Tee; lose";Getränke;2;20,10 €;K1;B1
20.01.2026;2;Salz;;1;5,05;;B2
Datum;Artikel-Nr;Artikel;Warengruppe;Menge;Summe;Kunde;Bon
11. Februar 2026;1;"Tee; lose";Getränke;3;1.030,15;K1;B3
31.02.2026;1;Tee;Getränke;3;1,15;K1;B4
28.02.2026;3;"=HYPERLINK(""http://x.test"")";Süßes;1;3;K2;B5
01.03.2026;2;Salz;;-1;(5,05);;B6
Summe;;;;;1.053,25;;
`,
  "stock.csv": `sku,name,stock,cost
1,"Tee; lose",10,4.50
2,Salz,0,1.25
3,Bonbons,25,0.10
`,
  "people.csv": `Name,Since,Points
Ann,2024-01-05,12.50
Bo,2025-03-01,-3
`,
};
const QUERY =
  "select category, sum(amount)::decimal(38, 4) as earned from sales where quantity >= $least group by all order by all";

let engine: Engine;
let workbench: Workbench;
const folder = mkdtempSync(join(tmpdir(), "lucid-export-"));

const state = () => workbench.store.get();
const cellNamed = (name: string) => state().notebook?.cells.find((cell) => cell.name === name);
const settled = ({ notebook, runs }: ReturnType<typeof state>) =>
  (notebook?.cells ?? []).every(({ id, kind }) => kind === "note" || kind === "input" || runs[id]?.status === "ok");

beforeAll(async () => {
  engine = await openNodeEngine();
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  workbench = createWorkbench(portsOver(openMemoryStorage(), async () => engine));
  await workbench.start();
  await workbench.importFiles(Object.entries(FILES).map(([name, text]) => new File([text], name)));
  const base = { collapsed: false };
  const count = state().notebook?.cells.length ?? 0;
  const more = [
    { ...base, id: "n1", kind: "note", name: "words", title: "Words", text: "# Why\n\n<script>alert(1)</script> $x$" },
    { ...base, id: "i1", kind: "input", name: "least", title: "At least", input: "number", value: 0 },
    {
      ...base,
      id: "q2",
      kind: "sql",
      name: "best",
      title: "Best",
      sql: "from earned limit 1",
      ran: null,
      origin: null,
      codeShown: true,
    },
    {
      ...base,
      id: "q1",
      kind: "sql",
      name: "earned",
      title: "Earned",
      sql: QUERY,
      ran: null,
      origin: null,
      codeShown: true,
    },
  ] as const;
  for (const [at, cell] of more.entries()) {
    workbench.edit({ type: "insert-cell", cell: { ...cell, id: cell.id as CellId }, index: count + at });
  }
  workbench.runCell("q1" as CellId);
  workbench.runCell("q2" as CellId);
  await until(workbench, (now) => settled(now) && isKept(now));
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
const resultOf = (name: string): Result => {
  const found = state().runs[cellNamed(name)?.id ?? ("" as CellId)]?.result;
  if (!found) throw new Error(`${name} has no result`);
  return found;
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
    const asking = (state().notebook?.cells ?? []).filter(({ kind }) => kind !== "note" && kind !== "input");
    expect(asking.length).toBeGreaterThan(9);
    expect(answers).toHaveLength(3 + asking.length);
    const told = new Map<string, unknown>();
    const order = asking.map((cell) => cell.name);
    order.splice(order.indexOf("best"), 2, "earned", "best");
    for (const [at, cell] of order.entries()) told.set(cell, answers[3 + at]);
    for (const cell of order) {
      const { columns, rows } = resultOf(cell);
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
      expect.arrayContaining(["till.csv", "stock.csv", "Words", resultOf("overview").provenance.engine]),
    );
    expect(told.some((text) => typeof text === "string" && text.includes("sum(amount)"))).toBe(true);
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
    expect(cells.some(({ cell_type, source }) => cell_type === "markdown" && String(source).includes("# Why"))).toBe(
      true,
    );
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
  const id = () => cellNamed("best_sellers")?.id ?? ("" as CellId);
  const shown = (): ShownTables => {
    const { columns, rows } = resultOf("best_sellers");
    const [first] = rows;
    return new Map([
      [id(), { columns: columns.filter(({ hidden }) => !hidden), rows: first ? [first] : [], totals: null }],
    ]);
  };

  it("is read by Lucid again as the same table", async () => {
    const { name, blob } = await workbench.exporter.cell(id(), "csv", SHOWN_NOTHING);
    expect(name).toBe("Best sellers.csv");
    const file = new File([blob], name);
    const { plan } = await inspectFile(file);
    await readFile(engine, file, { ...plan, kind: "table", mapping: {} }, { id: "again" });
    const again = await engine.runText("select * from table_again");
    const { columns, rows } = resultOf("best_sellers");
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

  it("has insights as rows", async () => {
    const { blob } = await workbench.exporter.cell(cellNamed("insights")?.id ?? id(), "json", SHOWN_NOTHING);
    const { columns } = JSON.parse(await blob.text());
    expect(columns.map(({ name }: { name: string }) => name)).toContain("confidence");
  });
});

const deviceOf = (storage: Storage) => ({
  ports: portsOver(storage, async () => engine),
  store: createStore(initialState),
});

describe("a project file", () => {
  const projectOf = async () => {
    const { name, blob } = await workbench.exporter.notebook("project", SHOWN_NOTHING);
    return new File([blob], name);
  };

  it("brings everything to an empty device: document, versions, lines with their checksums, results", async () => {
    await workbench.versions.save("As it left");
    const before = state();
    const file = await projectOf();
    expect(file.name).toMatch(/\.lucid\.zip$/);
    const storage = openMemoryStorage();
    const other = createWorkbench(portsOver(storage, async () => engine));
    await other.start();
    await other.importFiles([file]);
    const now = other.store.get();
    expect(now.incoming).toEqual([]);
    const own = before.notebook?.dataSets.map(({ dataHash }) => dataHash);
    const dataSets = now.notebook?.dataSets.map((set, at) => ({ ...set, dataHash: own?.[at] }));
    expect({ ...now.notebook, dataSets }).toEqual(before.notebook);
    const parts = (before.notebook?.dataSets ?? []).flatMap((set) => [...set.parts, ...set.setAsideParts]);
    expect(parts.length).toBeGreaterThan(2);
    expect((await storage.listParts()).map(({ hash }) => hash).sort()).toEqual([...parts].sort());
    expect((await other.versions.list()).map(({ name }) => name)).toContain("As it left");
    for (const [cell, run] of Object.entries(before.runs)) {
      expect(now.runs[cell as CellId]?.result?.rows, cell).toEqual(run.result?.rows);
    }
    expect(now.runs[cellNamed("earned")?.id ?? ("" as CellId)]).toMatchObject({ status: "ok", cached: true });
  });

  it("is opened as a copy where the notebook is already", async () => {
    const storage = openMemoryStorage();
    const file = await projectOf();
    const first = await readProject(deviceOf(storage), file);
    await storage.writeSnapshot({ id: first.id, title: "x", updatedAt: 1, headline: null }, first);
    const copy = await readProject(deviceOf(storage), file);
    expect(copy.id).not.toBe(first.id);
    const named = (notebook: Notebook) => ({
      ...notebook,
      id: "",
      dataSets: notebook.dataSets.map((set) => ({ ...set, dataHash: "" })),
    });
    expect(named(copy)).toEqual(named(first));
  });

  it("is refused whole when one byte of it is another, when it is cut off, or is of a newer Lucid", async () => {
    const file = await projectOf();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const entries = (await zipDirectory(file)) ?? [];
    const part = entries.find(({ name }) => name.startsWith("data/"));
    const flipped = bytes.slice();
    const at = (part?.at ?? 0) + 30 + (part?.name.length ?? 0) + 100;
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    const storage = openMemoryStorage();
    const open = (content: BlobPart) => readProject(deviceOf(storage), new File([content], "shop.lucid.zip"));
    await expect(open(flipped)).rejects.toThrow("shop.lucid.zip is damaged");
    await expect(open(bytes.slice(0, bytes.length - 200))).rejects.toThrow("is not a project that can be read");
    const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const made = (manifest: unknown) =>
      zipFile([
        { name: "manifest.json", bytes: text(manifest) },
        { name: "notebook.lucid.json", bytes: text({}) },
      ]);
    await expect(open(await made({ format: "lucid-project", version: 2 }))).rejects.toThrow("a newer Lucid");
    await expect(open(await made({ format: "lucid-project", version: 1, parts: "all" }))).rejects.toThrow(
      "is not a project",
    );
    await expect(open(await made(JSON.parse('{"__proto__": {"format": "lucid-project"}}')))).rejects.toThrow(
      "is not a project",
    );
    expect(await storage.listDocs()).toEqual([]);
  });

  it("does not unpack a bomb", async () => {
    const bomb = await zipFile([
      { name: "manifest.json", bytes: new Uint8Array(51_000_000) },
      { name: "notebook.lucid.json", bytes: new Uint8Array(1) },
    ]);
    expect(bomb.size).toBeLessThan(100_000);
    const file = new File([bomb], "bomb.lucid.zip");
    await expect(readProject(deviceOf(openMemoryStorage()), file)).rejects.toThrow("is damaged");
  });
});
