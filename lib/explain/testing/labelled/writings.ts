import type { Random } from "./random";

/** One way to write a number: what stands before and after `scale`-sized `value` with `digits` decimals. */
export interface Writing {
  before: string;
  after: string;
  value: number;
  digits: number;
}

function grouped(whole: string, locale: string): string {
  const mark = locale === "de-DE" ? "." : ",";
  if (locale !== "en-IN" || whole.length <= 3) return whole.replace(/\B(?=(\d{3})+$)/g, mark);
  return `${whole.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, mark)}${mark}${whole.slice(-3)}`;
}

/** Written out by hand, not by the formatter that is judged. */
export function written({ before, after, value, digits }: Writing, locale: string): string {
  const [whole = "0", fraction = ""] = Math.abs(value).toFixed(digits).split(".");
  const decimals = fraction === "" ? "" : `${locale === "de-DE" ? "," : "."}${fraction}`;
  return `${before}${grouped(whole, locale)}${decimals}${after}`;
}

type Shape = readonly [before: string, after: string, scale: number, digits: number];

const SHAPES: Readonly<Record<string, (size: number) => readonly Shape[]>> = {
  "en-US": (size) => [
    ["$", "", 1, 2],
    ["$", "", 1, 0],
    ["USD ", "", 1, 0],
    ["", " dollars", 1, 0],
    ...(size >= 1e6
      ? ([
          ["$", " million", 1e6, 2],
          ["$", "M", 1e6, 1],
          ["USD ", " million", 1e6, 3],
        ] as const)
      : []),
    ...(size >= 1e4
      ? ([
          ["$", "K", 1e3, 1],
          ["$", "k", 1e3, 0],
          ["$", " thousand", 1e3, 1],
        ] as const)
      : []),
  ],
  "en-IN": (size) => [
    ["₹", "", 1, 2],
    ["₹", "", 1, 0],
    ["Rs ", "", 1, 0],
    ["Rs. ", "", 1, 2],
    ["INR ", "", 1, 0],
    ...(size >= 1e7
      ? ([
          ["₹", " crore", 1e7, 2],
          ["₹", " Cr", 1e7, 2],
          ["Rs ", " crores", 1e7, 1],
        ] as const)
      : []),
    ...(size >= 1e5
      ? ([
          ["₹", " lakh", 1e5, 2],
          ["₹", "L", 1e5, 1],
          ["", " lakh rupees", 1e5, 2],
          ["Rs. ", " lakhs", 1e5, 1],
        ] as const)
      : []),
  ],
  "de-DE": (size) => [
    ["", "\u00a0€", 1, 2],
    ["", " €", 1, 0],
    ["EUR ", "", 1, 2],
    ["", " Euro", 1, 0],
    ...(size >= 1e6
      ? ([
          ["", " Mio. €", 1e6, 2],
          ["", " Millionen Euro", 1e6, 1],
        ] as const)
      : []),
    ...(size >= 1e4
      ? ([
          ["", " Tsd. €", 1e3, 1],
          ["", " Tsd. Euro", 1e3, 0],
        ] as const)
      : []),
  ],
};

/** Money in one of the ways people write it there. */
export function moneyWriting(value: number, locale: string, random: Random): Writing {
  const [before, after, scale, digits] = random.pick(SHAPES[locale]?.(Math.abs(value)) ?? [["", "", 1, 2]]);
  return { before, after, value: value / scale, digits };
}

/** A percentage (0-100). */
export function percentWriting(value: number, locale: string, random: Random): Writing {
  const after =
    locale === "de-DE" ? random.pick(["\u00a0%", " %", " Prozent"]) : random.pick(["%", "%", " percent", " per cent"]);
  return { before: "", after, value, digits: Math.abs(value) < 1 ? 2 : random.pick([0, 1, 1, 2]) };
}

/** A difference of percentages. */
export function pointsWriting(value: number, locale: string, random: Random): Writing {
  const after =
    locale === "de-DE" ? random.pick([" Prozentpunkte", " Punkte"]) : random.pick([" percentage points", " points"]);
  return { before: "", after, value, digits: random.pick([1, 2]) };
}
