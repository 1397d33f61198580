import { type Language, phrases } from "./role-words";

export const DUTCH: Language = {
  date: {
    sure: phrases(`
      verkoopdatum, besteldatum, factuurdatum, orderdatum, aankoopdatum, bondatum, transactiedatum, boekdatum,
      datum verkoop, datum bestelling
    `),
    good: phrases("datum, dag, datum tijd, datum en tijd"),
  },
  time: { sure: phrases("tijd, tijdstip, verkooptijd, besteltijd, tijd van verkoop") },
  product_name: {
    sure: phrases(`
      product, artikel, productnaam, artikelnaam, artikelomschrijving, productomschrijving, naam product,
      naam artikel
    `),
    good: phrases("omschrijving, productbeschrijving"),
    likely: phrases("naam"),
  },
  product_id: {
    sure: phrases(`
      artikelnummer, artikelnr, artikel nr, productnummer, productcode, artikelcode, product id, streepjescode,
      barcode, artikel id
    `),
  },
  category: {
    sure: phrases("categorie, productcategorie, artikelgroep, productgroep, omzetgroep, afdeling, hoofdgroep"),
    likely: phrases("groep, soort"),
  },
  quantity: {
    sure: phrases(
      "aantal, hoeveelheid, verkocht aantal, aantal verkocht, aantal stuks, aantal verkochte stuks, besteld aantal",
    ),
    good: phrases("stuks, stk"),
  },
  unit_price: {
    sure: phrases(`
      stukprijs, eenheidsprijs, verkoopprijs, prijs per stuk, prijs per eenheid, prijs excl btw, prijs incl btw
    `),
    good: phrases("prijs"),
  },
  discount: { sure: phrases("korting, kortingsbedrag, regelkorting, korting bedrag"), good: phrases("korting %") },
  amount: {
    sure: phrases(`
      bedrag, totaal, totaalbedrag, omzet, totaalprijs, regeltotaal, regelbedrag, totaal incl btw,
      totaal excl btw, netto omzet, netto bedrag, omzet excl btw, omzet incl btw
    `),
    good: phrases("subtotaal, waarde"),
  },
  currency: { sure: phrases("valuta, munteenheid, valutacode") },
  unit_cost: {
    sure: phrases("inkoopprijs, kostprijs, inkoopprijs per stuk, kostprijs per stuk, inkoopwaarde"),
    good: phrases("inkoop"),
  },
  customer: {
    sure: phrases("klant, klantnummer, klantnr, klant id, klantcode, debiteur, debiteurnummer"),
    good: phrases("klantnaam, naam klant, koper"),
  },
  transaction: {
    sure: phrases(`
      factuurnummer, factuur, factuurnr, bestelnummer, bestelling, ordernummer, order, bonnummer, bon, bonnr,
      kassabon, transactienummer, transactie, bestelling id, order id
    `),
  },
  store: { sure: phrases("winkel, filiaal, vestiging, winkelnummer, filiaalnummer, locatie, magazijn") },
  store_name: {
    sure: phrases("winkelnaam, filiaalnaam, naam winkel, naam filiaal, vestigingsnaam"),
    good: phrases("winkel, filiaal"),
  },
  current_stock: {
    sure: phrases(`
      voorraad, huidige voorraad, actuele voorraad, voorraad aantal, voorraadaantal, beschikbare voorraad,
      aantal op voorraad, op voorraad, vrije voorraad, technische voorraad
    `),
    good: phrases("beschikbaar"),
  },
  last_updated: {
    sure: phrases(
      "laatst bijgewerkt, bijgewerkt op, laatste wijziging, gewijzigd op, voorraaddatum, teldatum, datum telling",
    ),
  },
};
/** Words that make a Dutch column something else. */
export const DUTCH_BLOCKING = {
  money: phrases(
    "korting, btw bedrag, btw tarief, verzendkosten, winst, marge, adviesprijs, inkoop, kosten, kostprijs",
  ),
  quantity: phrases("minimum, minimale, retour, prijs"),
  date: phrases("leverdatum, verzenddatum, geboortedatum, levering, verzending, vervaldatum, retour"),
  cost: phrases("verzendkosten, totale, verkoop"),
  name: phrases("klant, categorie, winkel, filiaal, leverancier, groep"),
  stock: phrases("minimum, minimale, maximale, waarde, voorraadwaarde"),
};
