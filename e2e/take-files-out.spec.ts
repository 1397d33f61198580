import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { read } from "@e965/xlsx";
import type { Locator, TestInfo } from "@playwright/test";
import { cornerShop, cornerShopFigures, cornerStock } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";
import { type LucidPage, lucidOn } from "./fixtures/lucid-page";

/** Chooses an entry of an "Export" menu and keeps what is downloaded; gives its path. */
async function exported(lucid: LucidPage, from: Locator, entry: string, info: TestInfo): Promise<string> {
  await from.hover();
  await from.getByRole("button", { name: "Export", exact: true }).click();
  const download = lucid.page.waitForEvent("download");
  await lucid.page.getByRole("menuitem", { name: entry, exact: true }).click();
  const file = await download;
  const path = info.outputPath(file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** Every statement of a text in native DuckDB, run in a folder; gives the rows of each. */
async function answersOf(text: string, folder: string) {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`set file_search_path = '${folder}'`);
  const statements = await connection.extractStatements(text);
  const answers = [];
  for (let at = 0; at < statements.count; at += 1) {
    const prepared = await statements.prepare(at);
    answers.push((await prepared.runAndReadAll()).getRowObjectsJson());
  }
  connection.closeSync();
  return answers;
}

test("what is shown leaves as files, and a project comes back on another computer", async ({
  lucid,
  browser,
  guard,
}, info) => {
  const { page } = lucid;
  await lucid.open();
  await lucid.pickFiles(cornerShop, cornerStock);
  await lucid.waitForCells();
  await lucid.savedToDevice();
  const cell = lucid.cell("Best sellers");
  const bar = page.getByRole("banner");
  const { byRevenue } = cornerShopFigures;

  await test.step("a cell, in the order and with the rows that are shown", async () => {
    await cell.getByRole("columnheader", { name: "Revenue" }).getByRole("button").first().click();
    await expect(cell.getByRole("row").nth(1)).toContainText("Olive oil");
    const csv = readFileSync(await exported(lucid, cell, "CSV", info), "utf8");
    const lines = csv.trimEnd().split("\r\n");
    const name = lines[0]?.split(",").indexOf("Product") ?? -1;
    expect(lines.slice(1, -1).map((line) => line.split(",")[name])).toEqual(
      byRevenue.map(({ product_name }) => product_name),
    );
    expect(lines.at(-1)).toContain("Top 4");

    await cell.getByRole("button", { name: "Table options" }).click();
    await page.getByRole("searchbox").fill("oil");
    await page.keyboard.press("Escape");
    await expect(cell.getByRole("row")).toHaveCount(2);
    const json = JSON.parse(readFileSync(await exported(lucid, cell, "JSON", info), "utf8"));
    expect(json.rows).toEqual([expect.objectContaining({ product_name: "Olive oil", quantity: 5, revenue: 60 })]);
    expect(json.totals).toBeNull();
    const book = read(readFileSync(await exported(lucid, cell, "Excel workbook (XLSX)", info)));
    expect(Object.values(book.Sheets["Best sellers"] ?? {}).filter((each) => each?.v === 60)).toEqual([
      expect.objectContaining({ t: "n" }),
    ]);
    const parquet = await exported(lucid, cell, "Parquet", info);
    const [rows] = await answersOf(`select product_name, revenue::integer as revenue from '${parquet}'`, ".");
    expect(rows).toEqual([{ product_name: "Olive oil", revenue: 60 }]);
  });

  await test.step("the notebook: workbook, Jupyter, SQL that gives the same numbers", async () => {
    const book = read(readFileSync(await exported(lucid, bar, "Excel workbook (XLSX)", info)));
    expect(book.SheetNames.slice(0, 3)).toEqual(["Overview", "Insights", "Best sellers"]);
    expect(book.SheetNames.at(-1)).toBe("Provenance");
    const jupyter = JSON.parse(readFileSync(await exported(lucid, bar, "Jupyter notebook", info), "utf8"));
    expect(jupyter).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
    const script = await exported(lucid, bar, "SQL script", info);
    for (const { name, buffer } of [cornerShop, cornerStock]) writeFileSync(info.outputPath(name), buffer);
    const answers = (await answersOf(readFileSync(script, "utf8"), dirname(script))).flat();
    const whole = answers.find((row) => row.scope === "all");
    const { metrics } = cornerShopFigures;
    expect([whole?.net_revenue, whole?.units, whole?.orders].map(Number)).toEqual(
      [metrics.net_revenue, metrics.units, metrics.orders].map(Number),
    );
  });

  await test.step("a project on another computer shows every number again", async () => {
    const before = await lucid.everyValue();
    const path = await exported(lucid, bar, "Project with its data", info);
    const context = await browser.newContext();
    await guard.watch(context);
    const other = lucidOn(await context.newPage());
    await other.open();
    await other.pickFiles(path);
    await other.waitForCells();
    await expect(other.page.getByRole("dialog")).toHaveCount(0);
    // The first computer shows its table filtered.
    expect((await other.everyValue()).length).toBeGreaterThan(before.length);
    expect(await other.everyValue()).toEqual(expect.arrayContaining(before));
    await other.savedToDevice();
    await other.page.reload();
    await other.waitForCells();
    await other.setNumber("Best sellers", "Limit", 2);
    await expect(other.cell("Best sellers").getByRole("row")).toHaveCount(4);
    await context.close();
  });
});
