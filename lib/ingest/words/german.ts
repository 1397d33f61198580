import { type Language, phrases } from "./role-words";

export const GERMAN: Language = {
  date: {
    sure: phrases(`
      verkaufsdatum, bestelldatum, rechnungsdatum, belegdatum, kaufdatum, auftragsdatum, buchungsdatum
    `),
    good: phrases("datum, tag, zeitpunkt, datum uhrzeit"),
  },
  product_name: {
    sure: phrases(`
      produkt, artikel, produktname, artikelname, artikelbezeichnung, produktbezeichnung, bezeichnung, ware
    `),
    good: phrases("beschreibung, artikelbeschreibung"),
    likely: phrases("name"),
  },
  product_id: {
    sure: phrases(`
      artikelnummer, artikelnr, artikel nr, art nr, produktnummer, produkt id, artikel id, produktcode,
      artikelcode, strichcode
    `),
    likely: phrases("nummer"),
  },
  category: {
    sure: phrases("kategorie, warengruppe, produktkategorie, artikelgruppe, produktgruppe, abteilung"),
    likely: phrases("gruppe, typ"),
  },
  quantity: {
    sure: phrases(`
      menge, anzahl, verkaufte menge, stuckzahl, absatz, bestellmenge, stueckzahl, verkaufte stuck
    `),
    good: phrases("stuck, stueck, stk"),
  },
  unit_price: {
    sure: phrases(`
      einzelpreis, stuckpreis, stueckpreis, verkaufspreis, preis pro stuck, preis je stuck, vk preis, vk
    `),
    good: phrases("preis"),
  },
  amount: {
    sure: phrases(`
      gesamt, gesamtpreis, betrag, gesamtbetrag, umsatz, summe, nettoumsatz, nettobetrag, zeilensumme,
      gesamtsumme, bruttobetrag, bruttoumsatz
    `),
    good: phrases("wert, erlos, erloes"),
  },
  unit_cost: {
    sure: phrases("einkaufspreis, ek preis, stuckkosten, ek, einstandspreis, selbstkosten"),
    good: phrases("kosten"),
  },
  customer: {
    sure: phrases("kunde, kundennummer, kunden nr, kundennr, kunden id"),
    good: phrases("kundenname, kaufer, kaeufer"),
  },
  transaction: {
    sure: phrases(`
      rechnungsnummer, rechnung, rechnungsnr, rechnung nr, bestellnummer, bestellung, auftragsnummer, auftrag,
      belegnummer, beleg, bon, bonnummer, belegnr, bestell nr
    `),
  },
  store: { sure: phrases("filiale, geschaft, laden, standort, lager, markt, geschaeft") },
  current_stock: {
    sure: phrases(`
      bestand, lagerbestand, aktueller bestand, bestandsmenge, verfugbarer bestand, lagermenge
    `),
    good: phrases("verfugbar, verfuegbar"),
  },
  time: { sure: phrases("uhrzeit, zeit, verkaufszeit, belegzeit, bestellzeit") },
  discount: {
    sure: phrases("rabatt, rabattbetrag, nachlass, preisnachlass, positionsrabatt"),
    good: phrases("rabatt %, rabattsatz, skonto"),
  },
  currency: { sure: phrases("wahrung, waehrung, wahrungscode, wahrungskennzeichen") },
  store_name: {
    sure: phrases(`
      filialname, filialbezeichnung, name der filiale, standortname, marktname
    `),
    good: phrases("filiale, standort"),
  },
  last_updated: {
    sure: phrases(`
      zuletzt aktualisiert, letzte aktualisierung, aktualisiert, aktualisiert am, stand, bestandsdatum,
      inventurdatum
    `),
  },
};
/** Words that make a German column something else. */
export const GERMAN_BLOCKING = {
  money: phrases("rabatt, mwst, steuer, versand, gewinn, marge, listenpreis, uvp, kosten"),
  quantity: phrases("mindest, mindestmenge"),
  date: phrases("lieferdatum, versanddatum, geburtsdatum, lieferung, versand"),
  cost: phrases("versandkosten, gesamtkosten, versand"),
  name: phrases("kunde, kategorie, filiale, lieferant"),
  stock: phrases("mindestbestand, meldebestand"),
};
