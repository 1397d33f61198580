/** Upper tail of the standard normal; Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26 (error < 1e-7). */
function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return z >= 0 ? series / 2 : 1 - series / 2;
}

/** Revenue of a period and the sum of its squared line amounts. */
export interface PeriodSum {
  sum: number;
  squares: number;
}

/**
 * The chance that `less` falls so far below `more` although nothing changed: one-sided z test of two compound Poisson
 * sums, whose difference has the summed squares of its lines as variance. 1 when there is nothing to compare.
 */
export function chanceOfDifference(more: PeriodSum, less: PeriodSum): number {
  const variance = more.squares + less.squares;
  return variance > 0 ? upperTail((more.sum - less.sum) / Math.sqrt(variance)) : 1;
}

/** The chance that `steps` months in a row fall (or rise) when every order of the months is equally likely. */
export function chanceOfRun(steps: number): number {
  let orders = 1;
  for (let months = 2; months <= steps + 1; months += 1) orders *= months;
  return 1 / orders;
}

/** The chance of at least `hits` of `pairs` fair coins (sign test). */
export function chanceOfSigns(hits: number, pairs: number): number {
  let ways = 0;
  let row = 1;
  for (let k = 0; k <= pairs; k += 1) {
    if (k >= hits) ways += row;
    row = (row * (pairs - k)) / (k + 1);
  }
  return ways / 2 ** pairs;
}
