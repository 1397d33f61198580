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

/** Width of a letter in ems of the interface's typeface, on the generous side: a label must never be cut by its edge. */
function ems(letter: string): number {
  if (/[\p{Lu}MW@%&\u20b9]/u.test(letter)) return letter === "I" ? 0.3 : 0.7;
  if (/[0-9£$€+=<>~#_-]/.test(letter)) return 0.63;
  if (/[ijl.,:;'|!()[\]ft /]/.test(letter)) return 0.34;
  return letter > "\u2e7f" ? 1 : 0.57;
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** The pixels a text of the interface's typeface takes: measured where there is a canvas, else on the generous side. */
export function textWidth(text: string, size = 13): number {
  canvas ??= typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!canvas) return size * [...text].reduce((sum, letter) => sum + ems(letter), 0);
  canvas.font = `500 ${size}px "Inter Variable", "Inter Fallback", system-ui, sans-serif`;
  // Figures are tabular on the page: each as wide as a zero.
  return canvas.measureText(text.replace(/[0-9]/g, "0")).width + 1;
}

/** A text cut so that it fits into so many pixels; halved rather than tried letter by letter. */
export function cut(text: string, pixels: number, size = 13): string {
  if (textWidth(text, size) <= pixels) return text;
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const first = (count: number) => `${letters.slice(0, count).join("").trimEnd()}…`;
  let [fits, over] = [1, letters.length];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (textWidth(first(middle), size) <= pixels) fits = middle;
    else over = middle;
  }
  return first(fits);
}

/** A text in as few lines as hold it, broken between words. */
export function wrap(text: string, pixels: number, size = 13): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= pixels) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
