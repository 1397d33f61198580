import { randomFrom } from "./random.mjs";
import { biscuitsAndBakery } from "./range/biscuits-and-bakery.mjs";
import { coldDrinksAndIceCream } from "./range/cold-drinks-and-ice-cream.mjs";
import { dairyAndEggs } from "./range/dairy-and-eggs.mjs";
import { dalsAndPulses } from "./range/dals-and-pulses.mjs";
import { homeCare } from "./range/home-care.mjs";
import { householdAndSeasonal } from "./range/household-and-seasonal.mjs";
import { oilsAndGhee } from "./range/oils-and-ghee.mjs";
import { personalCare } from "./range/personal-care.mjs";
import { riceAndFlour } from "./range/rice-and-flour.mjs";
import { snacksAndNamkeen } from "./range/snacks-and-namkeen.mjs";
import { spicesAndMasalas } from "./range/spices-and-masalas.mjs";
import { sugarAndSalt } from "./range/sugar-and-salt.mjs";
import { sweetsAndDryFruits } from "./range/sweets-and-dry-fruits.mjs";
import { teaAndCoffee } from "./range/tea-and-coffee.mjs";
import { truths } from "./truths.mjs";

const SHELVES = [
  riceAndFlour,
  dalsAndPulses,
  oilsAndGhee,
  spicesAndMasalas,
  sugarAndSalt,
  teaAndCoffee,
  biscuitsAndBakery,
  snacksAndNamkeen,
  sweetsAndDryFruits,
  dairyAndEggs,
  coldDrinksAndIceCream,
  personalCare,
  homeCare,
  householdAndSeasonal,
];

/** From this day about a third of the goods cost a little more. */
export const NEW_PRICES = "2026-01-01";

const paisa = (rupees) => Math.round(Number(rupees) * 100);
const plantedCosts = new Map(
  [...truths.deadStock, ...truths.soldBelowCost].map(({ product, unitCost }) => [product, paisa(unitCost)]),
);

/** One line of a shelf: `Family | size price weight, size price weight | season`. Weight: lines in ten days. */
function readFamily(text) {
  const [family, packs, season] = text.split("|").map((part) => part.trim());
  return packs.split(",").map((pack) => {
    const words = pack.trim().split(" ");
    const weight = Number(words.pop());
    const price = paisa(words.pop());
    const size = words.join(" ");
    const name = size === "-" ? family : `${family} ${size}`;
    return { name, price, weight, loose: size === "loose", season: season ?? null };
  });
}

/** All products with prices and costs in paisa: `price[0]` until the end of 2025, `price[1]` since. */
export function productRange() {
  const random = randomFrom(400);
  const products = SHELVES.flatMap((shelf) =>
    shelf.families
      .trim()
      .split("\n")
      .flatMap(readFamily)
      .map((product) => ({ ...product, category: shelf.name, rhythm: shelf.rhythm, shelf })),
  );
  return products.map(({ shelf, price, ...product }, index) => {
    const [low, high] = shelf.margin;
    const margin = (low + random.next() * (high - low)) / 100;
    const dearer = random.next() < 0.36 ? 1.03 + random.next() * 0.05 : 1;
    const planted = plantedCosts.get(product.name);
    const newPrice = planted === undefined && price >= 2000 ? Math.round((price * dearer) / 100) * 100 : price;
    const cost = planted ?? Math.round((price * (1 - margin)) / 5) * 5;
    const newCost = newPrice === price ? cost : Math.round((newPrice * (1 - margin)) / 5) * 5;
    return {
      ...product,
      id: `P${String(index + 1).padStart(3, "0")}`,
      price: [price, newPrice],
      cost: [cost, newCost],
    };
  });
}
