/** What is known to be true of the sample shop; see truths.mjs. */
export const truths: {
  title: string;
  locale: string;
  currency: string;
  firstDay: string;
  asOf: string;
  salesFile: string;
  stockFile: string;
  lines: number;
  kept: number;
  setAside: {
    unreadableDate: number;
    unreadableQuantity: number;
    blank: number;
    repeatedHeader: number;
    total: number;
  };
  returns: number;
  products: number;
  categories: number;
  bestSeller: string;
  concentrated: string;
  deadStock: { product: string; lastSold: string; days: number; stock: number; unitCost: string }[];
  runningOut: { product: string; cover: number }[];
  soldBelowCost: { product: string; unitCost: string }[];
  risingStar: string;
  declining: string;
  oftenReturned: string;
  overstocked: string[];
};
