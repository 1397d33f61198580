import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mulberry32 } from "../sample-shop/mulberry32.mjs";

const DAY = 86_400_000;
const PRODUCTS = 4000;

/**
 * Writes a sales file of `lines` lines over two years: 4,000 products in 20 categories, about three lines a bill,
 * 2% returns. Seeded: the same bytes every time.
 * @param {string} path
 * @param {number} lines
 */
export async function writeSalesFile(path, lines) {
  const next = mulberry32(lines);
  const out = createWriteStream(path);
  out.write("invoice_no,invoice_date,product_id,product_name,category,quantity,unit_price,total,customer\n");
  const first = Date.UTC(2024, 0, 1);
  let text = "";
  for (let line = 0; line < lines; line += 1) {
    const at = new Date(first + Math.floor((line / lines) * 730) * DAY + (32_400 + Math.floor(next() * 36_000)) * 1000);
    const product = Math.floor(PRODUCTS * next() ** 2.2);
    const cents = 99 + ((product * 7919) % 9000);
    const quantity = next() < 0.02 ? -1 : 1 + Math.floor(next() * 6);
    const total = cents * quantity;
    const money = (value) =>
      `${value < 0 ? "-" : ""}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, "0")}`;
    const day = at.toISOString().slice(0, 19).replace("T", " ");
    const customer = next() < 0.3 ? "" : `C${10_000 + Math.floor(next() * 5000)}`;
    text += `${500_000 + Math.floor(line / 3)},${day},P${product},"Product ${product}, boxed",Category ${product % 20},${quantity},${money(cents)},${money(total)},${customer}\n`;
    if (text.length > 1 << 16) {
      if (!out.write(text)) await once(out, "drain");
      text = "";
    }
  }
  out.end(text);
  await once(out, "close");
}
