import type { DrawnLine } from "./lines-of";

/** So many stretches are told apart on the widest screen. */
const STRETCHES = 500;

/** The places that draw the same picture: of each stretch the lowest and the highest of every line, and both ends. */
export function thinPlaces(count: number, lines: readonly DrawnLine[]): number[] {
  if (count <= STRETCHES * 3) return Array.from({ length: count }, (_, at) => at);
  const kept = new Set([0, count - 1]);
  const long = count / STRETCHES;
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    const [from, to] = [Math.floor(stretch * long), Math.floor((stretch + 1) * long)];
    for (const { values } of lines) {
      let low: number | null = null;
      let high: number | null = null;
      for (let at = from; at < to; at += 1) {
        const value = values[at] ?? null;
        if (value === null) continue;
        if (low === null || value < (values[low] ?? 0)) low = at;
        if (high === null || value > (values[high] ?? 0)) high = at;
      }
      if (low !== null) kept.add(low);
      if (high !== null) kept.add(high);
    }
  }
  return [...kept].sort((a, b) => a - b);
}
