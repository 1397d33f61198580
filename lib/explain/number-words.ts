const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const GERMAN: Readonly<Record<string, number>> = {
  null: 0,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
};

const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, at): [string, number] => [word, at]),
  ...TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ["dozen", 12],
]);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["hundert", 1e2],
  ["thousand", 1e3],
  ["tausend", 1e3],
  ["tsd", 1e3],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["lac", 1e5],
  ["lacs", 1e5],
  ["million", 1e6],
  ["millionen", 1e6],
  ["mio", 1e6],
  ["mn", 1e6],
  ["crore", 1e7],
  ["crores", 1e7],
  ["cr", 1e7],
  ["billion", 1e9],
  ["milliarde", 1e9],
  ["milliarden", 1e9],
  ["mrd", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
  ["tn", 1e12],
  ["bio", 1e12],
]);

/** Numbers too vague to be found in any metric. */
export const VAGUE =
  /\b(?:(?:hundred|thousand|million|billion|lakh|crore|dozen)s of|tens of|half|thirds?(?= of)|two thirds|quarter(?= of (?!a year|the year|20))|three quarters|twice|thrice|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|halv(?:e|es|ed|ing))\b/gi;

/** Roman numerals of two letters or more. */
export const ROMAN = /\b[IVXLCDM]{2,}\b/g;

function wordsFor(locale: string): ReadonlyMap<string, number> {
  return locale.startsWith("de") ? new Map([...SMALL, ...Object.entries(GERMAN)]) : SMALL;
}

interface SpelledNumber {
  start: number;
  end: number;
  value: number;
}

const WORD = /[\p{L}]+/gu;

/** Numbers written as words: "twelve", "three hundred and forty", "a million". "one" by itself is no number. */
export function spelledNumbers(text: string, locale: string): SpelledNumber[] {
  const small = wordsFor(locale);
  const words = [...text.matchAll(WORD)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: SpelledNumber[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    if (!first) continue;
    const opensWithA = /^(a|an)$/.test(first.word) && SCALES.has(words[at + 1]?.word ?? "");
    const begin = small.get(first.word) ?? (opensWithA ? 1 : undefined);
    if (begin === undefined) continue;
    let [whole, part, last] = [0, begin, at];
    for (let next = at + 1; next < words.length; next++) {
      const { word, start } = words[next] ?? { word: "", start: 0 };
      const gap = text.slice(words[last]?.end, start);
      if (!/^(?: |-| and )$/.test(gap) && !(word === "and" && gap === " ")) break;
      const more = small.get(word);
      const scale = SCALES.get(word);
      if (word === "and") {
        if (!small.has(words[next + 1]?.word ?? "") || part < 100) break;
        continue;
      }
      if (scale !== undefined && scale > 100) [whole, part] = [whole + part * scale, 0];
      else if (scale !== undefined) part *= scale;
      else if (more !== undefined && more < 10 && part % 10 === 0 && part > 0 && part % 100 !== 10) part += more;
      else if (more !== undefined && (part === 0 || part % 100 === 0) && whole + part > 0) part += more;
      else break;
      last = next;
    }
    const end = words[last]?.end ?? first.end;
    const isOne = first.word === "one" && last === at;
    if (!isOne || /^ (?:percent|per cent|day|unit|order|product|month|customer|point)/.test(text.slice(end))) {
      found.push({ start: first.start, end, value: whole + part });
    }
    at = last;
  }
  return found;
}
