/** How a cell of a map is filled; in steps, for between them no text colour would be readable in both themes. */
export interface Shade {
  fill: string;
  ink: string;
  /** Percent of the colour mixed into the paper; negative below an average. */
  strength: number;
  bold: boolean;
}

function mixed(colour: string, percent: number): string {
  return `color-mix(in srgb, ${colour} ${percent}%, var(--paper))`;
}

function shade(colour: string, percent: number, bold = false): Shade {
  return { fill: mixed(colour, percent), ink: percent > 60 ? "var(--paper)" : "var(--ink)", strength: percent, bold };
}

const below = (percent: number): Shade => ({ ...shade("var(--series-2)", percent), strength: -percent });
const NOTHING: Shade = { fill: "var(--wash)", ink: "var(--faint)", strength: 0, bold: false };

const PARTS = [
  { from: 0.85, shade: shade("var(--series-1)", 86) },
  { from: 0.6, shade: shade("var(--series-1)", 44) },
  { from: 0.35, shade: shade("var(--series-1)", 26) },
  { from: 0.1, shade: shade("var(--series-1)", 11) },
];

const INDICES = [
  { from: 2, shade: shade("var(--series-1)", 86, true) },
  { from: 1.5, shade: shade("var(--series-1)", 44, true) },
  { from: 1.2, shade: shade("var(--series-1)", 26, true) },
  { from: 1.05, shade: shade("var(--series-1)", 11) },
  { from: 0.95, shade: { ...NOTHING, ink: "var(--ink)" } },
  { from: 0.8, shade: below(9) },
  { from: 0.5, shade: below(20) },
  { from: Number.NEGATIVE_INFINITY, shade: below(36) },
];

/** The larger a part of the largest value, the darker. */
export function largerDarker(part: number): Shade {
  return PARTS.find(({ from }) => part >= from)?.shade ?? NOTHING;
}

/** Above an average month (index 1) in the accent, below in the second colour; months of a peak are also bold. */
export function aboveAverage(index: number): Shade {
  return INDICES.find(({ from }) => index >= from)?.shade ?? NOTHING;
}

/** The shades a map explains beside it, the palest first. */
export const PART_KEY: readonly Shade[] = [NOTHING, ...PARTS.map((part) => part.shade).reverse()];
export const INDEX_KEY: readonly Shade[] = [
  below(36),
  below(20),
  INDICES[4]?.shade ?? NOTHING,
  ...PARTS.slice(0, 3)
    .map((part) => part.shade)
    .reverse(),
];
