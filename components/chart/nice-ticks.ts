import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";

/** Round numbers from below `low` to above `high`, about `count` of them, for an axis. */
export function niceTicks(low: number, high: number, count = 4): number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return niceTicks(0, 1, count);
  if (high <= low) return niceTicks(low, low + (Math.abs(low) || 1), count);
  const span = high - low;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Where an axis starts and ends: at zero, unless all values lie close together far from it. */
export function axisTicks(values: readonly number[], count = 4): number[] {
  if (values.length === 0) return niceTicks(0, 1, count);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const close = low > 0 && low > high * 0.6;
  return niceTicks(close ? low - (high - low) * 0.15 : Math.min(0, low), Math.max(0, high), count);
}

/** Digits behind the point that a tick needs in its short form: "3.5M" one, "250K" none. */
function digitsOf(tick: number, column: Column, format: Format): number {
  const value = Math.abs(column.unit === "share" ? tick * 100 : tick);
  if (value === 0) return 0;
  const significant = value.toExponential(6).replace(/0*e.*|\./g, "").length;
  const before =
    value < 1
      ? Math.floor(Math.log10(value)) + 1
      : (format.short(tick, column, 0).match(/\p{Nd}/gu)?.length ?? significant);
  return Math.min(6, Math.max(0, significant - before));
}

/** The ticks of an axis as texts of one precision. */
export function tickTexts(ticks: readonly number[], column: Column, format: Format): (tick: number) => string {
  const digits = Math.max(0, ...ticks.map((tick) => digitsOf(tick, column, format)));
  return (tick) => format.short(tick, column, tick === 0 ? 0 : digits);
}
