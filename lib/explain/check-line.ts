import { type Context, periodFits, subjectFits } from "./attach";
import type { Book } from "./book";
import type { Claim } from "./claim";
import { CUES, familiesIn, familyOf, MOVEMENT, places } from "./cues";
import { datesIn, isDate, knownDates } from "./date-marks";
import { derivedFrom, directionNear } from "./derived-claims";
import { contradiction } from "./directions";
import { isOwnWriting, unitFits, valueFits } from "./fits";
import { COUNTED } from "./label-phrases";
import { blanked, type Line, type Mark } from "./line";
import { type Mention, mentionsIn } from "./number-marks";
import type { Metric } from "./payload";
import type { Fault } from "./sentence";

const NEAR = 40;
/** "A loss of -5" says it twice, and so says nothing that can be checked. */
const TWICE = /\b(?:loss of|lost|loses|fell|fell by|down|down by|fiel um|sank um) $/i;
const SPOKEN_OF = new Set(["money", "share", "percent"]);

/** A negative figure may be written without its sign where the line speaks of a loss or a fall. */
function signFits(mention: Mention, metric: Metric, { line }: Context): boolean {
  const value = Number(metric.value);
  const isTwice =
    mention.sign !== 0 && MOVEMENT.test(metric.label) && directionNear(line.masked, mention.start) !== null;
  if (mention.sign < 0) return value < 0 && !isTwice && !TWICE.test(line.masked.slice(0, mention.start));
  const isTrace = /-(?:under|unter) $/.test(line.text.slice(0, mention.start));
  if (value >= 0 || mention.value === 0 || isTrace) return true;
  const around = line.masked.slice(Math.max(0, mention.start - NEAR), mention.end + NEAR);
  return mention.sign === 0 && places(around, CUES.loss).length > 0;
}

/** Where the line speaks of one measure, a figure of another does not stand there. */
export function measureFits(metric: Metric, { line }: Context): boolean {
  const families = familiesIn(line.masked).filter((family) => family !== "units");
  const family = familyOf(metric.label);
  return !SPOKEN_OF.has(metric.unit) || families.length !== 1 || family === null || families[0] === family;
}

function isFigure(mention: Mention, metric: Metric, { book, line }: Context): boolean {
  if (metric.kind === "date" || !unitFits(mention, metric, book.payload.currency)) return false;
  const lead = line.text.slice(0, mention.start);
  return valueFits(mention, Number(metric.value), metric.unit, lead) || isOwnWriting(mention, metric, book);
}

/** The metric a plain number states, or what it was derived from. */
function claimOf(mention: Mention, context: Context): Claim | Fault {
  const { book } = context;
  const found = book.payload.metrics.filter((metric) => isFigure(mention, metric, context));
  const metric = found.find(
    (each) =>
      signFits(mention, each, context) &&
      subjectFits(context, mention, each.of) &&
      periodFits(context, mention, each) &&
      measureFits(each, context),
  );
  if (metric) return { ...mention, operation: "value", metrics: [metric], value: Number(metric.value) };
  const derived = derivedFrom(mention, context);
  if (derived) return { ...mention, ...derived };
  return found.length > 0
    ? { kind: "wrong-subject", message: `${mention.text} is not said of the product, period or measure it belongs to.` }
    : { kind: "wrong-number", message: `${mention.text} is in no metric.` };
}

/** A day or period that the book knows, and where it is a metric of one product, of that product. */
function dateFault(at: Mark & { key: string }, context: Context): Fault | null {
  const { book, line } = context;
  const text = line.text.slice(at.start, at.end);
  if (!knownDates(book).some((day) => isDate(at.key, day))) {
    return { kind: "wrong-number", message: `${text} is no date or period of these figures.` };
  }
  const days = book.payload.metrics.filter(({ kind, value }) => kind === "date" && value === at.key);
  const others = book.payload.metrics.some(({ period }) => period !== null && isDate(at.key, period));
  const fits =
    days.length === 0 || others || at.key === book.payload.asOf || days.some(({ of }) => subjectFits(context, at, of));
  return fits ? null : { kind: "wrong-subject", message: `${text} is the date of something else.` };
}

export function contextOf(line: Line, book: Book): Context & { mentions: readonly Mention[] } {
  const counted = [...line.masked.matchAll(COUNTED)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }));
  const free = blanked(line.masked, counted);
  const dates = datesIn(free, book.payload.locale);
  const mentions = mentionsIn(blanked(free, dates), book);
  return { book, line, dates, numbers: mentions, mentions };
}

/** Binds every number of a plain line to metrics; the first that cannot be bound is the fault. */
export function claimsOf(line: Line, book: Book): { claims: Claim[] } | { fault: Fault } {
  const context = contextOf(line, book);
  const claims: Claim[] = [];
  for (const date of context.dates) {
    const fault = dateFault(date, context);
    if (fault) return { fault };
  }
  for (const mention of context.mentions) {
    const claim = claimOf(mention, context);
    if ("message" in claim) return { fault: claim };
    claims.push(claim);
  }
  const word = contradiction(context, claims);
  return word === null
    ? { claims }
    : { fault: { kind: "wrong-direction", message: `The figures do not bear out "${word}".` } };
}
