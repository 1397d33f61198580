import { type Context, subjectFits } from "./attach";
import type { Claim } from "./claim";
import { COMPARISONS, type Direction, MOVEMENT, MOVES, NO_SUPERLATIVE, places, SUPERLATIVES } from "./cues";
import type { Metric } from "./payload";

const EARLIER: readonly (readonly [now: RegExp, before: RegExp])[] = [
  [/^last 3 months$/i, /^3 months before$/i],
  [/^last complete month$/i, /^(?:the )?month before$/i],
  [/^revenue of the month$/i, /^a year before$/i],
];
const RULES: Readonly<Record<string, Direction>> = {
  declining_product: "down",
  declining_business: "down",
  rising_star: "up",
};

const signOf = (direction: Direction) => (direction === "up" ? 1 : -1);
const nearest = <T extends { start: number }>(claims: readonly T[], place: number) =>
  claims.toSorted((a, b) => Math.abs(a.start - place) - Math.abs(b.start - place))[0];

/** True when one figure is the later of two of the same thing. */
function isLater(now: Metric, before: Metric): boolean {
  if (now.of !== before.of || now.unit !== before.unit) return false;
  if (now.label === before.label && now.period !== null && before.period !== null) return now.period > before.period;
  return EARLIER.some(([a, b]) => a.test(now.label) && b.test(before.label));
}

/** The later less the earlier of two claims, or null where they are not two of one thing. */
function movement(a: Claim, b: Claim): number | null {
  const [x, y] = [a.metrics[0], b.metrics[0]];
  if (a.operation !== "value" || b.operation !== "value" || !x || !y) return null;
  if (isLater(x, y)) return a.value - b.value;
  return isLater(y, x) ? b.value - a.value : null;
}

/** The movement of one figure as the book knows it: against the period just before, or as a change of its own. */
function knownMovement({ book }: Context, metric: Metric): number | null {
  const { metrics } = book.payload;
  const earlier = metrics
    .filter((other) => isLater(metric, other))
    .sort((a, b) => ((a.period ?? "") < (b.period ?? "") ? 1 : -1))[0];
  if (earlier) return Number(metric.value) - Number(earlier.value);
  const change = metrics.find(
    ({ label, of, period }) => MOVEMENT.test(label) && of === metric.of && period === metric.period,
  );
  return change ? Number(change.value) : null;
}

/** What the figures say of a direction word at a place: positive, negative, or null where nothing tells. */
function movementAt(context: Context, claims: readonly Claim[], place: number): number | null {
  const moving = claims.filter(
    ({ operation, metrics }) =>
      operation === "change" ||
      operation === "diff" ||
      (operation === "value" && MOVEMENT.test(metrics[0]?.label ?? "")),
  );
  const closest = nearest(moving, place);
  if (closest) return closest.value;
  const pairs = claims.flatMap((a, at) => claims.slice(at + 1).flatMap((b) => movement(a, b) ?? []));
  if (pairs.length > 0)
    return pairs.every((pair) => Math.sign(pair) === Math.sign(pairs[0] ?? 0)) ? (pairs[0] ?? null) : null;
  const figure = nearest(
    claims.filter(({ operation }) => operation === "value"),
    place,
  )?.metrics[0];
  const known = figure ? knownMovement(context, figure) : null;
  const below = claims.find(({ operation, value }) => operation === "value" && value < 0);
  return known ?? ruleMovement(context, place) ?? below?.value ?? null;
}

function ruleMovement(context: Context, place: number): number | null {
  const found = context.book.payload.insights.filter(
    ({ rule, of }) => RULES[rule] !== undefined && subjectFits(context, { start: place, end: place }, of),
  );
  const [first] = found.map(({ rule }) => RULES[rule]);
  return first === undefined ? null : signOf(first);
}

function isExtreme(metric: Metric, direction: Direction, metrics: readonly Metric[]): boolean {
  const isMost = (others: readonly Metric[]) =>
    others.length > 1 && others.every(({ value }) => signOf(direction) * (Number(metric.value) - Number(value)) >= 0);
  const alike = metrics.filter(
    ({ label, unit, kind }) => label === metric.label && unit === metric.unit && kind === metric.kind,
  );
  const amongNames = alike.filter(
    ({ of, period }) => period === metric.period && (of === null) === (metric.of === null),
  );
  const amongPeriods = alike.filter(({ of, period }) => of === metric.of && period !== null);
  return isMost(amongNames) || isMost(amongPeriods);
}

function superlativeFits(context: Context, claims: readonly Claim[], direction: Direction, place: number): boolean {
  const { metrics } = context.book.payload;
  const closest = nearest(
    claims.filter(({ operation, metrics }) => operation === "value" && metrics[0]?.kind === "figure"),
    place,
  );
  const [figure] = closest?.metrics ?? [];
  if (figure) return isExtreme(figure, direction, metrics);
  return metrics.some(
    (metric) =>
      metric.of !== null &&
      context.line.names.some(({ id }) => id === metric.of) &&
      isExtreme(metric, direction, metrics),
  );
}

/** "Rice (₹500) brought more than Tea (₹300)": the figures on both sides of a comparison agree with it. */
function comparisonFits(context: Context, claims: readonly Claim[], direction: Direction, place: number): boolean {
  const values = claims.filter(({ operation }) => operation === "value");
  const left = values.filter(({ end }) => end <= place).at(-1);
  const right = values.find(({ start }) => start > place);
  const [a, b] = [left?.metrics[0], right?.metrics[0]];
  const isPair = a && b && a.unit === b.unit && a.label === b.label && (a.of !== b.of || a.period !== b.period);
  if (!left || !right || !isPair || /[;,]/.test(context.line.masked.slice(left.end, place).slice(2))) return true;
  const between = context.line.masked.slice(place, right.start);
  if (
    !/\b(?:than|above|below|behind|ahead of|exceeds|exceeded|beats?|trails|trailed|als|über|unter|hinter)\b/i.test(
      between,
    )
  )
    return true;
  return signOf(direction) * (left.value - right.value) > 0;
}

/** The first word of direction or rank that the figures contradict or cannot bear out, or null. */
export function contradiction(context: Context, claims: readonly Claim[]): string | null {
  const text = context.line.masked.replace(NO_SUPERLATIVE, (words) => " ".repeat(words.length));
  const wordAt = (place: number) => /^[\p{L}]+/u.exec(text.slice(place))?.[0] ?? "";
  for (const direction of ["up", "down"] as const) {
    for (const place of places(text, MOVES[direction])) {
      const moved = movementAt(context, claims, place);
      if (moved === null || Math.sign(moved) !== signOf(direction)) return wordAt(place);
    }
    for (const place of places(text, SUPERLATIVES[direction])) {
      if (!superlativeFits(context, claims, direction, place)) return wordAt(place);
    }
    for (const place of places(text, COMPARISONS[direction])) {
      if (!comparisonFits(context, claims, direction, place)) return wordAt(place);
    }
  }
  return null;
}
