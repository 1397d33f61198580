import { cornerShop, cornerShopFigures } from "./fixtures/corner-shop";
import { answerInstead } from "./fixtures/engine-files";
import { expect, test } from "./fixtures/lucid";

const WASM = "**/engine/duckdb-*.wasm";
const WORKER = "**/engine/duckdb-*.worker.js";

const faults = [
  { name: "the wasm is missing", pattern: WASM, answer: { status: 404, body: "not here" }, says: /404.*\.wasm/ },
  { name: "the worker is missing", pattern: WORKER, answer: { status: 404, body: "not here" }, says: /404.*worker/ },
  {
    name: "a web page comes instead of the wasm",
    pattern: WASM,
    answer: { contentType: "text/html", body: "<!doctype html><title>Sign in</title>" },
    says: /web page/,
  },
  {
    name: "the wasm is cut off",
    pattern: WASM,
    answer: { contentType: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) },
    says: /damaged/,
  },
];

for (const { name, pattern, answer, says } of faults) {
  test(`${name}: that is said within 10 seconds, and Retry mends it`, async ({ lucid, guard }) => {
    guard.allow(/Failed to load resource/);
    const { page } = lucid;
    await answerInstead(page, pattern, answer);
    await page.goto("/");
    const alert = page.getByRole("alert").filter({ hasText: "engine" });
    await expect(alert).toContainText(says, { timeout: 10_000 });
    await expect(alert).toContainText(/Reload|Retry|Check/);
    await expect(page.locator("html")).toHaveAttribute("data-engine", "failed");
    await expect(page.getByRole("button", { name: "Try the sample shop" })).toBeEnabled();

    await lucid.pickFiles(cornerShop);
    await expect(page.getByRole("alert").filter({ hasText: cornerShop.name })).toContainText("engine");
    await expect(lucid.cells).toHaveCount(0);
    await page.getByRole("button", { name: `Dismiss ${cornerShop.name}` }).click();

    await page.unroute(pattern);
    await page.getByRole("button", { name: "Retry" }).click();
    await lucid.engineReady();
    await expect(alert).toHaveCount(0);
    await lucid.pickFiles(cornerShop);
    await lucid.waitForCells();
    expect(await lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);
    await lucid.savedToDevice();
  });
}
