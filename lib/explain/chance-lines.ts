import { type Figures, type Told, told } from "./told-insight";

type Teller = (figures: Figures) => Told;

const restock: Teller = ({ about, of, noun, value }) => ({
  explanation: [
    (value("Days of cover") ?? 0) < 1
      ? told`${about} will run out within the day.`
      : told`${about} will run out in ${of("Days of cover")} ${noun("Days of cover", "day")}.`,
    told`It goes at ${of("A day")} a day, and ${of("Stock")} ${noun("Stock", "unit")} of ${about} are left.`,
  ],
  guidance: [
    told`Order ${about} now, enough to last until the next delivery.`,
    told`Sales of about ${of("At stake")} hang on ${about} being there.`,
  ],
});

const seasonalPeak: Teller = ({ about, of }) => ({
  explanation: [
    told`${about} has a season that starts soon: in its peak month it sells ${of("Index of the month")} times an average month.`,
    told`The pattern of ${about} scores ${of("Score")} on a scale that ends at one.`,
  ],
  guidance: [
    told`Order ${about} ahead and give it a good place before the month begins.`,
    told`A good season is worth about ${of("At stake")} with ${about}.`,
  ],
});

const risingStar: Teller = ({ about, of, change, value }) => ({
  explanation: [
    (value("3 months before") ?? 0) > 0
      ? told`Revenue of ${about} rose month after month, from ${of("3 months before")} to ${of("Last complete month")}, which is ${change("Last complete month", "3 months before")} more.`
      : told`Revenue of ${about} rose month after month and reached ${of("Last complete month")} in the last complete month.`,
    told`Among all products ${about} takes rank ${of("Rank")} by units sold.`,
  ],
  guidance: [
    told`Keep ${about} in stock, give it more room and order ahead of the curve.`,
    told`Each month ${about} now brings ${of("At stake")} more, so a gap on the shelf costs real money.`,
  ],
});

const highProfit: Teller = ({ about, of, noun }) => ({
  explanation: [
    told`${about} earns a margin of ${of("Margin")}, but only ${of("Units")} ${noun("Units", "unit")} were sold.`,
    told`Profit on ${about} came to ${of("Profit")}.`,
  ],
  guidance: [
    told`Give ${about} a better place, mention it at the till or put it beside a best seller.`,
    told`At a middling pace ${about} would bring about ${of("At stake")} a quarter on top.`,
  ],
});

const lowMargin: Teller = ({ about, of, noun }) => ({
  explanation: [
    told`${about} sells in numbers, ${of("Units")} ${noun("Units", "unit")} for ${of("Revenue")} of revenue, but its margin is only ${of("Margin")}.`,
  ],
  guidance: [
    told`Try a slightly higher price, a larger pack or a better price from the supplier for ${about}.`,
    told`A usual margin on ${about} would bring about ${of("At stake")} a quarter on top.`,
  ],
});

const belowCost: Teller = ({ about, of }) => ({
  explanation: [
    told`${about} is sold for less than it costs: sales of ${of("Revenue")} ended in a loss of ${of("Profit")}, so profit is negative.`,
    told`The margin of ${about} is ${of("Margin")}.`,
  ],
  guidance: [told`Raise the price of ${about}, or stop selling it unless it brings people in.`],
});

const slowCategory: Teller = ({ about, of, noun }) => ({
  explanation: [
    told`${about} moves slowly: of what was there ${of("Sell-through")} sold, ${of("Units sold")} ${noun("Units sold", "unit")} in number.` ??
      told`${about} moves slowly: of what was there ${of("Sell-through")} sold.`,
    told`Stock of ${about} ties up ${of("Stock value")}.`,
  ],
  guidance: [
    told`Order less of ${about}, and clear what does not move.`,
    told`About ${of("At stake")} of ${about} is more than such sales need.`,
  ],
});

const idleCapital: Teller = ({ of, all, noun }) => {
  const [part, whole] = [all("Stock value of class C")[0], all("Stock value")[0]];
  return {
    explanation: [
      told`Of the stock's value of ${of("Stock value")}, ${of("Stock value of class C")} lies in ${of("Products of class C in stock")} ${noun("Products of class C in stock", "product")} that bring little.`,
      part && whole ? `That is {{share ${part.id} ${whole.id}}} of the money in stock.` : null,
    ],
    guidance: [
      told`Order these ${of("Products of class C in stock")} ${noun("Products of class C in stock", "product")} in smaller numbers, and drop those nobody would miss.`,
    ],
  };
};

const missingCosts: Teller = ({ of, value }) => ({
  explanation: [
    value("Cost known") === 0
      ? told`No cost is known, so nobody can tell what ${of("Revenue")} of revenue earned.`
      : told`Cost is known for ${of("Cost known")} of the revenue of ${of("Revenue")}.`,
  ],
  guidance: [
    told`Add unit costs to the sales file, a product list or the stock list, and what ${of("At stake")} of revenue earned can be told.` ??
      told`Add unit costs to the sales file, a product list or the stock list, and the profit behind ${of("Revenue")} of revenue can be told.`,
  ],
});

/** What chances to grow and savings are told with. */
export const CHANCE_LINES: Readonly<Record<string, Teller>> = {
  restock,
  seasonal_peak: seasonalPeak,
  rising_star: risingStar,
  high_profit_opportunity: highProfit,
  low_margin_volume: lowMargin,
  sold_below_cost: belowCost,
  slow_category: slowCategory,
  idle_capital: idleCapital,
  missing_costs: missingCosts,
};
