import { type Language, phrases } from "./role-words";

export const FRENCH: Language = {
  date: {
    sure: phrases(`
      date de vente, date vente, date de commande, date commande, date facture, date de facture, date d achat,
      date de la vente
    `),
    good: phrases("jour, date heure"),
  },
  product_name: {
    sure: phrases(`
      produit, article, nom du produit, nom produit, nom article, libelle, designation, libelle article,
      libelle produit, nom de l article
    `),
    likely: phrases("nom"),
  },
  product_id: {
    sure: phrases(`
      code produit, code article, reference produit, reference article, ref produit, ref article, code barres,
      code barre, id produit, code ean
    `),
    good: phrases("reference"),
  },
  category: {
    sure: phrases("categorie, categorie produit, categorie de produit, famille, rayon, famille produit"),
    likely: phrases("groupe"),
  },
  quantity: {
    sure: phrases("quantite, qte, quantite vendue, qte vendue, unites vendues, nombre d articles"),
    good: phrases("unites, nb"),
  },
  unit_price: {
    sure: phrases(`
      prix unitaire, prix de vente, prix vente, prix unitaire ttc, prix unitaire ht, pu, pu ht, pu ttc, prix
      par unite
    `),
    good: phrases("prix"),
  },
  amount: {
    sure: phrases(`
      montant, montant total, total ttc, total ht, montant ttc, montant ht, chiffre d affaires, ca, prix
      total, total ligne, ventes, ca ht, ca ttc
    `),
    good: phrases("vente"),
  },
  unit_cost: {
    sure: phrases("cout unitaire, prix d achat, prix achat, prix de revient, cout d achat"),
    good: phrases("cout"),
  },
  customer: {
    sure: phrases("client, id client, code client, numero client, no client"),
    good: phrases("nom client, nom du client, acheteur"),
  },
  transaction: {
    sure: phrases(`
      facture, numero de facture, no facture, numero facture, commande, numero de commande, no commande, id
      commande, numero commande, recu, ticket de caisse, id vente, n facture, n commande
    `),
  },
  store: { sure: phrases("magasin, boutique, point de vente, succursale, nom du magasin, entrepot") },
  current_stock: {
    sure: phrases(`
      stock actuel, quantite en stock, stock disponible, qte en stock, qte stock, en stock, stock reel,
      quantite stock
    `),
    good: phrases("disponible"),
  },
  time: { sure: phrases("heure, heure de vente, heure vente, heure commande") },
  discount: {
    sure: phrases(`
      remise, montant remise, montant de la remise, rabais, remise totale, reduction
    `),
    good: phrases("remise %, taux de remise, taux remise"),
  },
  currency: { sure: phrases("devise, monnaie, code devise") },
  store_name: {
    sure: phrases(`
      nom du magasin, nom magasin, nom de la boutique, nom boutique, nom du point de vente
    `),
    good: phrases("magasin, boutique"),
  },
  last_updated: { sure: phrases("derniere mise a jour, mise a jour, date de mise a jour, date inventaire, maj") },
};
/** Words that make a French or Italian column something else. */
export const FRENCH_BLOCKING = {
  money: phrases(`
      remise, tva, frais, livraison, marge, cout, catalogue, sconto, iva, spedizione, margine, costo, listino
    `),
  quantity: phrases("commander, minimum, minimo"),
  date: phrases("livraison, expedition, naissance, echeance, consegna, spedizione, scadenza, nascita"),
  cost: phrases("livraison, total, spedizione, totale"),
  name: phrases(`
      client, magasin, categorie, famille, fournisseur, vendeur, cliente, negozio, categoria, fornitore
    `),
  stock: phrases("minimum, minimal, minimo, securite"),
};
