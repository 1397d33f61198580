import type { Language } from "./role-words";

/** Hindi in Latin letters, as tills and spreadsheets in India spell it. */
export const HINDI: Language = {
  date: {
    sure: ["bikri tarikh", "bikri ki tarikh", "bill tarikh", "bill dinank"],
    good: ["tarikh", "dinank", "taarikh", "din"],
  },
  product_name: {
    sure: ["samaan", "saman", "vastu", "vastu ka naam", "saman ka naam", "utpad", "maal", "samagri", "utpaad"],
    good: ["vivaran"],
    likely: ["naam", "nam"],
  },
  product_id: { sure: ["vastu code", "saman code", "utpad code", "maal code"] },
  category: { sure: ["shreni", "varg", "prakar"] },
  quantity: { sure: ["matra", "maatra", "sankhya", "nag", "bikri matra"], good: ["ginti"] },
  unit_price: { sure: ["dar", "bhav", "bhaav", "keemat", "kimat", "mulya", "daam", "dam"] },
  amount: {
    sure: ["kul", "kul rashi", "rashi", "raashi", "kul keemat", "kul kimat", "kul mulya", "bikri", "kul bikri", "jod"],
  },
  unit_cost: { sure: ["lagat", "kharid mulya", "kharid dar", "kharid bhav", "kharid keemat", "laagat"] },
  customer: { sure: ["grahak", "grahak ka naam", "grahak naam", "graahak"] },
  transaction: { sure: ["bill sankhya", "bill kramank", "rasid", "rasid sankhya", "chalan", "bill no"] },
  store: { sure: ["dukan", "dukaan", "shakha"] },
  current_stock: {
    sure: ["bacha maal", "bacha hua maal", "shesh", "shesh maal", "bhandar", "maujuda stock", "bacha stock"],
  },
  last_updated: { sure: ["antim badlav", "antim tarikh"] },
};
