import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Lines, Place } from "./lines-of";
import { niceTicks, tickTexts } from "./nice-ticks";
import { cut, textWidth, tickStep } from "./place-labels";
import { timeTicks } from "./time-ticks";

interface LinesAxis {
  domain: [number, number];
  ticks: { at: number; text: string }[];
}

/** Pixels from one name to the next at least, and the longest a name is written. */
const BETWEEN = 16;
const WIDEST_NAME = 110;

/** The axis below lines: round times or numbers where these are its scale, else as many names as have room. */
export function linesAxis({ scale, places }: Lines, column: Column, format: Format, width: number): LinesAxis {
  const [low, high] = ends(places);
  if (scale === "time") {
    const ticks = timeTicks(low, high, Math.max(5, Math.floor(width / 76)), format.locale);
    return { domain: low === high ? [low - 1, high + 1] : [low, high], ticks };
  }
  if (scale === "number") {
    const ticks = niceTicks(low, high, Math.max(2, Math.min(8, Math.floor(width / 80))));
    const text = tickTexts(ticks, column, format);
    return {
      domain: [ticks[0] ?? low, ticks.at(-1) ?? high],
      ticks: ticks.map((at) => ({ at, text: column.unit === "none" ? String(at) : text(at) })),
    };
  }
  const names = places.map(({ name }) => cut(name, WIDEST_NAME, 12));
  const widest = Math.max(0, ...names.slice(0, 200).map((name) => textWidth(name, 12)));
  const step = tickStep(places.length, width, widest + BETWEEN);
  return {
    domain: [0, Math.max(1, places.length - 1)],
    ticks: names.flatMap((text, at) => (at % step === 0 ? [{ at, text }] : [])),
  };
}

/** First and last place; they are in order. */
function ends(places: readonly Place[]): [number, number] {
  return [places[0]?.at ?? 0, places.at(-1)?.at ?? 0];
}
