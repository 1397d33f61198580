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
const LINKS = new Set(phrases("of, for, de, del, la, da, do, di, du, des, der, die, van, edilen"));

/** The name without what says "brought back": "ReturnQuantity" gives ["quantity"]; null when it says no such thing. */
export function withoutReturned(name: string): readonly string[] | null {
  const all = words(name);
  const rest = all.filter((word) => !RETURNED.has(word)).map((word) => word.replace(PARTS, ""));
  if (rest.length === all.length && rest.every((word, index) => word === all[index])) return null;
  return rest.filter((word) => word !== "" && !LINKS.has(word));
}
