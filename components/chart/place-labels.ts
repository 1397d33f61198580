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

const SVG = "http://www.w3.org/2000/svg";
let ruler: SVGTextElement | null = null;
const lengths = new Map<string, number>();
/** Names come and go with the data; the widths of so many are kept. */
const MOST_LENGTHS = 5000;

function rulerOf(body: HTMLElement): SVGTextElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.style.cssText = "position:absolute;visibility:hidden;width:0;height:0";
  svg.setAttribute("aria-hidden", "true");
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("font-weight", "500");
  svg.append(text);
  body.append(svg);
  return text;
}

/** The length as the browser sets the text; null where nothing is laid out. */
function setLength(text: string, size: number): number | null {
  if (typeof document === "undefined") return null;
  if (!ruler?.isConnected) ruler = rulerOf(document.body);
  if (typeof ruler.getComputedTextLength !== "function") return null;
  ruler.setAttribute("font-size", String(size));
  ruler.textContent = text;
  return ruler.getComputedTextLength() || null;
}

/** The pixels a text of the interface's typeface takes: as the browser sets it, else on the generous side. */
export function textWidth(text: string, size = 13): number {
  const key = `${size} ${text}`;
  const known = lengths.get(key);
  if (known !== undefined) return known;
  const length = setLength(text, size);
  if (length === null) return size * [...text].reduce((sum, letter) => sum + ems(letter), 0);
  // Until the typeface is there, lengths are those of its stand-in.
  if (document.fonts.status === "loaded") {
    if (lengths.size >= MOST_LENGTHS) lengths.clear();
    lengths.set(key, length);
  }
  return length;
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
