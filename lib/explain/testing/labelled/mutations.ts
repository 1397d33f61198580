import { partText } from "./labelled-set";
import type { Random } from "./random";
import type { NumberPart, Part } from "./scene";
import type { Writing } from "./writings";

export const MUTATIONS = [
  "digit flip",
  "ten times",
  "lakh for crore",
  "percent for points",
  "sign",
  "other product",
  "other period",
  "invented",
] as const;
export type Mutation = (typeof MUTATIONS)[number];

const SCALES: readonly (readonly [RegExp, string])[] = [
  [/ lakhs?/, " crore"],
  [/ crores?/, " lakh"],
  [/^L$/, "Cr"],
  [/ Cr$/, "L"],
  [/ million/, " thousand"],
  [/ thousand/, " million"],
  [/^M$/, "K"],
  [/^[Kk]$/, "M"],
  [/ Mio\./, " Tsd."],
  [/ Millionen/, " Milliarden"],
  [/ Tsd\./, " Mio."],
];
const PERCENTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:\s?%| percent| per cent)$/, " percentage points"],
  [/^ Prozent$/, " Prozentpunkte"],
  [/^ (?:percentage )?points$/, "%"],
  [/^ (?:Prozentpunkte|Punkte)$/, " %"],
];

const replaced = (after: string, pairs: readonly (readonly [RegExp, string])[]) => {
  const pair = pairs.find(([pattern]) => pattern.test(after));
  return pair ? after.replace(pair[0], pair[1]) : null;
};
const plain = (part: NumberPart, writing: Writing): NumberPart =>
  ({ ...part, writing, spelled: undefined }) as NumberPart;

function flippedDigit({ value, digits }: Writing, random: Random): number {
  const text = Math.abs(value).toFixed(digits);
  const places = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  const at = random.pick(places);
  const digit = random.pick(
    [..."0123456789"].filter((each) => each !== text[at] && !(at === 0 && each === "0" && text.length > 1)),
  );
  return Number(text.slice(0, at) + digit + text.slice(at + 1));
}

/** One wrong writing of a number, or null where this mutation has none. */
function wrongNumber(part: NumberPart, mutation: Mutation, random: Random): NumberPart | null {
  const { writing } = part;
  switch (mutation) {
    case "digit flip":
      return plain(part, { ...writing, value: flippedDigit(writing, random) });
    case "ten times":
      return plain(part, {
        ...writing,
        value: random.next() < 0.7 || writing.value < 20 ? writing.value * 10 : writing.value / 10,
      });
    case "lakh for crore": {
      const after = replaced(writing.after, SCALES);
      return after === null ? null : plain(part, { ...writing, after });
    }
    case "percent for points": {
      const after = replaced(writing.after, PERCENTS);
      return after === null ? null : plain(part, { ...writing, after });
    }
    case "sign":
      return part.spelled === undefined &&
        writing.value > 0 &&
        /[%€$₹]|percent|Prozent/.test(writing.before + writing.after)
        ? plain(part, { ...writing, before: `\u2212${writing.before}` })
        : null;
    case "other product":
      return part.ofOthers.length > 0 ? plain(part, random.pick(part.ofOthers)) : null;
    case "other period":
      return part.ofPeriods.length > 0 ? plain(part, random.pick(part.ofPeriods)) : null;
    case "invented":
      return plain(part, { ...writing, value: writing.value * (0.2 + random.next() * 3) + random.next() * 7 });
  }
}

function wrongPart(part: Part, mutation: Mutation, random: Random): Part | null {
  if (typeof part === "string") return null;
  switch (part.kind) {
    case "number":
      return wrongNumber(part, mutation, random);
    case "direction":
      return mutation === "sign" ? { ...part, text: part.opposite, opposite: part.text } : null;
    case "name":
      return mutation === "other product" && part.others.length > 0
        ? { ...part, text: random.pick(part.others) }
        : null;
    case "date":
      return mutation === "other period" && part.others.length > 0 ? { ...part, text: random.pick(part.others) } : null;
  }
}

/** What a number on paper stands for: 12.34 of "12.34", so that a mutation that rounds to the same is none. */
const shown = (part: Part, locale: string) => partText(part, locale).replace(/\s/g, " ");

/** True when the written value is within half a unit of the true one: a mutation that is still right. */
function isStillRight(before: Part, after: Part): boolean {
  if (typeof before === "string" || typeof after === "string" || before.kind !== "number" || after.kind !== "number")
    return false;
  const { value, digits } = after.writing;
  const same = before.writing.after === after.writing.after && before.writing.before === after.writing.before;
  return (
    same &&
    Math.abs(Number(Math.abs(value).toFixed(digits)) - Math.abs(before.writing.value)) <= 0.5000001 * 10 ** -digits
  );
}

/** The sentence with one part made wrong, or null where this kind of mutation cannot be made of it. */
export function mutated(parts: readonly Part[], mutation: Mutation, locale: string, random: Random): Part[] | null {
  const able = parts.flatMap((part, at) => {
    const wrong = wrongPart(part, mutation, random);
    return wrong && shown(wrong, locale) !== shown(part, locale) && !isStillRight(part, wrong) ? [{ at, wrong }] : [];
  });
  if (able.length === 0) return null;
  const { at, wrong } = random.pick(able);
  return parts.map((part, index) => (index === at ? wrong : part));
}
