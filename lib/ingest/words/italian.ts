import type { Language } from "./role-words";

export const ITALIAN: Language = {
  date: {
    sure: ["data vendita", "data di vendita", "data ordine", "data fattura", "data acquisto", "data documento"],
    good: ["data", "giorno"],
  },
  product_name: {
    sure: ["prodotto", "articolo", "nome prodotto", "nome articolo", "nome del prodotto"],
    good: ["descrizione", "descrizione articolo", "descrizione prodotto"],
    likely: ["nome"],
  },
  product_id: {
    sure: ["codice prodotto", "codice articolo", "id prodotto", "cod articolo", "codice a barre", "cod prodotto"],
    likely: ["codice"],
  },
  category: {
    sure: ["categoria", "categoria prodotto", "reparto", "categoria merceologica", "famiglia"],
    likely: ["gruppo", "tipo"],
  },
  quantity: {
    sure: ["quantita", "qta", "quantita venduta", "pezzi venduti", "unita vendute"],
    good: ["pezzi", "unita", "pz"],
  },
  unit_price: {
    sure: ["prezzo unitario", "prezzo di vendita", "prezzo vendita", "prezzo per unita"],
    good: ["prezzo"],
  },
  amount: {
    sure: [
      "importo",
      "totale",
      "importo totale",
      "prezzo totale",
      "fatturato",
      "ricavo",
      "vendite",
      "totale riga",
      "ricavi",
      "importo netto",
    ],
    good: ["valore"],
  },
  unit_cost: { sure: ["costo unitario", "prezzo di acquisto", "prezzo acquisto", "prezzo di costo"], good: ["costo"] },
  customer: { sure: ["cliente", "id cliente", "codice cliente", "cod cliente"], good: ["nome cliente", "acquirente"] },
  transaction: {
    sure: [
      "fattura",
      "numero fattura",
      "ordine",
      "numero ordine",
      "id ordine",
      "scontrino",
      "numero scontrino",
      "ricevuta",
      "id vendita",
      "n fattura",
      "n ordine",
    ],
  },
  store: { sure: ["negozio", "punto vendita", "filiale", "magazzino"] },
  current_stock: {
    sure: [
      "giacenza",
      "scorta",
      "scorte",
      "giacenza attuale",
      "quantita in magazzino",
      "esistenza",
      "quantita disponibile",
      "giacenze",
      "disponibilita",
    ],
  },
  last_updated: { sure: ["ultimo aggiornamento", "data aggiornamento", "aggiornato il", "data inventario"] },
};
