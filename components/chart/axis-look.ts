import { textWidth } from "./place-labels";

/** An axis is its words alone: no line, no strokes. */
export const AXIS_LOOK = { axisLine: false, tickLine: false, tick: { fill: "var(--faint)", fontSize: 12 } } as const;

/** The axis below lines: the first and the last point keep off the edges. */
export const ALONG_LINES = { ...AXIS_LOOK, type: "number", padding: { left: 10, right: 6 }, height: 26 } as const;

/** The axis of values at the left: from its first tick to its last, as wide as its words. */
export function valueAxis(ticks: readonly number[], tickFormatter: (tick: number) => string) {
  const domain: [number, number] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const width = Math.max(...ticks.map((tick) => textWidth(tickFormatter(tick), AXIS_LOOK.tick.fontSize))) + 14;
  return { ...AXIS_LOOK, ticks, domain, width, tickFormatter };
}
