import type { Book } from "./book";
import type { Metric } from "./payload";
import { type Told, told } from "./told-insight";

const NOTHING: Told = { explanation: [], guidance: [] };
const placeholder = (metric: Metric | null | undefined) => (metric ? `{{${metric.id}}}` : null);

/** Finds figures of the shop or of a product. */
function finder({ payload }: Book) {
  return (label: string, of: string | null, period: string | null = null, unit?: Metric["unit"]) =>
    payload.metrics.find(
      (metric) =>
        metric.label === label &&
        metric.of === of &&
        metric.period === period &&
        (unit === undefined || metric.unit === unit),
    ) ?? null;
}

/** "above" or "below", with by how much; "level with" where nothing changed. */
function against(now: Metric | null | undefined, then: Metric | null | undefined): string | null {
  if (!now || !then || Number(then.value) <= 0) return null;
  const moved = Number(now.value) - Number(then.value);
  if (moved === 0) return `level with {{period ${then.id}}}`;
  return `{{change ${now.id} ${then.id}}} ${moved > 0 ? "above" : "below"} {{period ${then.id}}}`;
}

/** The shop as a whole: the total, the newest month, what came back. */
export function overviewLines(book: Book): Told {
  const find = finder(book);
  const of = (label: string, unit?: Metric["unit"]) => placeholder(find(label, null, null, unit));
  const months = book.payload.metrics
    .filter(({ label, of: subject, period }) => label === "Net revenue" && subject === null && period !== null)
    .toSorted((a, b) => ((a.period ?? "") < (b.period ?? "") ? 1 : -1));
  const [now, before] = months;
  const yearAgo = months.find(
    ({ period }) => now?.period && period === `${Number(now.period.slice(0, 4)) - 1}${now.period.slice(4)}`,
  );
  const previous = before === yearAgo ? null : before;
  return {
    explanation: [
      told`In all the shop took ${of("Net revenue")}, from ${of("Orders")} orders by ${of("Customers")} customers.` ??
        told`In all the shop took ${of("Net revenue")}, from ${of("Orders")} orders.` ??
        told`In all the shop took ${of("Net revenue")}.`,
      now ? told`In ${`{{period ${now.id}}}`} net revenue was ${placeholder(now)}, ${against(now, previous)}.` : null,
      now && yearAgo ? told`Seen over the year, ${`{{period ${now.id}}}`} lies ${against(now, yearAgo)}.` : null,
      Number(find("Returned", null, null, "money")?.value ?? 0) > 0
        ? told`Goods worth ${of("Returned", "money")} were returned, which is ${of("Returned", "share")} of what was sold.`
        : null,
      told`An average order is worth ${of("Average order")}.`,
    ],
    guidance: [
      now ? told`Look into Trends for what stands behind the figures of ${`{{period ${now.id}}}`}.` : null,
      told`With an average order of ${of("Average order")}, something small at the till is the quickest way to sell more.`,
    ],
  };
}

/** The figures of the first row of a result, and how they sit beside the next. */
export function rankedLines(book: Book, analysis: string): Told {
  const { metrics, names } = book.payload;
  const [first, second] = names;
  const labels =
    LABELS[analysis] ??
    [...new Set(metrics.filter(({ of, kind }) => of !== null && kind === "figure").map(({ label }) => label))].slice(
      0,
      2,
    );
  const [main = "", other = ""] = labels;
  if (!first) return NOTHING;
  const figure = (label: string, of: string | undefined) =>
    metrics.find((metric) => metric.label === label && metric.of === of && metric.kind === "figure");
  const [a, b, c] = [figure(main, first.id), figure(other, first.id), figure(main, second?.id)];
  const unit = (metric: Metric | undefined) =>
    metric?.unit === "quantity" ? " units" : metric?.unit === "days" ? " days" : "";
  const label = (text: string) => text.toLowerCase();
  return {
    explanation: [
      told`${`{{${first.id}}}`} comes first on this list: ${label(main)} of ${placeholder(a)}${unit(a)}, ${label(other)} of ${placeholder(b)}${unit(b)}.` ??
        told`${`{{${first.id}}}`} comes first on this list: ${label(main)} of ${placeholder(a)}${unit(a)}.`,
      second ? told`Next is ${`{{${second.id}}}`} with ${placeholder(c)}${unit(c)}.` : null,
    ],
    guidance: [
      GUIDANCE[analysis]?.(`{{${first.id}}}`) ?? `Look at the row of {{${first.id}}} and ask what stands behind it.`,
    ],
  };
}

const LABELS: Readonly<Record<string, readonly [string, string]>> = {
  best_sellers: ["Units", "Revenue"],
  revenue_contribution: ["Revenue", "Share"],
  dead_stock: ["Stock value", "Days since sale"],
  profitability: ["Profit", "Margin"],
  inventory_velocity: ["Days of cover", "Units sold"],
  seasonality: ["Score", "Months"],
};

const GUIDANCE: Readonly<Record<string, (name: string) => string>> = {
  best_sellers: (name) => `Never run out of ${name}, and place beside it what people buy with it.`,
  revenue_contribution: (name) =>
    `Secure the supply of ${name}, and look along the list for what earns its place no longer.`,
  dead_stock: (name) => `Start with ${name}: mark it down, bundle it or send it back.`,
  profitability: (name) => `Give ${name} a good place, and look at the end of the list for what costs money.`,
  inventory_velocity: (name) => `Check when ${name} has to be ordered, and stop ordering what lasts too long.`,
  seasonality: (name) => `Plan the next order of ${name} by its season.`,
};

/** A line over time: the newest complete period beside the one before. */
export function trendLines(book: Book): Told {
  const { metrics } = book.payload;
  const timed = metrics.filter(({ period, of, kind }) => period !== null && of === null && kind === "figure");
  const label = timed.find(({ unit }) => unit !== "percent")?.label;
  const values = timed
    .filter((metric) => metric.label === label)
    .toSorted((a, b) => ((a.period ?? "") < (b.period ?? "") ? 1 : -1));
  const [now, before] = values;
  if (!now) return NOTHING;
  const what = now.label.toLowerCase();
  return {
    explanation: [
      told`In ${`{{period ${now.id}}}`} ${what} came to ${placeholder(now)}, ${against(now, before)}.` ??
        `In {{period ${now.id}}} ${what} came to {{${now.id}}}.`,
      values.length > 2
        ? `The period shown begins with {{${values.at(-1)?.id}}} in {{period ${values.at(-1)?.id}}}.`
        : null,
    ],
    guidance: [`Ask which products and days made {{period ${now.id}}} what it was before you plan the next order.`],
  };
}
