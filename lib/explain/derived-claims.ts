import { type Context, subjectFits } from "./attach";
import { type Computed, computed, type Derived } from "./compute";
import { BASE, COMPARISONS, CUES, type Direction, familiesIn, familyOf, MOVES, places, WHOLE } from "./cues";
import { isDate } from "./date-marks";
import { roundsTo, unitFits, valueFits } from "./fits";
import type { Mention } from "./number-marks";
import type { Metric } from "./payload";

/** More named figures than this are a list, not operands. */
const MOST_OPERANDS = 40;

/** The direction word nearest to a place, in statements and comparisons. */
export function directionNear(text: string, at: number): Direction | null {
  let nearest: { direction: Direction; far: number } | null = null;
  for (const direction of ["up", "down"] as const) {
    for (const place of [...places(text, MOVES[direction]), ...places(text, COMPARISONS[direction])]) {
      const far = Math.abs(place - at);
      if (!nearest || far < nearest.far) nearest = { direction, far };
    }
  }
  return nearest?.direction ?? null;
}

/** A figure the line names, and where: by its product, by its period, or (-1) as the whole shop's. */
interface Named {
  metric: Metric;
  name: number;
  date: number;
}

/** The figures a line names by product and period. */
function namedFigures({ line, dates, book }: Context): Named[] {
  const isWhole = places(line.masked, WHOLE).length > 0 || line.names.length > 0;
  return book.payload.metrics.flatMap((metric) => {
    const { of, period } = metric;
    if (metric.kind !== "figure") return [];
    const name = of === null ? -1 : line.names.find(({ id }) => id === of)?.start;
    const date = period === null ? -1 : dates.find(({ key }) => isDate(key, period))?.start;
    if (name === undefined || date === undefined) return [];
    return name < 0 && date < 0 && !isWhole ? [] : [{ metric, name, date }];
  });
}

/** a is held against b: b is what the line compares with ("than Tea", "from May"), or the earlier period, or named later. */
function isOrder({ line }: Context, a: Named, b: Named): boolean {
  const sameName = a.metric.of === b.metric.of;
  if (sameName && a.metric.period === b.metric.period) return false;
  if (a.name < 0 !== b.name < 0 && places(line.masked, WHOLE).length === 0) return false;
  const isBase = ({ name, date }: Named) => {
    const place = a.name !== b.name ? name : date;
    return place >= 0 && BASE.test(line.text.slice(0, place));
  };
  if (isBase(a) !== isBase(b)) return isBase(b);
  if (sameName) return (a.metric.period ?? "") > (b.metric.period ?? "");
  return a.name < b.name && a.metric.period === b.metric.period;
}

function signFits(mention: Mention, value: number, direction: Direction | null): boolean {
  if (mention.sign !== 0 && (Math.sign(value) !== mention.sign || (mention.sign < 0 && direction !== null)))
    return false;
  if (direction !== null) return Math.sign(value) === (direction === "up" ? 1 : -1) || value === 0;
  return mention.sign !== 0 || value >= 0;
}

function resultFits(mention: Mention, { value, unit }: Computed, metric: Metric, context: Context): boolean {
  if (unit === "points") return mention.kind === "points" && roundsTo(mention, value);
  if (unit === "times") return mention.kind === "number" && mention.noun === "times" && roundsTo(mention, value);
  const claimed = { unit, label: metric.label };
  const lead = context.line.text.slice(0, mention.start);
  return unitFits(mention, claimed, context.book.payload.currency) && valueFits(mention, value, unit, lead);
}

const PAIRS: Readonly<Partial<Record<Mention["kind"], readonly Derived[]>>> = {
  percent: ["change", "share"],
  points: ["diff"],
  money: ["diff"],
  number: ["diff", "ratio"],
};

/** The measure the line speaks of; revenue or units where it names none. */
function measureFits({ label, unit }: Metric, operation: Derived, { line }: Context): boolean {
  if (operation === "change" && (unit === "share" || unit === "percent")) return false;
  const family = familyOf(label);
  const families = familiesIn(line.masked);
  if (operation === "diff" && family === null) return families.length === 0 || unit === "share";
  if (families.length === 0) return family === null || family === "revenue" || family === "units";
  return families.includes(family ?? "");
}

/** An operation needs its word in the line, and "by 12%" a direction. */
function isCued(operation: Derived, { line, book }: Context, direction: Direction | null, mention: Mention): boolean {
  const has = (pattern: RegExp) => places(line.masked, pattern).length > 0;
  if (operation === "change") return direction !== null || has(CUES.change);
  if (operation === "diff") return mention.kind === "points" || direction !== null || has(CUES.diff);
  return has(CUES[operation]) && book.metrics.size > 1;
}

interface DerivedNumber {
  operation: Derived;
  metrics: Metric[];
  value: number;
}

function pairOf(operation: Derived, x: Named, y: Named, mention: Mention, context: Context): DerivedNumber | null {
  const [a, b] = [x.metric, y.metric];
  if (a === b || a.label !== b.label || a.unit !== b.unit || !measureFits(a, operation, context)) return null;
  const isPart = a.of !== null && b.of === null && a.period === b.period;
  const isAsked = operation === "share" ? isPart && subjectFits(context, mention, a.of) : isOrder(context, x, y);
  const result = isAsked ? computed(operation, [a, b]) : null;
  if (!result) return null;
  const isSigned = operation === "change" || operation === "diff";
  const direction = directionNear(context.line.masked, mention.start);
  const fits = isSigned ? signFits(mention, result.value, direction) : mention.sign >= 0;
  return fits && resultFits(mention, result, a, context) ? { operation, metrics: [a, b], value: result.value } : null;
}

/** The metrics a derived number was computed from, where the line says so: a cue, and each operand by name or period. */
export function derivedFrom(mention: Mention, context: Context): DerivedNumber | null {
  const named = namedFigures(context);
  if (named.length < 2 || named.length > MOST_OPERANDS) return null;
  const direction = directionNear(context.line.masked, mention.start);
  for (const operation of PAIRS[mention.kind] ?? []) {
    if (!isCued(operation, context, direction, mention)) continue;
    for (const x of named) {
      for (const y of named) {
        const found = pairOf(operation, x, y, mention, context);
        if (found) return found;
      }
    }
  }
  return isCued("sum", context, direction, mention) ? sumOf(mention, context, named) : null;
}

/** The sum of one figure over everything the line names, no more and no less. */
function sumOf(mention: Mention, context: Context, named: readonly Named[]): DerivedNumber | null {
  const sets = new Map<string, Metric[]>();
  for (const { metric } of named) {
    if ((metric.of === null && metric.period === null) || !measureFits(metric, "sum", context)) continue;
    const key = `${metric.label} ${metric.unit} ${metric.period ?? ""}`;
    sets.set(key, [...(sets.get(key) ?? []), metric]);
  }
  for (const metrics of sets.values()) {
    const result = metrics.length > 1 ? computed("sum", metrics) : null;
    const [first] = metrics;
    const isSame = result && Math.sign(result.value) !== -mention.sign;
    if (first && isSame && resultFits(mention, result, first, context)) {
      return { operation: "sum", metrics, value: result.value };
    }
  }
  return null;
}
