import { type Decimal, decimalToNumber, toDecimal } from "@/lib/std/decimal";
import { backTest, type Forecaster, holtWinters, seasonalNaive } from "./smoothing";

/** A row of the forecast: a period that was, or one to come. */
export interface ForecastRow {
  period_start: string | null;
  value: Decimal | null;
  low: Decimal | null;
  high: Decimal | null;
  same_period_last_year: Decimal | null;
  observed: boolean | null;
  method: string | null;
  error: number | null;
  asked: boolean | null;
}

/** Periods it takes to say anything. */
export const LEAST_PERIODS = 4;
/** Four of five values lie within so many standard deviations of a normal distribution. */
const FOUR_OF_FIVE = 1.2816;
const DAY_MS = 86_400_000;

const SEASONS = { month: 12, week: 52 } as const;

function periodAfter(start: string, grain: "month" | "week", ahead: number): string {
  const day = new Date(`${start}T00:00:00Z`);
  const next =
    grain === "month"
      ? Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + ahead, 1)
      : day.getTime() + 7 * ahead * DAY_MS;
  return new Date(next).toISOString().slice(0, 10);
}

const METHODS: readonly { name: (isSeasonal: boolean) => string; forecast: Forecaster; cycles: number }[] = [
  { name: (isSeasonal) => (isSeasonal ? "seasonal naive" : "last value"), forecast: seasonalNaive, cycles: 1 },
  { name: (isSeasonal) => (isSeasonal ? "Holt-Winters" : "Holt's trend"), forecast: holtWinters, cycles: 2 },
];

/**
 * The rows of the past and, after them, `horizon` periods to come: by the method that missed the last periods least,
 * with its error and the range four of five values would lie in. Nothing is added to fewer than four periods, nor where none
 * was above zero.
 */
export function forecastRows(
  past: readonly ForecastRow[],
  { grain, metric, horizon }: { grain: "month" | "week"; metric: string; horizon: number },
): ForecastRow[] {
  const last = past.at(-1)?.period_start ?? null;
  if (past.length < LEAST_PERIODS || last === null) return [...past];
  const series = past.map((row) => (row.value === null ? 0 : decimalToNumber(row.value)));
  const season = SEASONS[grain];
  if (series.every((value) => value <= 0)) return [...past];
  const held = Math.min(horizon, season, Math.floor(series.length / 4));
  const tested = METHODS.map((method) => {
    // What is forecast is what was tested: no season where the test had too short a past to know one.
    const cycle = series.length - held >= method.cycles * season ? season : Number.POSITIVE_INFINITY;
    return { ...method, cycle, ...backTest(method.forecast, series, cycle, held) };
  });
  const chosen = tested.reduce((least, each) => ((each.error ?? 0) < (least.error ?? 0) ? each : least));
  const isWhole = series.every(Number.isInteger) && metric === "quantity";
  const written = (value: number) => toDecimal(Math.max(value, 0).toFixed(isWhole ? 0 : 2));
  const method = chosen.name(Number.isFinite(chosen.cycle));
  const ahead = chosen.forecast(series, chosen.cycle, horizon).map((value, index): ForecastRow => {
    const range = chosen.errors >= 3 ? FOUR_OF_FIVE * chosen.spread : null;
    const yearBefore = grain === "month" ? past[past.length + index - 12] : past[past.length + index - 52];
    return {
      period_start: periodAfter(last, grain, index + 1),
      value: written(value),
      low: range === null ? null : written(value - range),
      high: range === null ? null : written(value + range),
      same_period_last_year: yearBefore?.value ?? null,
      observed: false,
      method,
      error: chosen.error,
      asked: true,
    };
  });
  return [...past, ...ahead];
}
