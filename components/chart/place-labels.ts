/** Moves label centres apart until each has `gap` pixels, as little as possible, within `low` and `high`; same order in and out. */
export function placeLabels(centres: readonly number[], gap: number, low: number, high: number): number[] {
  const order = centres.map((centre, index) => ({ centre, index })).sort((a, b) => a.centre - b.centre);
  let previous = low - gap;
  for (const label of order) {
    label.centre = Math.max(label.centre, previous + gap);
    previous = label.centre;
  }
  let next = high + gap;
  for (const label of order.reverse()) {
    label.centre = Math.min(label.centre, next - gap);
    next = label.centre;
  }
  const placed = new Array<number>(centres.length).fill(0);
  for (const label of order) placed[label.index] = label.centre;
  return placed;
}

/** Every how-many-th tick has room when each needs `need` pixels and `count` share `width`. */
export function tickStep(count: number, width: number, need: number): number {
  return Math.max(1, Math.ceil((count * need) / Math.max(1, width)));
}

/** Roughly the pixels a text of the interface's typeface takes. */
export function textWidth(text: string, size = 13): number {
  return text.length * size * 0.54;
}

/** A text cut so that it fits into so many pixels. */
export function cut(text: string, pixels: number, size = 13): string {
  const most = Math.max(3, Math.floor(pixels / (size * 0.54)));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
