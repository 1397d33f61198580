const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface TimeTick {
  /** Milliseconds since the epoch, UTC. */
  at: number;
  text: string;
}

interface Step {
  unit: "hour" | "day" | "month" | "year";
  /** Hours, days or months. */
  count: number;
  length: number;
}

const STEPS: readonly Step[] = [
  ...[1, 3, 6, 12].map((count): Step => ({ unit: "hour", count, length: count * HOUR })),
  ...[1, 2, 7, 14].map((count): Step => ({ unit: "day", count, length: count * DAY })),
  ...[1, 3, 6].map((count): Step => ({ unit: "month", count, length: count * 30 * DAY })),
  ...[1, 2, 5, 10, 20, 50, 100, 500].map(
    (years): Step => ({ unit: "year", count: years * 12, length: years * 365 * DAY }),
  ),
];
const LONGEST: Step = { unit: "year", count: 12_000, length: 365_000 * DAY };

/** Round hours, days, months or years from `low` to `high`, about `most` of them at most; the year is said where it begins. */
export function timeTicks(low: number, high: number, most: number, locale: string): TimeTick[] {
  const step = STEPS.find(({ length }) => (high - low) / length <= Math.max(1, most - 1)) ?? LONGEST;
  const times = step.unit === "hour" || step.unit === "day" ? evenTimes(low, high, step) : monthTimes(low, high, step);
  const drawn = times.length > 0 ? times : [low];
  return drawn.map((at, index) => ({ at, text: tickText(at, drawn[index - 1] ?? null, step, locale) }));
}

function evenTimes(low: number, high: number, { length }: Step): number[] {
  const first = Math.ceil(low / length);
  return Array.from({ length: Math.max(0, Math.floor(high / length) - first + 1) }, (_, at) => (first + at) * length);
}

/** The start of a month, counted from January of the year 0. */
function startOf(month: number): number {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
}

function monthTimes(low: number, high: number, { count }: Step): number[] {
  const start = new Date(low);
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / count) * count;
  if (startOf(month) < low) month += count;
  const times: number[] = [];
  for (; startOf(month) <= high; month += count) times.push(startOf(month));
  return times;
}

const LOOKS: Readonly<Record<Step["unit"], Intl.DateTimeFormatOptions>> = {
  hour: { hour: "2-digit", minute: "2-digit", hour12: false },
  day: { day: "numeric", month: "short" },
  month: { month: "short" },
  year: { year: "numeric" },
};

/** A new day among hours is named by its date, a new year among months by both. */
function tickText(at: number, before: number | null, { unit }: Step, locale: string): string {
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(at);
  const same = (options: Intl.DateTimeFormatOptions) =>
    before !== null &&
    written(options) === new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(before);
  if (unit === "hour" && !same(LOOKS.day)) return written(LOOKS.day);
  if (unit === "month" && !same(LOOKS.year)) return written({ month: "short", year: "numeric" });
  return written(LOOKS[unit]);
}
