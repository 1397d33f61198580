import { type Language, phrases } from "./role-words";

/** Hindi in Latin letters, as tills and spreadsheets in India spell it. */
export const HINDI: Language = {
  date: {
    sure: phrases("bikri tarikh, bikri ki tarikh, bill tarikh, bill dinank"),
    good: phrases("tarikh, dinank, taarikh, din"),
  },
  product_name: {
    sure: phrases("samaan, saman, vastu, vastu ka naam, saman ka naam, utpad, maal, samagri, utpaad"),
    good: phrases("vivaran"),
    likely: phrases("naam, nam"),
  },
  product_id: { sure: phrases("vastu code, saman code, utpad code, maal code") },
  category: { sure: phrases("shreni, varg, prakar") },
  quantity: { sure: phrases("matra, maatra, sankhya, nag, bikri matra"), good: phrases("ginti") },
  unit_price: { sure: phrases("dar, bhav, bhaav, keemat, kimat, mulya, daam, dam") },
  amount: {
    sure: phrases(`
      kul, kul rashi, rashi, raashi, kul keemat, kul kimat, kul mulya, bikri, kul bikri, jod
    `),
  },
  unit_cost: { sure: phrases("lagat, kharid mulya, kharid dar, kharid bhav, kharid keemat, laagat") },
  customer: { sure: phrases("grahak, grahak ka naam, grahak naam, graahak") },
  transaction: { sure: phrases("bill sankhya, bill kramank, rasid, rasid sankhya, chalan, bill no") },
  store: { sure: phrases("dukan, dukaan, shakha") },
  current_stock: {
    sure: phrases("bacha maal, bacha hua maal, shesh, shesh maal, bhandar, maujuda stock, bacha stock"),
  },
  time: { sure: phrases("samay, samay bikri, bikri samay") },
  discount: { sure: phrases("chhoot, chhut, chhoot rashi") },
  currency: { sure: phrases("mudra") },
  store_name: { sure: phrases("dukan ka naam, dukaan ka naam, shakha ka naam") },
  last_updated: { sure: phrases("antim badlav, antim tarikh") },
};
