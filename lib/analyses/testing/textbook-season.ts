export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
export const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));

/**
 * Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 3.4 and 4.3, on a series of months that begins
 * in January unless `begins` (0 to 11) says otherwise; months whose moving average is not above 0 have no ratio.
 */
export function textbookSeason(series: readonly number[], begins = 0) {
  const kept = series.flatMap((value, t) => {
    if (t < 6 || t + 6 >= series.length) return [];
    const around = series.slice(t - 6, t + 7);
    const trend = (around.reduce((sum, each) => sum + each, 0) - ((around[0] ?? 0) + (around[12] ?? 0)) / 2) / 12;
    return trend > 0 ? [{ month: (t + begins) % 12, ratio: value / trend }] : [];
  });
  const means = Array.from({ length: 12 }, (_, month) => {
    const own = kept.filter((each) => each.month === month).map(({ ratio }) => ratio);
    return own.length === 0 ? null : mean(own);
  });
  const scale = mean(means.filter((value) => value !== null));
  const index = means.map((value) => (value === null || !(scale > 1e-9) ? null : value / scale));
  const known = kept.flatMap(({ month, ratio }) => {
    const season = index[month] ?? null;
    return season === null ? [] : [ratio - season];
  });
  const whole = kept.length === 0 ? 0 : variance(kept.map(({ ratio }) => ratio));
  const strength = whole > 1e-12 && known.length > 0 ? Math.max(0, 1 - variance(known) / whole) : 0;
  return { index, strength };
}
