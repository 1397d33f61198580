import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { recordsOf, type SaleLine, toSaleLine, toStockLine } from "./read-shop";
import { sampleShop } from "./sample-shop.mjs";
import { truths } from "./truths.mjs";

const shop = sampleShop();
const till = recordsOf(shop.sales);
const lines = till.records.map(toSaleLine).filter((line) => line !== null);
const stock = recordsOf(shop.stock).records.map(toStockLine);

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const months = [...new Set(lines.map(({ date }) => date.slice(0, 7)))];

function byProduct(value: (line: SaleLine) => number, from: readonly SaleLine[] = lines): Map<string, number> {
  const totals = new Map<string, number>();
  for (const line of from) totals.set(line.product, (totals.get(line.product) ?? 0) + value(line));
  return totals;
}

function ranked(totals: ReadonlyMap<string, number>): string[] {
  return [...totals].sort(([, a], [, b]) => b - a).map(([product]) => product);
}

function revenueOf(wanted: (month: string) => boolean, product?: string): number {
  return sum(
    lines
      .filter((line) => wanted(line.date.slice(0, 7)) && (product === undefined || line.product === product))
      .map(({ total }) => total),
  );
}

const lastSold = new Map(lines.filter(({ quantity }) => quantity > 0).map(({ product, date }) => [product, date]));

/** Whole days from the newest sale to the as-of date. */
function daysSinceSale(product: string): number {
  return (Date.parse(truths.asOf) - Date.parse((lastSold.get(product) ?? "").slice(0, 10))) / 86_400_000;
}

/** Stock divided by the daily rate (gross units) of the 90 days up to the as-of date. */
function daysOfCover(): Map<string, number> {
  const sold = byProduct(
    ({ quantity }) => Math.max(quantity, 0),
    lines.filter(({ date }) => date >= "2026-04-02"),
  );
  return new Map(stock.map((line) => [line.product, line.stock / ((sold.get(line.product) ?? 0) / 90)]));
}

describe("the files", () => {
  it("are the same bytes on every machine", () => {
    expect(sha256(shop.sales)).toBe("19bae9119f635d55039b7b1ed261b8e981a1af7ada435bf07f20824348d785f3");
    expect(sha256(shop.stock)).toBe("2e6748d401b31ff802e27be58d41902e774caebb3866bb3be29d5b26e02d6d74");
    expect(sampleShop()).toEqual(shop);
  });

  it("have the columns a till and a stock list export", () => {
    expect(till.header.join(" ")).toBe(
      "date bill_no product_id product category quantity unit_price total unit_cost customer",
    );
    expect(recordsOf(shop.stock).header.join(" ")).toBe(
      "product_id product category current_stock unit_cost last_updated",
    );
  });

  it("foot: every line is kept or set aside for a known reason", () => {
    const { setAside } = truths;
    const aside = till.records.filter((fields) => toSaleLine(fields) === null);
    const having = (test: (fields: string[]) => boolean) => aside.filter(test).length;
    expect(till.records).toHaveLength(truths.lines);
    expect(lines).toHaveLength(truths.kept);
    expect(aside).toHaveLength(sum(Object.values(setAside)));
    expect(truths.lines).toBe(truths.kept + aside.length);
    expect(having(([date]) => date?.startsWith("0000") ?? false)).toBe(setAside.unreadableDate);
    expect(having((fields) => fields[5] === "SCALE ERR")).toBe(setAside.unreadableQuantity);
    expect(having((fields) => fields.every((field) => field === ""))).toBe(setAside.blank);
    expect(having((fields) => fields.join() === till.header.join())).toBe(setAside.repeatedHeader);
    expect(having(([date]) => date === "TOTAL")).toBe(setAside.total);
  });

  it("give a total that is quantity times price to the paisa on every line", () => {
    const wrong = lines.filter(({ quantity, price, total }) => quantity * price !== total * 1000);
    expect(wrong).toEqual([]);
  });

  it("end each year with the sum of that year's lines", () => {
    const totals = till.records.filter(([date]) => date === "TOTAL").map((fields) => fields[7]);
    const yearly = ["2025", "2026"].map((year) => (revenueOf((month) => month.startsWith(year)) / 100).toFixed(2));
    expect(totals).toEqual(yearly);
  });
});

describe("the shop", () => {
  it("sells 400 products of 14 categories, all of them on the stock list once", () => {
    const sold = new Set(lines.map(({ productId }) => productId));
    expect(sold.size).toBe(truths.products);
    expect(new Set(stock.map(({ productId }) => productId))).toEqual(sold);
    expect(new Set(stock.map(({ product }) => product)).size).toBe(truths.products);
    expect(stock).toHaveLength(truths.products);
    expect(new Set(lines.map(({ category }) => category)).size).toBe(truths.categories);
    expect(stock.every(({ lastUpdated }) => lastUpdated === truths.asOf)).toBe(true);
  });

  it("is open for 18 whole months, in order", () => {
    expect(lines[0]?.date.slice(0, 10)).toBe(truths.firstDay);
    expect(lines.at(-1)?.date.slice(0, 10)).toBe(truths.asOf);
    expect(months).toHaveLength(18);
    expect(lines.every(({ date }, index) => index === 0 || (lines[index - 1]?.date ?? "") <= date)).toBe(true);
  });

  it("writes one to eight lines on a bill, each product once, and knows the customer on about 45% of bills", () => {
    const bills = new Map<string, SaleLine[]>();
    for (const line of lines) bills.set(line.bill, [...(bills.get(line.bill) ?? []), line]);
    const all = [...bills.values()];
    const known = all.filter(([first]) => first?.customer !== "").length / all.length;
    expect(Math.max(...all.map((bill) => bill.length))).toBe(8);
    expect(all.every((bill) => new Set(bill.map(({ product }) => product)).size === bill.length)).toBe(true);
    expect(all.every((bill) => new Set(bill.map(({ date, customer }) => date + customer)).size === 1)).toBe(true);
    expect(known).toBeGreaterThan(0.44);
    expect(known).toBeLessThan(0.46);
  });

  it("takes 0.8% of lines back, and a faulty lamp far more often", () => {
    const returned = lines.filter(({ quantity }) => quantity < 0);
    const gross = byProduct(({ total }) => Math.max(total, 0));
    const back = byProduct(({ total }) => Math.max(-total, 0));
    const often = [...back].filter(([product, paisa]) => paisa / (gross.get(product) ?? 0) >= 0.1);
    expect(returned).toHaveLength(truths.returns);
    expect(truths.returns / truths.kept).toBeCloseTo(0.008, 4);
    expect(often.map(([product]) => product)).toEqual([truths.oftenReturned]);
  });

  it("grows by about 8% a year and is busiest at the weekend, in the evening and after payday", () => {
    const first = revenueOf((month) => month >= "2025-01" && month <= "2025-06");
    const growth = revenueOf((month) => month >= "2026-01") / first - 1;
    const linesOn = (wanted: (line: SaleLine) => boolean) => lines.filter(wanted).length;
    const weekday = ({ date }: SaleLine) => new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay();
    const evening = linesOn(({ date }) => date.slice(11, 13) >= "18" && date.slice(11, 13) <= "20");
    const early = linesOn(({ date }) => date.slice(8, 10) <= "07") / 7;
    const late = linesOn(({ date }) => date.slice(8, 10) >= "22" && date.slice(8, 10) <= "28") / 7;
    expect(growth).toBeGreaterThan(0.06);
    expect(growth).toBeLessThan(0.1);
    expect(linesOn((line) => weekday(line) === 0)).toBeGreaterThan(1.3 * linesOn((line) => weekday(line) === 2));
    expect(evening / lines.length).toBeGreaterThan(0.33);
    expect(early).toBeGreaterThan(1.15 * late);
  });

  it("has seasons: rain in July, Diwali in October, heat in May, rice all year", () => {
    const quantityIn = (wanted: (line: SaleLine) => boolean) =>
      months.map((month) =>
        sum(lines.filter((line) => line.date.startsWith(month) && wanted(line)).map(({ quantity }) => quantity)),
      );
    const peakOf = (wanted: (line: SaleLine) => boolean) => {
      const quantities = quantityIn(wanted);
      return months[quantities.indexOf(Math.max(...quantities))];
    };
    const rice = quantityIn(({ product }) => product === truths.bestSeller);
    expect(peakOf(({ product }) => /umbrella|Raincoat/.test(product))).toBe("2025-07");
    expect(peakOf(({ category }) => category === "Sweets and dry fruits")).toBe("2025-10");
    expect(peakOf(({ category }) => category === "Cold drinks and ice cream")).toBe("2026-05");
    expect(Math.max(...rice) / Math.min(...rice)).toBeLessThan(1.35);
  });
});

describe("the planted truths", () => {
  it("put Rice 5 kg first by quantity and by revenue, and make the shop depend on it", () => {
    const revenue = byProduct(({ total }) => total);
    const share = (revenue.get(truths.bestSeller) ?? 0) / sum([...revenue.values()]);
    expect(ranked(byProduct(({ quantity }) => quantity))[0]).toBe(truths.bestSeller);
    expect(ranked(revenue)[0]).toBe(truths.bestSeller);
    expect(truths.concentrated).toBe(truths.bestSeller);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.35);
  });

  it("leave exactly the named products dead on the shelf, with the stock and the days stated", () => {
    const dead = stock
      .filter((line) => line.stock > 0 && daysSinceSale(line.product) > 90)
      .map(({ product, stock, cost }) => ({ product, days: daysSinceSale(product), stock: stock / 1000, cost }));
    const stated = truths.deadStock.map(({ product, days, stock, unitCost }) => ({
      product,
      days,
      stock,
      cost: Number(unitCost) * 100,
    }));
    const byName = (a: { product: string }, b: { product: string }) => (a.product < b.product ? -1 : 1);
    expect(dead.sort(byName)).toEqual(stated.sort(byName));
  });

  it("leave exactly the named fast sellers with less than a fortnight's cover, all below seven days", () => {
    const short = [...daysOfCover()].filter(([, days]) => days < 14);
    const names = truths.runningOut.map(({ product }) => product);
    const sellers = ranked(byProduct(({ quantity }) => quantity)).slice(0, 10);
    expect(short.map(([product]) => product).sort()).toEqual([...names].sort());
    expect(short.every(([, days]) => days > 0 && days < 7)).toBe(true);
    expect(names.every((name) => sellers.includes(name))).toBe(true);
  });

  it("cover more than half a year with exactly the named slow goods", () => {
    const long = [...daysOfCover()].filter(([, days]) => days > 180 && Number.isFinite(days));
    expect(long.map(([product]) => product).sort()).toEqual([...truths.overstocked].sort());
  });

  it("lose money on exactly the named products", () => {
    const profit = byProduct(({ total, quantity, cost }) => total - (quantity * cost) / 1000);
    const losing = [...profit].filter(([, paisa]) => paisa < 0).map(([product]) => product);
    expect(losing.sort()).toEqual(truths.soldBelowCost.map(({ product }) => product).sort());
  });

  it("let exactly one of the twenty best sellers rise three months running", () => {
    const best = new Set([
      ...ranked(byProduct(({ quantity }) => quantity)).slice(0, 20),
      ...ranked(byProduct(({ total }) => total)).slice(0, 20),
    ]);
    const last = months.slice(-4).map((month) =>
      byProduct(
        ({ total }) => total,
        lines.filter(({ date }) => date.startsWith(month)),
      ),
    );
    const rising = [...best].filter((product) => {
      const paisa = last.map((month) => month.get(product) ?? 0);
      return paisa.every((value, index) => index === 0 || value > (paisa[index - 1] ?? 0));
    });
    expect(rising).toEqual([truths.risingStar]);
  });

  it("let one steady seller lose more than 30% in the last quarter", () => {
    const [before, after] = [months.slice(-6, -3), months.slice(-3)].map((quarter) =>
      revenueOf((month) => quarter.includes(month), truths.declining),
    );
    expect((after ?? 0) / (before ?? 1)).toBeLessThan(0.7);
  });
});
