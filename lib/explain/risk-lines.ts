import { type Figures, type Told, told } from "./told-insight";

type Teller = (figures: Figures) => Told;

const stock = ({ of, noun }: Figures) => told`${of("Stock")} ${noun("Stock", "unit")}`;

const deadStock: Teller = (figures) => {
  const { about, of, noun, value } = figures;
  const days = told`${of("Days since sale")} ${noun("Days since sale", "day")}`;
  const never = value("Days since sale") === null ? told`${about} has never sold.` : null;
  return {
    explanation: [
      told`${about} has not sold for ${days}, since ${of("Last sold")}.` ??
        told`${about} has not sold for ${days}.` ??
        never,
      told`On the shelf of ${about} stand ${stock(figures)}, and ${of("Stock value")} is tied up in it.` ??
        told`On the shelf of ${about} stand ${stock(figures)}; what they cost is not known.`,
    ],
    guidance: [
      told`Mark ${about} down, bundle it or send it back, and do not order it again.`,
      told`Each piece of ${about} cost ${of("Unit cost")}; a price near that still turns stock into cash.`,
    ],
  };
};

const decliningProduct: Teller = ({ about, of, change }) => ({
  explanation: [
    told`${about} brought ${of("Last 3 months")} in the last 3 months, ${change("Last 3 months", "3 months before")} less than the ${of("3 months before")} of the 3 months before.`,
    told`In the same months of last year ${about} brought ${of("Same months last year")}.`,
  ],
  guidance: [
    told`Check the price, the place and the supply of ${about}, and order less of it until it turns.`,
    told`What ${about} no longer brings comes to ${of("At stake")}, which is what winning it back is worth.`,
  ],
});

const decliningBusiness: Teller = ({ all, of }) => {
  const months = all("Revenue of the month");
  const [newest, oldest] = [months[0], months.at(-1)];
  const before = all("A year before");
  const ids = (metrics: readonly { id: string }[]) => metrics.map(({ id }) => id).join(" ");
  const isRun = newest?.period && oldest?.period && before.length === 0;
  return {
    explanation: [
      isRun && newest && oldest
        ? `Revenue of the shop fell from {{${oldest.id}}} in {{period ${oldest.id}}} to {{${newest.id}}} in {{period ${newest.id}}}, {{change ${newest.id} ${oldest.id}}} less.`
        : null,
      before.length > 0
        ? `The newest complete months brought {{sum ${ids(months)}}} in all, against {{sum ${ids(before)}}} in the same months a year before.`
        : null,
    ],
    guidance: [
      told`With ${of("At stake")} at stake, look in Trends for the products behind it, and decide what to stop, push or reprice.`,
    ],
  };
};

const overstock: Teller = (figures) => {
  const { about, of, noun } = figures;
  return {
    explanation: [
      told`At today's pace the stock of ${about} lasts ${of("Days of cover")} ${noun("Days of cover", "day")}: ${stock(figures)} wait while ${of("Units sold")} sold lately.`,
      told`${about} holds ${of("Stock value")} of stock value.`,
    ],
    guidance: [
      told`Stop ordering ${about} until the shelf is clear, and offer the surplus at a price.`,
      told`About ${of("At stake")} of what is there of ${about} is surplus.`,
    ],
  };
};

const stockOut: Teller = ({ about, of, noun }) => ({
  explanation: [
    told`${about} is out of stock, although ${of("Units sold")} ${noun("Units sold", "unit")} sold lately.`,
    told`When it is there, ${about} goes at ${of("A day")} a day.`,
  ],
  guidance: [
    told`Order ${about} now, or take it off the list if it will not come back.`,
    told`Sales of about ${of("At stake")} hang on ${about} being there.`,
  ],
});

const concentration: Teller = ({ about, of, noun }) => ({
  explanation: [
    told`${about} alone brings ${of("Share")} of the revenue, which is ${of("Revenue")}.`,
    told`Only ${of("Products of class A")} of the ${of("Products sold")} products on sale bring ${of("Revenue of class A")} of revenue.`,
  ],
  guidance: [
    told`Secure the supply of ${about} with another source, and build up what people buy beside it.`,
    about === null
      ? told`Never let these ${of("Products of class A")} ${noun("Products of class A", "product")} run out, and ask what the long rest of the range is for.`
      : null,
  ],
});

const returnsSpike: Teller = ({ about, of }) => ({
  explanation: [
    told`${of("Returned", "share")} of ${about} comes back, while the shop as a whole sees ${of("Returned in the shop")} returned.`,
    told`Goods worth ${of("Returned", "money")} came back of ${about}.`,
  ],
  guidance: [
    told`Ask why ${about} comes back, check the last delivery and talk to the supplier.`,
    told`Returns of ${about} beyond the usual come to ${of("At stake")}.`,
  ],
});

/** What risks are told with. */
export const RISK_LINES: Readonly<Record<string, Teller>> = {
  dead_stock: deadStock,
  declining_product: decliningProduct,
  declining_business: decliningBusiness,
  overstock,
  stock_out: stockOut,
  revenue_concentration: concentration,
  returns_spike: returnsSpike,
};
