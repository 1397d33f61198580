import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "./fixtures/lucid";
import { hasSharedData, sharedData } from "./fixtures/shared-data";

const FOLDER = "keithgalli-electronics";

test("twelve monthly files with one header become one shop, without a question", async ({ lucid }) => {
  test.skip(!hasSharedData(FOLDER) || !existsSync(sharedData(FOLDER)), `../shared/data/${FOLDER} is not here`);
  const files = readdirSync(sharedData(FOLDER)).filter((file) => file.endsWith(".csv"));
  expect(files).toHaveLength(12);
  await lucid.open();
  await lucid.pickFiles(...files.map((file) => sharedData(`${FOLDER}/${file}`)));
  await lucid.waitForCells(9, 150_000);
  await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
  expect(await lucid.metric("net_revenue")).toBe("34492035.97");
  expect(await lucid.metric("units")).toBe("209079");

  const total = { lines: 0, kept: 0, rejected: 0, excluded: 0 };
  for (const file of files) {
    const ledger = await lucid.ledgerNumbers(file);
    expect(ledger.lines, file).toBe(ledger.kept + ledger.rejected + ledger.excluded);
    for (const name of ["lines", "kept", "rejected", "excluded"] as const) total[name] += ledger[name];
  }
  expect(total).toEqual({ lines: 186_850, kept: 185_950, rejected: 0, excluded: 900 });
  await expect(lucid.page.locator('[data-slot="ledger-total"]').first()).toContainText("186,850 lines");

  const reasons = await lucid.page
    .getByRole("region", { name: /^Import ledger/ })
    .locator('[data-slot="ledger-reason"]')
    .evaluateAll((lines) =>
      lines.map(
        (line) => [(line as HTMLElement).dataset.rule ?? "", Number((line as HTMLElement).dataset.lines)] as const,
      ),
    );
  const of = (rule: string) => reasons.filter(([name]) => name === rule).reduce((sum, [, lines]) => sum + lines, 0);
  expect({ blank: of("blank"), header: of("repeated-header") }).toEqual({ blank: 545, header: 355 });
});
