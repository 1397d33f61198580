import type { Part, Scene } from "./scene";
import { BEFORE, NOW, YEAR_AGO } from "./world";

const MOVED = [
  ["rose", "fell"],
  ["grew", "shrank"],
  ["climbed", "dropped"],
  ["increased", "decreased"],
  ["went up", "went down"],
  ["gained", "declined"],
] as const;
const ABOVE = [
  ["above", "below"],
  ["higher than", "lower than"],
  ["ahead of", "behind"],
] as const;
const MORE = [
  ["more than", "less than"],
  ["above", "below"],
] as const;

/** Sentences about single figures. */
export const ENGLISH_FIGURES: readonly ((s: Scene) => Part[])[] = [
  (s) => s.say`${s.name(s.a)} brought in ${s.money("Revenue", s.a)} of revenue.`,
  (s) =>
    s.say`With ${s.money("Revenue", s.a)} in revenue, ${s.name(s.a)} carries ${s.percent("Share", s.a, 100)} of all sales.`,
  (s) =>
    s.say`${s.name(s.a)} sold ${s.count("Units", s.a)} units and ${s.name(s.b)} sold ${s.count("Units", s.b)} units.`,
  (s) => s.say`The shop took ${s.money("Net revenue", null)} in total, from ${s.count("Orders", null)} orders.`,
  (s) =>
    s.say`Over the whole period ${s.count("Customers", null)} customers placed ${s.count("Orders", null)} orders worth ${s.money("Net revenue", null)} in all.`,
  (s) => s.say`An average order is worth ${s.money("Average order", null)}.`,
  (s) =>
    s.say`Customers sent back goods worth ${s.money("Returned", null)}, which is ${s.percent("Returned", null, 100)} returned.`,
  (s) =>
    s.say`${s.money("Stock value", s.a)} is tied up in ${s.name(s.a)}, and ${s.money("Stock value", s.b)} in ${s.name(s.b)}.`,
  (s) =>
    s.say`There are still ${s.count("Stock", s.a)} pieces of ${s.name(s.a)} on the shelf, each bought for ${s.money("Unit cost", s.a)}.`,
  (s) =>
    s.say`${s.name(s.a)} has not sold for ${s.count("Days since sale", s.a, "days")} days; the last one went on ${s.lastSold(s.a)}.`,
  (s) =>
    s.say`Nobody has bought ${s.name(s.a)} since ${s.lastSold(s.a)}, yet ${s.count("Stock", s.a)} units wait in stock.`,
  (s) =>
    s.say`At today's pace the stock of ${s.name(s.a)} lasts ${s.count("Days of cover", s.a, "days")} days, that of ${s.name(s.b)} ${s.count("Days of cover", s.b, "days")} days.`,
  (s) =>
    s.say`In ${s.month(NOW)} the shop turned over ${s.money("Net revenue", null, NOW)}, after ${s.money("Net revenue", null, BEFORE)} in ${s.month(BEFORE)}.`,
  (s) =>
    s.say`${s.month(NOW)}: ${s.money("Net revenue", null, NOW)}; ${s.month(YEAR_AGO)}: ${s.money("Net revenue", null, YEAR_AGO)}.`,
  (s) =>
    s.say`Revenue of ${s.name(s.a)} was ${s.money("Revenue", s.a, BEFORE)} in ${s.month(BEFORE)} and ${s.money("Revenue", s.a, NOW)} in ${s.month(NOW)}.`,
  (s) =>
    s.say`In ${s.month(NOW)} ${s.name(s.a)} made ${s.money("Revenue", s.a, NOW)}, while ${s.name(s.b)} made ${s.money("Revenue", s.b, NOW)}.`,
  (s) =>
    s.say`Revenue was ${s.money("Revenue", s.a)} for ${s.name(s.a)} and ${s.money("Revenue", s.b)} for ${s.name(s.b)}.`,
  (s) =>
    s.say`${s.name(s.a)} and ${s.name(s.b)} brought ${s.money("Revenue", s.a)} and ${s.money("Revenue", s.b)} respectively.`,
  (s) =>
    s.say`Of the revenue, ${s.percent("Share", s.a, 100)} comes from ${s.name(s.a)} and ${s.percent("Share", s.b, 100)} from ${s.name(s.b)}.`,
  (s) =>
    s.say`${s.name(s.a)} (${s.money("Revenue", s.a)}) and ${s.name(s.b)} (${s.money("Revenue", s.b)}) stand side by side.`,
  (s) =>
    s.say`The range holds ${s.count("Products sold", null)} products, sold to ${s.count("Customers", null)} customers.`,
  (s) =>
    s.say`A piece of ${s.name(s.a)} costs ${s.money("Unit cost", s.a)}, a piece of ${s.name(s.b)} ${s.money("Unit cost", s.b)}.`,
  (s) =>
    s.say`Look at ${s.name(s.a)} first: ${s.count("Stock", s.a)} units, ${s.money("Stock value", s.a)} at cost, unsold for ${s.count("Days since sale", s.a, "days")} days.`,
  (s) => s.say`${s.name(s.a)} last sold on ${s.lastSold(s.a)}, and ${s.name(s.b)} on ${s.lastSold(s.b)}.`,
  (s) => s.say`Its ${s.count("Units", s.a)} units make ${s.name(s.a)} worth watching.`,
  (s) => s.say`Up to ${s.month(NOW)} the shop sold ${s.count("Products sold", null)} products.`,
  (s) =>
    s.say`${s.count("Orders", null)} orders at ${s.money("Average order", null)} each add up to ${s.money("Net revenue", null)}.`,
  (s) => s.say`Mark down ${s.name(s.a)}: it holds ${s.money("Stock value", s.a)} of stock value.`,
  (s) =>
    s.say`Reorder ${s.name(s.a)} soon, because ${s.count("Stock", s.a)} units cover only ${s.count("Days of cover", s.a, "days")} days.`,
  (s) =>
    s.say`For ${s.name(s.b)}, ${s.count("Units", s.b)} units were sold for ${s.money("Revenue", s.b)}; for ${s.name(s.a)} it was ${s.count("Units", s.a)} units and ${s.money("Revenue", s.a)}.`,
  (s) => s.say`As of ${s.month(NOW)}, ${s.name(s.a)} accounts for ${s.percent("Share", s.a, 100)} of revenue.`,
  (s) => s.say`Ask why ${s.percent("Returned", null, 100)} of what is sold comes back to the shop.`,
  (s) => s.say`The shop's ${s.count("Units", null)} units went out in ${s.count("Orders", null)} orders.`,
  (s) =>
    s.value("Margin", s.a) > 0
      ? s.say`${s.name(s.a)} earns a margin of ${s.percent("Margin", s.a, 1)}.`
      : s.say`${s.name(s.a)} is sold below cost, at a negative margin of ${s.percent("Margin", s.a, 1)}.`,
  (s) =>
    s.value("Profit", s.a) > 0
      ? s.say`Profit on ${s.name(s.a)} came to ${s.money("Profit", s.a)}.`
      : s.say`${s.name(s.a)} made a loss of ${s.money("Profit", s.a)} in profit terms.`,
];

/** Sentences that say how figures stand to each other. */
export const ENGLISH_DERIVED: readonly ((s: Scene) => Part[])[] = [
  (s) => {
    const [now, then] = [s.value("Net revenue", null, NOW), s.value("Net revenue", null, BEFORE)];
    return s.say`Net revenue ${s.direction(now - then, MOVED)} by ${s.changed(now, then)} from ${s.month(BEFORE)} to ${s.month(NOW)}.`;
  },
  (s) => {
    const [now, then] = [s.value("Net revenue", null, NOW), s.value("Net revenue", null, YEAR_AGO)];
    return s.say`In ${s.month(NOW)} the shop stood ${s.changed(now, then)} ${s.direction(now - then, ABOVE)} ${s.month(YEAR_AGO)}.`;
  },
  (s) => {
    const [now, then] = [s.value("Revenue", s.a, NOW), s.value("Revenue", s.a, BEFORE)];
    return s.say`${s.name(s.a)} ${s.direction(now - then, MOVED)} from ${s.money("Revenue", s.a, BEFORE)} in ${s.month(BEFORE)} to ${s.money("Revenue", s.a, NOW)} in ${s.month(NOW)}.`;
  },
  (s) => {
    const [now, then] = [s.value("Revenue", s.a, NOW), s.value("Revenue", s.a, BEFORE)];
    return s.say`Between ${s.month(BEFORE)} and ${s.month(NOW)} revenue of ${s.name(s.a)} ${s.direction(now - then, MOVED)} ${s.changed(now, then)}.`;
  },
  (s) => {
    const [x, y] = [s.value("Revenue", s.a), s.value("Revenue", s.b)];
    return s.say`${s.name(s.a)} brought ${s.difference(x, y)} ${s.direction(x - y, MORE)} ${s.name(s.b)}.`;
  },
  (s) => {
    const [x, y] = [s.value("Margin", s.a), s.value("Margin", s.b)];
    return s.say`The margin of ${s.name(s.a)} is ${s.points(x, y)} ${s.direction(x - y, ABOVE)} that of ${s.name(s.b)}.`;
  },
  (s) => {
    const [first, second] = s.ranked("Units");
    return s.say`${s.name(first)} sold ${s.ratio(s.value("Units", first), s.value("Units", second))} times as many units as ${s.name(second)}.`;
  },
  (s) =>
    s.say`Together, ${s.name(s.a)} and ${s.name(s.b)} brought in ${s.sum(s.value("Revenue", s.a), s.value("Revenue", s.b))} of revenue.`,
  (s) => {
    const [first, second] = s.ranked("Revenue");
    return s.say`${s.name(first)} took ${s.money("Revenue", first)}, ${s.direction(1, [["more than", "less than"]])} ${s.name(second)} with ${s.money("Revenue", second)}.`;
  },
  (s) => {
    const change = s.value("Change", null, NOW);
    const [now, then] = [s.value("Net revenue", null, NOW), s.value("Net revenue", null, BEFORE)];
    return s.say`The business ${s.direction(change, MOVED)} ${s.changed(now, then)} on ${s.month(BEFORE)}, to ${s.money("Net revenue", null, NOW)} in ${s.month(NOW)}.`;
  },
  (s) => {
    const [now, then] = [s.value("Net revenue", null, NOW), s.value("Net revenue", null, BEFORE)];
    return s.say`${s.month(NOW)} closed ${s.difference(now, then)} ${s.direction(now - then, ABOVE)} ${s.month(BEFORE)}.`;
  },
  (s) => {
    const [x, y] = [s.value("Share", s.a) * 100, s.value("Share", s.b) * 100];
    return s.say`${s.name(s.a)} holds a share ${s.points(x, y)} ${s.direction(x - y, [["larger than", "smaller than"]])} ${s.name(s.b)}.`;
  },
  (s) => {
    const [now, then] = [s.value("Revenue", s.b, NOW), s.value("Revenue", s.b, BEFORE)];
    return s.say`Compared with ${s.month(BEFORE)}, ${s.name(s.b)} ${s.direction(now - then, [["is up", "is down"]])} ${s.changed(now, then)} in ${s.month(NOW)}.`;
  },
];
