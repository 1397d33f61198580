import { words } from "../header";
import { phrases } from "./role-words";

/** Words that say a column, or a file, is about things brought back. */
const RETURNED = new Set([
  ...phrases("return, returned, returns, refund, refunded, refunds, rma"),
  ...phrases("devolucion, devoluciones, devuelto, devuelta, devueltos, devueltas, reembolso, reembolsos"),
  ...phrases("devolucao, devolucoes, devolvido, devolvida, devolvidos, devolvidas, estorno, estornos"),
  ...phrases("retour, retours, retourne, retournee, retournes, retournees, remboursement, remboursements"),
  ...phrases("retoure, retouren, ruckgabe, ruckgaben, rueckgabe, rucksendung, rucksendungen, erstattung, retourniert"),
  ...phrases("reso, resi, restituzione, restituito, restituita, restituiti, rimborso, rimborsi"),
  ...phrases("geretourneerd, geretourneerde, terugbetaling, terugbetalingen"),
  ...phrases("wapasi, vapsi, wapas, वापसी, वापस, रिटर्न"),
  ...phrases("retur, pengembalian, dikembalikan, iade, iadeler, iadesi"),
]);
/** Parts of longer words: German and Dutch join them, Chinese and Japanese have no blanks. */
const PARTS =
  /^(?:retouren?|ruckgabe|rueckgabe|rucksende|rucksendungs?|erstattungs?|retour)(?=\p{L}{3})|返品|返金|退货|退貨|退款|退回/gu;
/** Words of files that hold what was sold, also when returns are named beside it. */
const SOLD = new RegExp(
  `^(?:${phrases(`
    sale, sales, sold, order, orders, orderlines, invoice, invoices, transactions, exchange, policy,
    ventas, venta, pedidos, vendas, pedidos, ventes, commandes, verkauf, verkaufe, verkaeufe, umsatz, bestellungen,
    vendite, ordini, verkoop, verkopen, bestellingen, bikri, बिक्री, penjualan, pesanan, satis, satislar, siparis
  `).join("|")})$|売上|販売|注文|销售|銷售|订单|訂單`,
  "u",
);
const LINKS = new Set(phrases("of, for, de, del, la, da, do, di, du, des, der, die, van, edilen"));

/** The name without what says "brought back": "ReturnQuantity" gives ["quantity"]; null when it says no such thing. */
export function withoutReturned(name: string): readonly string[] | null {
  const all = words(name);
  const rest = all.filter((word) => !RETURNED.has(word)).map((word) => word.replace(PARTS, ""));
  if (rest.length === all.length && rest.every((word, index) => word === all[index])) return null;
  return rest.filter((word) => word !== "" && !LINKS.has(word));
}

/** True for a file that is called "Returns June.csv", not for "Sales and returns.csv". */
export function namesReturns(fileName: string): boolean {
  const rest = withoutReturned(fileName.replace(/\.\w+$/, ""));
  return rest !== null && !rest.some((word) => SOLD.test(word));
}
