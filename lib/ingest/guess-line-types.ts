import type { ColumnProfile } from "./column-profile";
import { words } from "./header";
import type { LineTypes } from "./plan";

/** What columns are called that say what became of a line, in the words of `words`. */
const NAMES: ReadonlySet<string> = new Set(
  `status, order status, payment status, financial status, sale status, transaction status, line status, type,
  transaction type, sale type, event type, document type, voucher type, invoice type, order type, estado,
  estado del pedido, tipo, tipo de documento, situacao, status do pedido, statut, etat, type de document, bestellstatus,
  auftragsstatus, zahlungsstatus, belegart, vorgangsart, stato, stato ordine, tipo documento, durum, siparis durumu, tur,
  bestelstatus, status pesanan, jenis transaksi, ステータス, 注文状況, 状态, 订单状态, 狀態, 訂單狀態`
    .split(",")
    .map((name) => words(name).join(" ")),
);

/** Lines that came to nothing: sold and undone leaves nothing. */
const UNDONE = `cancelled, canceled, cancel, void, voided, failed, declined, rejected, refunded, returned, reversed, deleted,
  anulado, anulada, cancelado, cancelada, devuelto, reembolsado, devolvido, estornado, annulé, annulée, annule, remboursé,
  retourné, storniert, storno, zurückgegeben, erstattet, annullato, annullata, rimborsato, reso, geannuleerd,
  terugbetaald, iptal, iptal edildi, iade edildi, dibatalkan, batal, キャンセル, キャンセル済み, 返金済み, 已取消, 已退款,
  取消`;
/** Lines that take a sale back: their amounts are negative whatever their sign. */
const BACK = `return, refund, credit note, credit, credit memo, sales return, sale return, devolución, nota de crédito,
  devolução, nota de credito, avoir, retour, remboursement, gutschrift, rückgabe, retoure, reso cliente, nota di credito,
  rimborso, creditnota, iade, retur, pengembalian, 返品, 退货, 退貨`;
/** Lines that stand: seen beside none of the others they still say that the column tells what became of a line. */
const STANDING = `completed, complete, paid, shipped, delivered, fulfilled, processing, closed, sale, sold, order, invoice,
  payment, confirmed, success, successful, settled, completado, pagado, enviado, entregado, venta, concluído, pago,
  enviado, entregue, venda, terminée, payée, expédiée, livrée, vente, abgeschlossen, bezahlt, versendet, geliefert,
  verkauf, rechnung, completato, pagato, spedito, consegnato, vendita, voltooid, betaald, tamamlandı, ödendi, satış,
  selesai, lunas, penjualan, 完了, 売上, 已完成, 已付款, 销售`;

const list = (texts: string): readonly string[] => texts.split(",").map((text) => text.trim().replace(/\s+/g, " "));
const undone = list(UNDONE);
const back = list(BACK);
const known: ReadonlySet<string> = new Set([...undone, ...back, ...list(STANDING)]);

/**
 * The column of a sales file that tells which of its lines are sales, where it is called so and its values are words one
 * knows; null when there is none. Values nobody knows count as sold.
 */
export function guessLineTypes(profiles: readonly ColumnProfile[], taken: ReadonlySet<string>): LineTypes | null {
  const column = profiles.find(({ name, values }) => {
    if (taken.has(name) || !NAMES.has(words(name).join(" "))) return false;
    const filled = values.map((value) => value.trim().toLowerCase()).filter((value) => value !== "");
    return filled.length > 0 && filled.filter((value) => known.has(value)).length >= filled.length / 2;
  });
  return column ? { column: column.name, sold: null, returned: back, excluded: undone } : null;
}

/** What is said of such a column. */
export function lineTypesSentence({ column }: LineTypes): string {
  return `${column} tells what became of each line: cancelled and refunded ones are left out, returns count as negative.`;
}
