import { cut, textWidth } from "./place-labels";

export interface PlacedName {
  /** Of the point. */
  index: number;
  text: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Spot {
  label: string;
  x: number;
  y: number;
}

/** Names are cut to this many pixels, or to less than half the chart. */
const WIDEST = 170;
/** A name is one line of 12 pixels. */
const HALF_LINE = 8;

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Beside its point, to the right or the left, above or below it. */
function places(point: Spot, wide: number): { box: Box; x: number; y: number; anchor: PlacedName["anchor"] }[] {
  const at = (left: number, y: number) => ({ left, right: left + wide, top: y - HALF_LINE, bottom: y + HALF_LINE });
  const above = point.y - 15;
  const below = point.y + 15;
  return [
    { box: at(point.x + 5, point.y), x: point.x + 8, y: point.y, anchor: "start" },
    { box: at(point.x - wide - 5, point.y), x: point.x - 8, y: point.y, anchor: "end" },
    { box: at(point.x - wide / 2, above), x: point.x, y: above, anchor: "middle" },
    { box: at(point.x - wide / 2, below), x: point.x, y: below, anchor: "middle" },
  ];
}

/** Names for the points that stand out, as many as fit without touching a name or a point. Pixels in and out. */
export function placedNames(points: readonly Spot[], area: Area, most: number): PlacedName[] {
  const taken: Box[] = points.map((p) => ({ left: p.x - 4, right: p.x + 4, top: p.y - 4, bottom: p.y + 4 }));
  const mean = (of: (point: Spot) => number) => points.reduce((sum, p) => sum + of(p), 0) / Math.max(1, points.length);
  const [x, y] = [mean((p) => p.x), mean((p) => p.y)];
  const far = (p: Spot) => ((p.x - x) / area.width) ** 2 + ((p.y - y) / area.height) ** 2;
  const order = points.map((point, index) => ({ point, index })).sort((a, b) => far(b.point) - far(a.point));
  const placed: PlacedName[] = [];
  for (const { point, index } of order.slice(0, most * 4)) {
    if (placed.length >= most) break;
    const text = cut(point.label, Math.min(WIDEST, area.width * 0.42), 12);
    const place = places(point, textWidth(text, 12) + 6).find(
      ({ box }) =>
        box.left >= area.x &&
        box.right <= area.x + area.width + 12 &&
        box.top >= area.y - HALF_LINE &&
        box.bottom <= area.y + area.height + 2 &&
        !taken.some((other) => meets(box, other)),
    );
    if (!place) continue;
    taken.push(place.box);
    placed.push({ index, text, x: place.x, y: place.y, anchor: place.anchor });
  }
  return placed;
}
