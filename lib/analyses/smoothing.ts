/** Forecasts the periods that follow a series; `season` periods make one cycle. */
export type Forecaster = (series: readonly number[], season: number, horizon: number) => number[];

const STEPS = [0.05, 0.2, 0.4, 0.6, 0.8];
const TREND_STEPS = [0, 0.05, 0.2, 0.4];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value one cycle earlier; without a whole cycle the last value. */
export const seasonalNaive: Forecaster = (series, season, horizon) => {
  const cycle = series.length >= season ? season : 1;
  return Array.from({ length: horizon }, (_, ahead) => series[series.length - cycle + (ahead % cycle)] ?? 0);
};

interface Weights {
  level: number;
  trend: number;
  season: number;
}

interface State {
  level: number;
  trend: number;
  /** One addend per place in the cycle; empty without a season. */
  seasons: readonly number[];
}

/** Level and trend of the first two cycles, and how each place of them lies beside that line. */
function startOf(series: readonly number[], season: number): State {
  const first = mean(series.slice(0, season));
  const trend = (mean(series.slice(season, 2 * season)) - first) / season;
  const level = first - (trend * (season + 1)) / 2;
  const beside = (place: number) => (series[place] ?? 0) - (level + trend * (place + 1));
  const seasons = Array.from({ length: season }, (_, place) => mean([beside(place), beside(place + season)]));
  return { level, trend, seasons };
}

/** The state after the series, and the sum of squared one-step errors on the way. */
function smoothed(series: readonly number[], start: State, weights: Weights): State & { squares: number } {
  let { level, trend } = start;
  const seasons = [...start.seasons];
  let squares = 0;
  series.forEach((value, at) => {
    const place = at % Math.max(seasons.length, 1);
    const addend = seasons[place] ?? 0;
    squares += (value - level - trend - addend) ** 2;
    const before = level;
    level = weights.level * (value - addend) + (1 - weights.level) * (level + trend);
    trend = weights.trend * (level - before) + (1 - weights.trend) * trend;
    if (seasons.length > 0) seasons[place] = weights.season * (value - level) + (1 - weights.season) * addend;
  });
  return { level, trend, seasons, squares };
}

/**
 * Holt-Winters with additive seasons (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 8.3);
 * below two whole cycles Holt's linear trend (8.2). The weights are those of a grid with the least squared errors.
 */
export const holtWinters: Forecaster = (series, season, horizon) => {
  const isSeasonal = series.length >= 2 * season;
  const [first = 0, second = first] = series;
  const start: State = isSeasonal
    ? startOf(series, season)
    : { level: first - (second - first), trend: second - first, seasons: [] };
  const candidates = STEPS.flatMap((level) =>
    TREND_STEPS.flatMap((trend) =>
      (isSeasonal ? STEPS : [0]).map((own) => smoothed(series, start, { level, trend, season: own })),
    ),
  );
  const { level, trend, seasons } = candidates.reduce((best, each) => (each.squares < best.squares ? each : best));
  return Array.from({ length: horizon }, (_, ahead) => {
    const addend = seasons[(series.length + ahead) % Math.max(seasons.length, 1)] ?? 0;
    return level + trend * (ahead + 1) + addend;
  });
};

export interface BackTest {
  /** Sum of the absolute errors over the sum of the absolute values, 0-1 and above; null when nothing was sold. */
  error: number | null;
  /** Root of the mean squared error. */
  spread: number;
  errors: number;
}

/**
 * How far a method would have missed the last `held` periods: it forecasts all of them that are left from each of
 * their beginnings, knowing only what came before.
 */
export function backTest(method: Forecaster, series: readonly number[], season: number, held: number): BackTest {
  const misses: number[] = [];
  let whole = 0;
  for (let known = series.length - held; known < series.length; known += 1) {
    const ahead = method(series.slice(0, known), season, series.length - known);
    ahead.forEach((value, step) => {
      const actual = series[known + step] ?? 0;
      misses.push(Math.max(value, 0) - actual);
      whole += Math.abs(actual);
    });
  }
  const absolute = misses.reduce((sum, miss) => sum + Math.abs(miss), 0);
  return {
    error: whole > 0 ? absolute / whole : null,
    spread: Math.sqrt(mean(misses.map((miss) => miss ** 2))),
    errors: misses.length,
  };
}
