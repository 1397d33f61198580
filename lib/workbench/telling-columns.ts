/** What a table's profile says of one of its columns. */
export interface KnownColumn {
  name: string;
  /** "text", "whole number", "number", "date", "date and time", "yes/no". */
  holds: string;
  lines: number;
  filled: number;
  distinct: number;
  minimum: string | null;
  maximum: string | null;
}

export type Grain = "day" | "month" | "year";

const MOST_CATEGORIES = 50;
/** A category has about so many values; more or fewer tell less. */
const USUAL_CATEGORIES = 8;
/** A line of fewer points is none; so many values stand behind each at least. */
const FEWEST_POINTS = 3;
const VALUES_A_POINT = 1.5;
const GRAINS: readonly { grain: Grain; days: number; most: number }[] = [
  { grain: "day", days: 1, most: 62 },
  { grain: "month", days: 30.44, most: 120 },
  { grain: "year", days: 365.25, most: 400 },
];

/** Numbers that name things, places or years are not reckoned with. */
const NAMING =
  /(^|[^\p{L}])(id|ids|nr|no|num|number|code|key|zip|plz|postcode|postal|phone|tel|year|jahr|lat|latitude|lon|lng|longitude|index|rank|row)([^\p{L}]|$)/iu;

const isNumber = ({ holds }: KnownColumn) => holds === "number" || holds === "whole number";

/** The month or the hour of a day is a place in time; "orders per month" is a number of something. */
const PART_OF_TIME =
  /(^|(?<!\b(?:per|a|by))[^\p{L}])(month|week|weekday|quarter|hour|monat|woche|quartal|mes|mois)([^\p{L}]|$)/iu;

/** The first of the columns with the highest score above nothing. */
function best(columns: readonly KnownColumn[], score: (column: KnownColumn) => number): KnownColumn | null {
  let found: KnownColumn | null = null;
  let most = 0;
  for (const column of columns) {
    const now = score(column);
    if (now > most) [found, most] = [column, now];
  }
  return found;
}

/** Whole numbers that number the lines, as 100001, 100002, ... do. */
function numbersLines({ holds, filled, distinct, minimum, maximum }: KnownColumn): boolean {
  return holds === "whole number" && distinct === filled && Number(maximum) - Number(minimum) < 1.2 * filled;
}

const isYear = ({ holds, minimum, maximum }: KnownColumn) =>
  holds === "whole number" && Number(minimum) >= 1800 && Number(maximum) <= 2100;

/** "orderId" reads as "order Id". */
const spoken = (name: string) => name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replaceAll("_", " ");

/** True for the names of ids, codes, places, years and parts of them, which are not reckoned with. */
export function namesThings(name: string): boolean {
  return NAMING.test(spoken(name)) || PART_OF_TIME.test(spoken(name));
}

/** The column whose average says most: a number that measures something; null without one. */
export function bestMeasure(columns: readonly KnownColumn[]): KnownColumn | null {
  return best(columns, (column) => {
    const { name, holds, lines, filled, distinct } = column;
    if (!isNumber(column) || distinct < 2 || namesThings(name) || numbersLines(column) || isYear(column)) return 0;
    return ((holds === "number" ? 2 : 1) + (distinct > 12 ? 1 : 0)) * (filled / lines);
  });
}

/** The column that sorts the lines into a few kinds; null without one. */
export function bestCategory(columns: readonly KnownColumn[]): KnownColumn | null {
  const kinds: Readonly<Record<string, number>> = { text: 3, "whole number": 1.5, "yes/no": 1.2 };
  return best(columns, ({ holds, lines, filled, distinct }) => {
    if (distinct < 2 || distinct > MOST_CATEGORIES || filled < 2 * distinct || filled < lines / 2) return 0;
    const kind = kinds[holds] ?? 0;
    return kind === 0 ? 0 : (kind - Math.abs(distinct - USUAL_CATEGORIES) / MOST_CATEGORIES) * (filled / lines);
  });
}

/** The column that says which line is which; null without one. */
export function bestName(columns: readonly KnownColumn[]): KnownColumn | null {
  return best(columns, ({ holds, lines, filled, distinct }) =>
    holds === "text" && distinct > 1 ? (filled * distinct) / lines ** 2 : 0,
  );
}

/** The finest periods that the days of a column fill; null when none makes a line. */
function grainOf({ filled, minimum, maximum }: KnownColumn): Grain | null {
  const days = (Date.parse(String(maximum).slice(0, 10)) - Date.parse(String(minimum).slice(0, 10))) / 86_400_000;
  const fits = GRAINS.find(({ days: length, most }) => {
    const points = Math.floor(days / length) + 1;
    return points >= FEWEST_POINTS && points <= most && filled >= VALUES_A_POINT * points;
  });
  return fits?.grain ?? null;
}

/** The column of days that makes a line of periods; null without one. */
export function bestDate(columns: readonly KnownColumn[]): { column: KnownColumn; grain: Grain } | null {
  const column = best(columns, (each) =>
    each.holds.startsWith("date") && each.filled >= each.lines / 2 && grainOf(each) ? each.filled / each.lines : 0,
  );
  const grain = column && grainOf(column);
  return column && grain ? { column, grain } : null;
}
