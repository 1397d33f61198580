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

type Words = (figure: (label: string, one?: string) => string | null, name: string) => readonly (string | null)[];

/** How the first row of a result is told, and what to do about it; the first sentence that has its figures counts. */
const FIRST_ROWS: Readonly<Record<string, { first: Words; main: string; act: (name: string) => string }>> = {
  best_sellers: {
    first: (of, name) => [
      told`${name} comes first with ${of("Units", "unit")} and ${of("Revenue")} of revenue.`,
      told`${name} comes first with ${of("Units", "unit")}.`,
    ],
    main: "Units",
    act: (name) => `Never run out of ${name}, and place beside it what people buy with it.`,
  },
  revenue_contribution: {
    first: (of, name) => [told`${name} comes first with ${of("Revenue")} of revenue, a share of ${of("Share")}.`],
    main: "Revenue",
    act: (name) => `Secure the supply of ${name}, and look along the list for what no longer earns its place.`,
  },
  dead_stock: {
    first: (of, name) => [
      told`${name} ties up ${of("Stock value")} and has not sold for ${of("Days since sale", "day")}.`,
      told`${name} ties up ${of("Stock value")}.`,
      told`${name} has not sold for ${of("Days since sale", "day")}.`,
    ],
    main: "Stock value",
    act: (name) => `Start with ${name}: mark it down, bundle it or send it back.`,
  },
  profitability: {
    first: (of, name) => [
      told`${name} comes first with a profit of ${of("Profit")}, at a margin of ${of("Margin")}.`,
      told`${name} comes first with a profit of ${of("Profit")}.`,
    ],
    main: "Profit",
    act: (name) => `Give ${name} a good place, and look at the end of the list for what costs money.`,
  },
  inventory_velocity: {
    first: (of, name) => [
      told`The stock of ${name} lasts ${of("Days of cover", "day")}, with ${of("Units sold", "unit")} sold lately.`,
      told`Of ${name} ${of("Units sold", "unit")} sold lately.`,
    ],
    main: "Days of cover",
    act: (name) => `Check when ${name} has to be ordered, and stop ordering what lasts too long.`,
  },
  seasonality: {
    first: (of, name) => [told`${name} comes first by season, with a score of ${of("Score")}.`],
    main: "Score",
    act: (name) => `Plan the next order of ${name} by its season.`,
  },
};

/** The figures of the first row of a result, and of the next beside it. */
export function rankedLines(book: Book, analysis: string): Told {
  const { metrics, names } = book.payload;
  const [first, second] = names.map(({ id }) => id);
  if (first === undefined) return NOTHING;
  const figure = (of: string | undefined) => (label: string, one?: string) => {
    const metric = metrics.find((each) => each.label === label && each.of === of && each.kind === "figure");
    if (!metric) return null;
    return one === undefined ? `{{${metric.id}}}` : `{{${metric.id}}} ${Number(metric.value) === 1 ? one : `${one}s`}`;
  };
  const labels = metrics.flatMap(({ of, kind, label }) => (of === first && kind === "figure" ? [label] : []));
  const [main = "", other = ""] = FIRST_ROWS[analysis] ? [FIRST_ROWS[analysis].main] : labels;
  const of = figure(first);
  const name = `{{${first}}}`;
  const plain = [
    told`The row of ${name} shows ${of(main)} under “${main}” and ${of(other)} under “${other}”.`,
    told`The row of ${name} shows ${of(main)} under “${main}”.`,
  ];
  const next = second === undefined ? null : figure(second)(main);
  return {
    explanation: [
      (FIRST_ROWS[analysis]?.first(of, name) ?? plain).find((line) => line !== null) ?? null,
      told`Next on the list is ${second === undefined ? null : `{{${second}}}`} with ${next}.`,
    ],
    guidance: [FIRST_ROWS[analysis]?.act(name) ?? `Look at the row of ${name} and ask what stands behind it.`],
  };
}

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

/** The months to come, the nearest first, and how far such forecasts were off. */
export function forecastLines(book: Book): Told {
  const { metrics } = book.payload;
  const timed = metrics.filter(({ period, of, unit }) => period !== null && of === null && unit !== "share");
  const [next, after] = timed.toSorted((a, b) => ((a.period ?? "") < (b.period ?? "") ? -1 : 1));
  const error = metrics.find(({ label, period }) => label === "Error in the past" && period === next?.period);
  if (!next) return NOTHING;
  return {
    explanation: [
      `For {{period ${next.id}}} the forecast is {{${next.id}}}.`,
      after ? `For {{period ${after.id}}} it is {{${after.id}}}.` : null,
      error
        ? `Such forecasts were off by {{${error.id}}} on average, so take that of {{period ${next.id}}} as a range.`
        : null,
    ],
    guidance: [`Order for {{period ${next.id}}} by this forecast, and keep something in hand for what it cannot know.`],
  };
}
