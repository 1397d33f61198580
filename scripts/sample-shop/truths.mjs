/** What is known to be true of the sample shop: planted by the generator, relied on by tests. */
export const truths = {
  title: "Lakeside Grocers",
  locale: "en-IN",
  currency: "INR",
  firstDay: "2025-01-01",
  asOf: "2026-06-30",
  salesFile: "lakeside-sales-2025-26.csv",
  stockFile: "lakeside-stock-june-2026.csv",
  /** Records after the header, as the import ledger counts them. */
  lines: 60412,
  kept: 60371,
  setAside: { unreadableDate: 18, unreadableQuantity: 14, blank: 6, repeatedHeader: 1, total: 2 },
  returns: 483,
  products: 400,
  categories: 14,
  bestSeller: "Rice 5 kg",
  /** Brings more than 30% of the revenue. */
  concentrated: "Rice 5 kg",
  /** Not sold for more than 90 days on the as-of date, with stock; `lastSold` is the day of the newest sale. */
  deadStock: [
    { product: "Copper water bottle", lastSold: "2025-11-30", days: 212, stock: 50, unitCost: "830.00" },
    { product: "Brass puja lamp", lastSold: "2025-11-02", days: 240, stock: 14, unitCost: "585.00" },
    { product: "Terracotta diyas 12 pieces", lastSold: "2025-10-20", days: 253, stock: 64, unitCost: "44.00" },
    { product: "Woollen cap", lastSold: "2026-02-12", days: 138, stock: 36, unitCost: "112.00" },
    { product: "Herbal hair oil 500 ml", lastSold: "2026-02-25", days: 125, stock: 22, unitCost: "204.00" },
    { product: "Sugar-free cookies 200 g", lastSold: "2026-03-10", days: 112, stock: 40, unitCost: "138.00" },
    { product: "Quinoa 1 kg", lastSold: "2026-03-24", days: 98, stock: 18, unitCost: "316.00" },
  ],
  /** Fast sellers with less than 7 days' cover; `cover` is the target in days, stock is rounded down. */
  runningOut: [
    { product: "Rice 5 kg", cover: 6 },
    { product: "Sunflower oil 1 l", cover: 5 },
    { product: "Toor dal 1 kg", cover: 4 },
    { product: "Tea 500 g", cover: 3 },
  ],
  soldBelowCost: [
    { product: "Basmati rice 5 kg", unitCost: "634.00" },
    { product: "Detergent powder 4 kg", unitCost: "446.00" },
  ],
  risingStar: "Millet noodles 4-pack",
  declining: "Vanaspati 1 kg",
  oftenReturned: "LED bulb 9 W",
  /** More than 180 days' cover. */
  overstocked: ["Olive oil 250 ml", "Pistachios 100 g", "Lunch box"],
};
