import { billsFrom, numbered } from "./bills.mjs";
import { demandByDay, withoutSurplus } from "./demand.mjs";
import { billsWithoutDate, withScaleErrors } from "./dirt.mjs";
import { productRange } from "./product-range.mjs";
import { randomFrom } from "./random.mjs";
import { returnsOf } from "./returns.mjs";
import { salesCsv } from "./sales-csv.mjs";
import { stockCsv } from "./stock-csv.mjs";
import { truths } from "./truths.mjs";

const SEED = 20260630;

/** Lakeside Grocers as its till and its stock list export it: `{ sales, stock }`, CSV text, always the same bytes. */
export function sampleShop() {
  const random = randomFrom(SEED);
  const products = productRange();
  const saleLines = truths.kept - truths.returns;
  const demanded = demandByDay(products, Math.round(saleLines * 1.006), random);
  const demand = withoutSurplus(demanded, demanded.flat().length - saleLines, random);
  const sales = billsFrom(demand, random);
  const returned = returnsOf(sales, truths.returns, random);
  const dirty = withScaleErrors([...sales, ...returned, ...billsWithoutDate(products, random)], products, random);
  const bills = numbered(dirty);
  return { sales: salesCsv(bills), stock: stockCsv(products, bills, random) };
}
