export type Grain = "day" | "week" | "month" | "quarter";

const GRAINS: readonly string[] = ["day", "week", "month", "quarter"];

export function toGrain(text: string): Grain {
  return GRAINS.includes(text) ? (text as Grain) : "month";
}

function written(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? day
    : new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
}

/** A period by its first day ("2026-06-01"): "Jun", "12 Jun", "Q2"; with the year "Jun 2026". */
export function periodLabel(day: string, grain: Grain, locale: string, withYear: boolean): string {
  const year = withYear ? ({ year: "numeric" } as const) : {};
  if (grain === "quarter") {
    const quarter = `Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
    return withYear ? `${quarter} ${day.slice(0, 4)}` : quarter;
  }
  if (grain === "month") return written(day, locale, { month: "short", ...year });
  return written(day, locale, { day: "numeric", month: "short", ...year });
}

/** The twelve months' names, January first. */
export function monthNames(locale: string, width: "short" | "narrow" | "long"): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: width, timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 1))));
}
