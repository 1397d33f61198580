import { beforeAll, describe, expect, it } from "vitest";
import { analysisNamed } from "@/lib/analyses/registry";
import { ask } from "@/lib/analyses/testing/ask";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { defineRelations } from "@/lib/ingest/define-relations";
import { inspectFile } from "@/lib/ingest/inspect-file";
import { readFile } from "@/lib/ingest/read-file";
import { sampleShop } from "./sample-shop.mjs";
import { truths } from "./truths.mjs";

let engine: NodeEngine;
const shop = sampleShop();

/** Reads a file as a drop on the page does; the questions it would ask come back too. */
async function read(text: string, name: string, id: string) {
  const file = Object.assign(new Blob([text]), { name });
  const { plan, questions } = await inspectFile(file);
  return { questions, ...(await readFile(engine, file, plan, { id, thisYear: 2026 })) };
}

const inRupees = { locale: truths.locale, currency: truths.currency };
const askOf = (name: string, given = {}) => ask(engine, analysisNamed(name), given, inRupees);

let sales: Awaited<ReturnType<typeof read>>;
let stock: Awaited<ReturnType<typeof read>>;

beforeAll(async () => {
  engine = await openNodeEngine();
  sales = await read(shop.sales, truths.salesFile, "sales");
  stock = await read(shop.stock, truths.stockFile, "stock");
  await defineRelations(engine, [
    { id: "sales", kind: "sales", hasSetAside: sales.setAside !== null },
    { id: "stock", kind: "inventory", hasSetAside: stock.setAside !== null },
  ]);
});

describe("the sample shop, read by Lucid", () => {
  it("is understood without a question", () => {
    expect(sales.questions).toEqual([]);
    expect(stock.questions).toEqual([]);
  });

  it("foots, and names the reason of every line set aside", () => {
    const { blank, repeatedHeader, total, unreadableDate, unreadableQuantity } = truths.setAside;
    expect(sales.ledger).toMatchObject({
      lines: truths.lines,
      kept: truths.kept,
      rejected: unreadableDate + unreadableQuantity,
      excluded: blank + repeatedHeader + total,
    });
    expect(new Map(sales.ledger.reasons.map(({ reason, lines }) => [reason, lines]))).toEqual(
      new Map([
        ["date cannot be read", unreadableDate],
        ["quantity is not a number", unreadableQuantity],
        ["blank line", blank],
        ["repeated header", repeatedHeader],
        ["total line", total],
      ]),
    );
    expect(stock.ledger).toMatchObject({ lines: truths.products, kept: truths.products, rejected: 0, excluded: 0 });
    expect([sales.firstDay, sales.lastDay]).toEqual([truths.firstDay, truths.asOf]);
  });

  it("sells umbrellas from June to August and sweets in October and November, and rice all year", async () => {
    const all = (await askOf("seasonality", { min_score: 0 })).rows;
    const peaksOf = (name: RegExp) =>
      all
        .filter((row) => name.test(String(row.product)))
        .map((row) => String(row.peak_months).split(", ").sort().join(" "));
    expect(peaksOf(/umbrella/)).toEqual(["Aug Jul Jun", "Aug Jul Jun", "Aug Jul Jun"]);
    const sweets = peaksOf(
      /Soan papdi|Kaju katli|Gulab jamun|Rasgulla|Mysore pak|Besan laddu|Milk peda|Motichoor laddu/,
    );
    expect(sweets).toEqual(Array.from({ length: 10 }, () => "Nov Oct"));
    const seasonal = (await askOf("seasonality")).rows;
    const named = (name: RegExp) => seasonal.filter((row) => name.test(String(row.product))).length;
    expect([named(/umbrella/), named(/Soan papdi|Kaju katli/)]).toEqual([3, 3]);
    expect(seasonal.filter((row) => row.category === "Rice and flour")).toEqual([]);
    expect(all.find((row) => row.product === truths.bestSeller)).toMatchObject({ peak_months: null, low_months: null });
  });

  it("is led by Rice 5 kg, and the sentence says so", async () => {
    const { rows, answer } = await askOf("best_sellers");
    expect(rows[0]?.product_name).toBe(truths.bestSeller);
    expect(answer).toContain(truths.bestSeller);
  });

  it("shows exactly the planted dead stock, its days and its value", async () => {
    const { rows } = await askOf("dead_stock");
    const shown = new Map(rows.map((row) => [row.product, [row.days_since_sale, Number(row.stock_value)]]));
    const planted = truths.deadStock.map(
      ({ product, days, stock, unitCost }) => [product, [days, stock * Number(unitCost)]] as const,
    );
    expect(shown).toEqual(new Map(planted));
    expect(shown.get("Copper water bottle")).toEqual([212, 41_500]);
  });

  it("shows the fast sellers that are about to run out", async () => {
    const { rows } = await askOf("inventory_velocity");
    const short = rows.filter(
      ({ velocity, days_of_cover }) => velocity === "high" && days_of_cover !== null && Number(days_of_cover) < 14,
    );
    expect(short.map(({ product }) => product).sort()).toEqual(truths.runningOut.map(({ product }) => product).sort());
    expect(short.every(({ days_of_cover }) => Number(days_of_cover) < 7)).toBe(true);
  });

  it("shows the products sold below cost and knows the cost of every line", async () => {
    const { rows } = await askOf("profitability");
    const losing = rows.filter(({ profit }) => Number(profit) < 0).map(({ product }) => product);
    expect(losing.sort()).toEqual(truths.soldBelowCost.map(({ product }) => product).sort());
    expect(rows.every(({ cost_coverage }) => Number(cost_coverage) === 1)).toBe(true);
  });
});
