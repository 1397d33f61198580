import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures/lucid";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const FOREIGN = /(?:href|src)\s*=\s*"(?!#)|url\((?!["']?#)|@import|<script|<foreignObject|var\(--|color-mix\(/i;

test("a chart is read with the arrow keys, and saved as a picture that stands alone", async ({ lucid }) => {
  const { page } = lucid;
  await lucid.open();
  await page.getByRole("button", { name: "Try the sample shop" }).click();
  await lucid.waitForCells();

  const cell = lucid.cell("Best sellers");
  const [first, second] = await lucid.columns("Best sellers", "product_name");
  const point = cell.locator('[data-slot="chart-point"]');
  await cell.getByRole("application").focus();
  await page.keyboard.press("ArrowDown");
  await expect(point).toContainText(`${first?.product_name}: `);
  await page.keyboard.press("ArrowDown");
  await expect(point).toContainText(`${second?.product_name}: `);
  await expect(point).toContainText("2 of 10");

  const saved = async (item: string) => {
    const download = page.waitForEvent("download");
    await lucid.act("Best sellers", item);
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const svg = await saved("Save chart as SVG");
  expect(svg.name).toBe("Best sellers.svg");
  const text = svg.bytes.toString("utf8");
  expect(text).toContain(String(first?.product_name));
  expect(text).toContain("As of ");
  expect(text.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(FOREIGN);
  const root = await page.evaluate((given) => {
    const { documentElement } = new DOMParser().parseFromString(given, "image/svg+xml");
    return { name: documentElement.nodeName, width: Number(documentElement.getAttribute("width")) };
  }, text);
  expect(root.name).toBe("svg");

  const png = await saved("Save chart as PNG");
  expect(png.name).toBe("Best sellers.png");
  expect([...png.bytes.subarray(0, PNG.length)]).toEqual(PNG);
  expect(png.bytes.readUInt32BE(16)).toBe(2 * root.width);
});
