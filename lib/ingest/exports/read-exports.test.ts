import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { inspectFile } from "../inspect-file";
import { readFile } from "../read-file";
import { ACCOUNT_FILES } from "./account-files";
import { MARKET_FILES } from "./market-files";
import { SHOP_FILES } from "./shop-files";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

/** Units and money of each example, and its lines that count, are left out, cannot be read; worked out by hand. */
const SOLD: Readonly<
  Record<string, readonly [units: string, money: string, kept: number, excluded: number, rejected: number]>
> = {
  "Shopify orders": ["3", "29", 2, 1, 0],
  "Square items": ["1", "1018", 2, 0, 0],
  "WooCommerce order items": ["3", "30", 2, 0, 0],
  "WooCommerce orders, one row per item": ["2", "20", 1, 1, 0],
  "Etsy sold order items": ["3", "9", 2, 0, 0],
  "Amazon date range report": ["1", "10", 2, 5, 0],
  "Amazon all orders": ["2", "20", 1, 1, 0],
  "eBay transaction report": ["3", "30", 2, 5, 0],
  "eBay orders report": ["4", "50", 3, 1, 0],
  "Faire orders": ["6", "30", 1, 1, 0],
  "QuickBooks sales by product": ["4", "40", 3, 8, 0],
  "Tally sales register": ["1", "10", 2, 4, 0],
  "Vyapar item details": ["1", "10", 2, 3, 0],
};

describe("the example of a known export", () => {
  const sold = [...SHOP_FILES, ...MARKET_FILES, ...ACCOUNT_FILES].filter(([name]) => name in SOLD);

  it.each(sold)("adds up to what was sold: %s", async (name, { text }) => {
    const file = Object.assign(new Blob([text]), { name: "export.csv" });
    const { plan } = await inspectFile(file);
    const { ledger } = await readFile(engine, file, plan, { id: "x", thisYear: 2026 });
    const { rows } = await engine.runText("select sum(quantity) as units, sum(amount) as money from sales_x");
    const [units, money, kept, excluded, rejected] = SOLD[name] ?? [];
    expect({
      ...rows[0],
      kept: ledger.kept,
      excluded: ledger.excluded,
      rejected: ledger.rejected,
      why: ledger.reasons.map(({ reason, lines }) => `${lines} ${reason}`),
    }).toMatchObject({ units, money, kept, excluded, rejected });
  });
});
