import type { Book } from "./book";
import { MOVEMENT, places, WHOLE } from "./cues";
import { type DateMark, isDate } from "./date-marks";
import type { Line, Mark } from "./line";
import type { Metric } from "./payload";

/** What surrounds the numbers of a line. */
export interface Context {
  book: Book;
  line: Line;
  dates: readonly DateMark[];
  /** All numbers of the line, in order. */
  numbers: readonly Mark[];
}

const OF_NAME =
  /\b(?:of|from|by|for|in|on|with|to|is|goes to|von|für|aus|bei|mit)(?: (?:the|category|product|selling|der|die|das))*[ "“(]*$/i;
const OTHER_CLAUSE =
  /[;:,]|\b(?:than|ahead of|against|versus|compared|while|whereas|and|but|after|behind|as|als|gegen|während|und|aber)\b/i;
const OF_DATE = /(?:\b(?:in|for|during|of|im|für)(?: the month of)? |\()$/i;
/** "38% of all sales": the whole is what is shared, not what the next number is about. */
const OF_WHOLE = /\b(?:of|von|des|der|in) $/i;
const AS_OF = /\b(?:as of|up to|stand) (?:the end of )?$/i;
const SCOPES = /\b(?:in|for|during|im)(?: the month of)? $/i;
const NO_SCOPE = /\b(?:sold|since|until|last|season|peak|starts?|begins?|zuletzt|seit|bis)[\p{L} ]{0,12}$/iu;
const RELATIVE =
  /\b(?:last|latest|newest|previous|month|months|year|quarter|earlier|before|ago|monats?|jahre?s?|vormonat|vorjahr|quartals?)\b/i;

function nextNumber({ numbers }: Context, at: Mark): number {
  return numbers.find(({ start }) => start >= at.end)?.start ?? Number.POSITIVE_INFINITY;
}

/** What follows a number and belongs to it: "₹500 of Rice", "₹500 in June". */
function following<M extends Mark>(context: Context, at: Mark, marks: readonly M[], link: RegExp): M | undefined {
  const next = marks.find(({ start }) => start >= at.end);
  if (!next || next.start > nextNumber(context, at)) return undefined;
  const between = context.line.text.slice(at.end, next.start);
  return between.length <= 48 && link.test(between) && !OTHER_CLAUSE.test(between) ? next : undefined;
}

const before = <M extends Mark>(marks: readonly M[], at: Mark) => marks.filter(({ end }) => end <= at.start).at(-1);

/** What a number is said of: the id of a name, null for the whole shop, undefined when the line names nothing. */
function subjectOf(context: Context, at: Mark): string | null | undefined {
  const { line, numbers } = context;
  const { names, text } = line;
  if (/\b(?:respectively|jeweils|beziehungsweise|bzw)\b/.test(text) && names.length > 1) {
    const index = numbers.filter(({ start }) => start < at.start).length;
    return names[index % names.length]?.id;
  }
  const after = following(context, at, names, OF_NAME);
  if (after) return after.id;
  const previous = before(names, at);
  const wholes = places(line.masked.slice(0, at.start), WHOLE);
  const whole = wholes.filter((place) => !OF_WHOLE.test(line.masked.slice(0, place))).at(-1);
  if (previous && whole !== undefined && whole > previous.end) return null;
  return previous?.id ?? (names.length > 0 ? names[0]?.id : undefined);
}

/** True when the line says the figure of what it belongs to. */
export function subjectFits(context: Context, at: Mark, of: string | null): boolean {
  const { line, book } = context;
  const subject = subjectOf(context, at);
  if (subject === undefined) return of === null || book.payload.names.length === 1;
  if (subject === of) return true;
  if (of !== null) return false;
  const around = line.masked.slice(Math.max(0, at.start - 48), at.end + 48);
  return places(around, WHOLE).length > 0 || /\b(?:of|out of|the shop's|von) $/.test(line.masked.slice(0, at.start));
}

/** The date a number is said of, if the line has one for it. */
function dateOf(context: Context, at: Mark): DateMark | undefined {
  const dates = context.dates.filter(({ start, end }) => start >= at.end || end <= at.start);
  return following(context, at, dates, OF_DATE) ?? before(dates, at) ?? (dates.length === 1 ? dates[0] : undefined);
}

/** The month before, or the same month a year before; null of other periods. */
function comparedPeriod(period: string, label: string): string | null {
  const [, year = "", month = ""] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  if (year === "") return null;
  const months = Number(year) * 12 + Number(month) - 1 - (/year/i.test(label) ? 12 : 1);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** A change lies between two periods: the line names both, one, or none, and no other. */
function spanFits({ dates }: Context, period: string, label: string): boolean {
  const from = comparedPeriod(period, label);
  const isEnd = dates.some(({ key }) => isDate(key, period));
  const isStart = from !== null && dates.some(({ key }) => isDate(key, from));
  const isOther = dates.some(({ key }) => !isDate(key, period) && (from === null || !isDate(key, from)));
  return !isOther && (dates.length === 0 || isEnd) && (dates.length < 2 || isStart);
}

/** True when the line says the figure of the period it belongs to. */
export function periodFits(context: Context, at: Mark, metric: Metric): boolean {
  const { line, book } = context;
  const date = dateOf(context, at);
  if (metric.period === null) {
    if (!date || metric.kind === "date") return true;
    const lead = line.text.slice(0, date.start);
    if (AS_OF.test(lead)) return book.payload.asOf !== null && isDate(date.key, book.payload.asOf);
    if (line.text[date.end] === ":") return false;
    return !SCOPES.test(lead) || NO_SCOPE.test(lead.replace(SCOPES, "")) || date.key.length === 10;
  }
  if (MOVEMENT.test(metric.label)) return spanFits(context, metric.period, metric.label);
  if (date && isDate(date.key, metric.period)) return true;
  const alike = book.payload.metrics.filter(({ label, of }) => label === metric.label && of === metric.of);
  if (date) return alike.length === 1 && !SCOPES.test(line.text.slice(0, date.start));
  return alike.length === 1 || RELATIVE.test(line.masked);
}
