import { beforeAll, describe, expect, it } from "vitest";
import { insights as analysis } from "@/lib/analyses/insights";
import { toSay } from "@/lib/analyses/say";
import { rowsOf } from "@/lib/analyses/testing/ask";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { defineRelations } from "@/lib/ingest/define-relations";
import { inspectFile } from "@/lib/ingest/inspect-file";
import { readFile } from "@/lib/ingest/read-file";
import type { Insight } from "@/lib/insights/insight";
import { insightsOf } from "@/lib/insights/insights-of";
import type { Row } from "@/lib/query/result";
import type { Ledger } from "@/lib/std/ledger";
import { sampleShop } from "./sample-shop.mjs";
import { truths } from "./truths.mjs";

let engine: NodeEngine;
let rows: Row[];
let found: readonly Insight[];
const say = toSay({ locale: truths.locale, currency: truths.currency });

async function read(text: string, name: string, id: string): Promise<Ledger> {
  const file = Object.assign(new Blob([text]), { name });
  const { plan } = await inspectFile(file);
  return (await readFile(engine, file, plan, { id, thisYear: 2026 })).ledger;
}

beforeAll(async () => {
  engine = await openNodeEngine();
  const shop = sampleShop();
  const ledgers = [
    await read(shop.sales, truths.salesFile, "sales"),
    await read(shop.stock, truths.stockFile, "stock"),
  ];
  await defineRelations(engine, [
    { id: "sales", kind: "sales", hasSetAside: true },
    { id: "stock", kind: "inventory", hasSetAside: false },
  ]);
  rows = await rowsOf(engine, analysis.query);
  const lines = {
    kept: ledgers.reduce((sum, ledger) => sum + ledger.kept, 0),
    lines: ledgers.reduce((sum, ledger) => sum + ledger.lines, 0),
  };
  const { insights, skipped } = insightsOf({ rows, lines, thresholds: {}, states: {}, today: truths.asOf, say });
  expect(skipped).toEqual([]);
  found = insights;
});

/** The names of the products an insight of a rule is about, in order. */
const productsOf = (rule: string, of = found) => {
  const names = new Map(rows.map((row) => [row.product_id, String(row.product)]));
  return of.flatMap((each) => (each.rule === rule && each.productId ? [names.get(each.productId)] : [])).sort();
};
const names = (planted: readonly { product: string }[]) => planted.map(({ product }) => product).sort();

describe("the insights of the sample shop", () => {
  it("name the planted dead stock, worth what was planted, and no other", () => {
    expect(productsOf("dead_stock")).toEqual(names(truths.deadStock));
    const tied = found.filter((each) => each.rule === "dead_stock").map((each) => each.moneyAtStake);
    const planted = truths.deadStock.map(({ stock, unitCost }) => stock * Number(unitCost));
    expect(tied).toEqual(planted.toSorted((a, b) => b - a));
  });

  it("name what runs out, what is sold below cost, what rises, what falls and what comes back", () => {
    expect(productsOf("restock")).toEqual(names(truths.runningOut));
    expect(productsOf("sold_below_cost")).toEqual(names(truths.soldBelowCost));
    expect(productsOf("rising_star")).toEqual([truths.risingStar]);
    expect(productsOf("returns_spike")).toEqual([truths.oftenReturned]);
    expect(productsOf("overstock")).toEqual(truths.overstocked.toSorted());
    expect(productsOf("declining_product")).toContain(truths.declining);
  });

  it("are sure of nothing that was not planted", () => {
    const sure = found.filter((each) => each.confidence.level === "high");
    const planted: Record<string, readonly string[]> = {
      dead_stock: truths.deadStock.filter(({ days }) => days > 180).map(({ product }) => product),
      restock: truths.runningOut.map(({ product }) => product),
      sold_below_cost: truths.soldBelowCost.map(({ product }) => product),
      rising_star: [truths.risingStar],
      declining_product: [truths.declining],
    };
    expect([...new Set(sure.map((each) => each.rule))].sort()).toEqual(Object.keys(planted).sort());
    for (const [rule, products] of Object.entries(planted)) {
      expect(productsOf(rule, sure), rule).toEqual(products.toSorted());
    }
  });

  it("begin with what most hangs on, then the money that lies on the shelf", () => {
    expect(productsOf("revenue_concentration")).toEqual([truths.concentrated]);
    expect(found[0]).toMatchObject({
      title: "Rice 5 kg alone brings 31% of the revenue",
      confidence: { level: "medium", limitedBy: "strength" },
    });
    expect(found.find((each) => each.rule === "dead_stock")).toMatchObject({
      title: "Copper water bottle has not sold for 212 days",
      moneyAtStake: 41_500,
      confidence: { level: "high" },
    });
  });
});
