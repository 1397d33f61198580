import { type Context, subjectFits } from "./attach";
import { type Computed, computed, type Derived } from "./compute";
import { BASE, COMPARISONS, CUES, type Direction, MOVES, places, WHOLE } from "./cues";
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

/** Where the line names a figure by its product and its period; undefined where it names it not at all. */
function namedAt({ line, dates }: Context, metric: Metric): { name: number; date: number } | undefined {
  const name = metric.of === null ? -1 : line.names.find(({ id }) => id === metric.of)?.start;
  const { period } = metric;
  const date = period === null ? -1 : dates.find(({ key }) => isDate(key, period))?.start;
  if (name === undefined || date === undefined) return undefined;
  const isWhole = places(line.masked, WHOLE).length > 0;
  return name < 0 && date < 0 && !isWhole && line.names.length === 0 ? undefined : { name, date };
}

/** True when the line holds other figures against this one: "than Tea", "from May". */
function isBase(context: Context, metric: Metric, other: Metric): boolean | null {
  const [here, there] = [namedAt(context, metric), namedAt(context, other)];
  if (!here || !there) return null;
  const place = here.name !== there.name ? here.name : here.date;
  return place >= 0 && BASE.test(context.line.text.slice(0, place));
}

/** a is held against b: b is what the line compares with, or the earlier period, or what is named later. */
function isOrder(context: Context, a: Metric, b: Metric): boolean {
  if (a.of === b.of && a.period === b.period) return false;
  const [aBase, bBase] = [isBase(context, a, b), isBase(context, b, a)];
  if (aBase !== bBase) return bBase === true;
  if (a.of === b.of) return (a.period ?? "") > (b.period ?? "");
  return (namedAt(context, a)?.name ?? -1) < (namedAt(context, b)?.name ?? -1) && a.period === b.period;
}

function signFits(mention: Mention, value: number, direction: Direction | null): boolean {
  if (mention.sign !== 0 && Math.sign(value) !== mention.sign) return false;
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

/** An operation needs its word in the line, and "by 12%" a direction. */
function isCued(operation: Derived, { line, book }: Context, direction: Direction | null, mention: Mention): boolean {
  const has = (pattern: RegExp) => places(line.masked, pattern).length > 0;
  if (operation === "change") return direction !== null || has(CUES.change);
  if (operation === "diff") return mention.kind === "points" || direction !== null || has(CUES.diff);
  return has(CUES[operation]) && book.metrics.size > 1;
}

/** The metrics a derived number was computed from, where the line says so: a cue, and each operand by name or period. */
export function derivedFrom(
  mention: Mention,
  context: Context,
): { operation: Derived; metrics: Metric[]; value: number } | null {
  const { line, book } = context;
  const named = book.payload.metrics.filter((metric) => metric.kind === "figure" && namedAt(context, metric));
  if (named.length < 2 || named.length > MOST_OPERANDS) return null;
  const direction = directionNear(line.masked, mention.start);
  for (const operation of PAIRS[mention.kind] ?? []) {
    if (!isCued(operation, context, direction, mention)) continue;
    for (const a of named) {
      for (const b of named) {
        if (a === b || a.label !== b.label || a.unit !== b.unit) continue;
        const isPart = operation === "share" && a.of !== null && b.of === null && a.period === b.period;
        if (operation === "share" ? !isPart || !subjectFits(context, mention, a.of) : !isOrder(context, a, b)) continue;
        const result = computed(operation, [a, b]);
        const isSigned = operation === "change" || operation === "diff";
        if (!result || (isSigned && !signFits(mention, result.value, direction))) continue;
        if (resultFits(mention, result, a, context)) return { operation, metrics: [a, b], value: result.value };
      }
    }
  }
  return isCued("sum", context, direction, mention) ? sumOf(mention, context, named) : null;
}

/** The sum of one figure over everything the line names, no more and no less. */
function sumOf(mention: Mention, context: Context, named: readonly Metric[]) {
  const sets = new Map<string, Metric[]>();
  for (const metric of named) {
    if (metric.of === null && metric.period === null) continue;
    const key = `${metric.label} ${metric.unit}`;
    sets.set(key, [...(sets.get(key) ?? []), metric]);
  }
  for (const metrics of sets.values()) {
    const result = metrics.length > 1 ? computed("sum", metrics) : null;
    const [first] = metrics;
    if (result && first && resultFits(mention, result, first, context)) {
      return { operation: "sum" as const, metrics, value: result.value };
    }
  }
  return null;
}
