import { type Language, phrases } from "./role-words";

export const ITALIAN: Language = {
  date: {
    sure: phrases(`
      data vendita, data di vendita, data ordine, data fattura, data acquisto, data documento
    `),
    good: phrases("data, giorno"),
  },
  product_name: {
    sure: phrases("prodotto, articolo, nome prodotto, nome articolo, nome del prodotto"),
    good: phrases("descrizione, descrizione articolo, descrizione prodotto"),
    likely: phrases("nome"),
  },
  product_id: {
    sure: phrases(`
      codice prodotto, codice articolo, id prodotto, cod articolo, codice a barre, cod prodotto
    `),
    likely: phrases("codice"),
  },
  category: {
    sure: phrases("categoria, categoria prodotto, reparto, categoria merceologica, famiglia"),
    likely: phrases("gruppo, tipo"),
  },
  quantity: {
    sure: phrases("quantita, qta, quantita venduta, pezzi venduti, unita vendute"),
    good: phrases("pezzi, unita, pz"),
  },
  unit_price: {
    sure: phrases("prezzo unitario, prezzo di vendita, prezzo vendita, prezzo per unita"),
    good: phrases("prezzo"),
  },
  amount: {
    sure: phrases(`
      importo, totale, importo totale, prezzo totale, fatturato, ricavo, vendite, totale riga, ricavi, importo
      netto
    `),
    good: phrases("valore"),
  },
  unit_cost: {
    sure: phrases("costo unitario, prezzo di acquisto, prezzo acquisto, prezzo di costo"),
    good: phrases("costo"),
  },
  customer: {
    sure: phrases("cliente, id cliente, codice cliente, cod cliente"),
    good: phrases("nome cliente, acquirente"),
  },
  transaction: {
    sure: phrases(`
      fattura, numero fattura, ordine, numero ordine, id ordine, scontrino, numero scontrino, ricevuta, id
      vendita, n fattura, n ordine
    `),
  },
  store: { sure: phrases("negozio, punto vendita, filiale, magazzino") },
  current_stock: {
    sure: phrases(`
      giacenza, scorta, scorte, giacenza attuale, quantita in magazzino, esistenza, quantita disponibile,
      giacenze, disponibilita
    `),
  },
  time: { sure: phrases("ora, orario, ora vendita, ora di vendita") },
  discount: {
    sure: phrases("sconto, importo sconto, valore sconto, sconto totale"),
    good: phrases("sconto %, percentuale sconto"),
  },
  currency: { sure: phrases("valuta, divisa, codice valuta") },
  store_name: {
    sure: phrases("nome negozio, nome del negozio, nome punto vendita, nome filiale"),
    good: phrases("negozio, punto vendita"),
  },
  last_updated: { sure: phrases("ultimo aggiornamento, data aggiornamento, aggiornato il, data inventario") },
};
