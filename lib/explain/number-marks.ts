import type { Book } from "./book";
import { blanked, type Mark } from "./line";
import { ROMAN, SCALES, spelledNumbers, VAGUE } from "./number-words";

/** What a written number claims to be. `foreign` is another currency, `vague` and `bad` are no number at all. */
export type MentionKind = "money" | "percent" | "points" | "number" | "rank" | "foreign" | "vague" | "bad";
export type Noun =
  | "days"
  | "units"
  | "orders"
  | "customers"
  | "products"
  | "lines"
  | "months"
  | "turns"
  | "times"
  | "rate"
  | "other";

/** A number in a text: `value` x `scale`, written with `digits` decimals. */
export interface Mention extends Mark {
  text: string;
  kind: MentionKind;
  noun: Noun | null;
  value: number;
  digits: number;
  scale: number;
  sign: -1 | 0 | 1;
}

const NOUNS: readonly (readonly [Noun, RegExp])[] = [
  ["rate", /^(?:(?:a|per) day|pro tag|am tag)\b/i],
  ["days", /^(?:days?|tagen?|tage)\b/i],
  ["units", /^(?:units?|pieces?|pcs|items?|stück|einheiten)(?![a-z])/i],
  ["orders", /^(?:orders?|receipts?|bestellungen|aufträge)\b/i],
  ["customers", /^(?:customers?|kunden)\b/i],
  ["products", /^(?:products?|produkten?|articles?|artikeln?)\b/i],
  ["lines", /^(?:sale )?lines?\b/i],
  ["months", /^(?:months?|monaten?|monate)\b/i],
  ["turns", /^turns?\b/i],
  ["times", /^(?:times?|x|fold|mal|fache)\b/i],
  ["other", /^(?:weeks?|years?|hours?|minutes?|wochen|jahren?|stores?|shops?|kg|people|suppliers?)\b/i],
];
const FILLER =
  /^(?:(?:more|other|different|distinct|complete|full|whole|further|such|unsold|separate|slow|weitere[nr]?|verschiedene[nr]?) )?/i;
const PERCENT =
  /^ ?(?:(%[ -]points?|percentage[ -]points?|prozentpunkten?|prozentpunkte|pp\b|points?\b|punkten?\b|punkte\b|pts\b)|(%|percent\b|per cent\b|pct\b|prozent\b))/i;
const SCALE =
  /^(?: ?(thousand|lakhs?|lacs?|crores?|million(?:en)?|billion|trillion|milliarden?|tausend|mn|bn|tn|cr|(?:mio|mrd|tsd|bio)(?=\b))\b(?:(?<=mio|mrd|tsd|bio)\.)?|(KCr|LCr|[KkMLBT])(?![\p{L}]))/iu;
const LETTERS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  m: 1e6,
  L: 1e5,
  l: 1e5,
  B: 1e9,
  b: 1e9,
  T: 1e12,
  t: 1e12,
  KCr: 1e10,
  LCr: 1e12,
};
const NUMERAL = /\d+(?:[.,' ]\d+)*/g;
const CURRENCY_WORDS: Readonly<Record<string, RegExp>> = {
  EUR: /^euros?$/i,
  USD: /^(?:us )?dollars?$/i,
  INR: /^(?:rupees?|rs\.?)$/i,
  GBP: /^pounds?$/i,
  JPY: /^yen$/i,
};
const BEFORE = /(-)?(\b[A-Z]{3}|\bRs\.?|[A-Z]{0,3}\p{Sc})? ?([-+])?$/u;
const AFTER = /^ ?(\p{Sc}|[A-Z]{3}\b|(?:US )?[Dd]ollars?\b|[Ee]uros?\b|[Rr]upees?\b|[Pp]ounds?\b|[Yy]en\b)/u;

interface Marks {
  group: string;
  decimal: string;
}

const marksByLocale = new Map<string, Marks>();

function marksOf(locale: string): Marks {
  const known = marksByLocale.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale, { useGrouping: "always" }).formatToParts(1234567.5);
  const of = (type: string) =>
    (parts.find((part) => part.type === type)?.value ?? "").normalize("NFKC").replace("\u2019", "'");
  const marks = { group: of("group"), decimal: of("decimal") };
  marksByLocale.set(locale, marks);
  return marks;
}

/** A numeral as the locale writes it; null when its marks fit no way of writing numbers. */
function readNumeral(text: string, { group, decimal }: Marks): { value: number; digits: number } | null {
  const [whole = "", fraction = "", ...more] = text.split(decimal);
  const groups = whole.split(group);
  const isGrouped = groups.length === 1 || /^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})*,\d{3}$/.test(groups.join(","));
  if (more.length > 0 || !isGrouped || /\D/.test(groups.join("") + fraction)) return null;
  return { value: Number(`${groups.join("")}.${fraction}`), digits: fraction.length };
}

const spellingsByCurrency = new Map<string, RegExp>();

function spellingsOf(currency: string): RegExp {
  const known = spellingsByCurrency.get(currency);
  if (known) return known;
  const spellings = (["symbol", "narrowSymbol", "code"] as const).map(
    (currencyDisplay) =>
      new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay })
        .formatToParts(1)
        .find((part) => part.type === "currency")?.value ?? currency,
  );
  const escaped = spellings.map((text) => text.normalize("NFKC").replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^(?:${escaped.join("|")})$`);
  spellingsByCurrency.set(currency, pattern);
  return pattern;
}

const codes = new Set(Intl.supportedValuesOf("currency"));
const isCode = (text: string) => codes.has(text);

function kindOfCurrency(written: string, currency: string | null): MentionKind | null {
  if (written === "" || (/^[A-Z]{3}$/.test(written) && !isCode(written))) return null;
  if (currency === null) return "foreign";
  const own = spellingsOf(currency).test(written) || (CURRENCY_WORDS[currency]?.test(written) ?? false);
  return own ? "money" : "foreign";
}

/** A number at a place of the text, with all that belongs to it: currency, sign, scale, unit. */
function mentionAt(text: string, at: Mark, read: { value: number; digits: number } | null, book: Book): Mention {
  const head = BEFORE.exec(text.slice(0, at.start));
  const before = text.slice(0, at.start - (head?.[0].trimStart().length ?? 0)).at(-1) ?? "";
  const signed = head?.[1] ?? head?.[3];
  const isJoined = signed === "-" && head?.[2] === undefined && /[\p{L}\p{N}]/u.test(before);
  let currency = head?.[2] ?? "";
  const start = currency !== "" || (signed && !isJoined) ? at.start - (head?.[0].trimStart().length ?? 0) : at.start;
  let end = at.end;
  let scale = 1;
  const take = (pattern: RegExp) => {
    const match = pattern.exec(text.slice(end));
    if (match) end += match[0].length;
    return match;
  };
  for (let match = take(SCALE); match; match = take(SCALE)) {
    scale *= SCALES.get((match[1] ?? "").toLowerCase()) ?? LETTERS[match[2] ?? ""] ?? Number.NaN;
  }
  if (currency === "") {
    currency = take(AFTER)?.[1] ?? "";
    const late = currency === "" ? null : take(SCALE);
    if (late) scale *= SCALES.get((late[1] ?? "").toLowerCase()) ?? Number.NaN;
  }
  const percent = take(PERCENT);
  const rest = text.slice(end).replace(/^[ -]/, "");
  const named = NOUNS.find(([, pattern]) => pattern.test(rest.replace(FILLER, "")));
  const isRank =
    /^(?:st|nd|rd|th)\b/.test(text.slice(at.end)) ||
    /(?:#|\brank(?:ed|s)? |\bnumber |\bno\. )$/i.test(text.slice(0, at.start));
  const money = kindOfCurrency(currency, book.payload.currency);
  const kind =
    !read || Number.isNaN(scale)
      ? "bad"
      : percent
        ? percent[1]
          ? "points"
          : "percent"
        : (money ?? (isRank ? "rank" : "number"));
  return {
    start,
    end,
    text: text.slice(start, end),
    kind,
    noun: kind === "number" ? (named?.[0] ?? null) : null,
    value: read?.value ?? Number.NaN,
    digits: read?.digits ?? 0,
    scale,
    sign: isJoined ? 0 : signed === "-" ? -1 : signed === "+" ? 1 : 0,
  };
}

/** Every number of a text, written with digits or as words; what is blanked out is no number. */
export function mentionsIn(text: string, book: Book): Mention[] {
  const { locale } = book.payload;
  const marks = marksOf(locale);
  const numeral = marks.group === " " ? NUMERAL : /\d+(?:[.,']\d+)*/g;
  const written = [...text.matchAll(numeral)].map((match) => {
    const at = { start: match.index, end: match.index + match[0].length };
    return mentionAt(text, at, readNumeral(match[0], marks), book);
  });
  const rest = blanked(text, written);
  const spelled = spelledNumbers(rest, locale).map((at) => mentionAt(rest, at, { value: at.value, digits: 0 }, book));
  const vague = [...rest.matchAll(VAGUE), ...rest.matchAll(ROMAN)].map((match): Mention => {
    const [start, end] = [match.index, match.index + match[0].length];
    return { start, end, text: match[0], kind: "vague", noun: null, value: Number.NaN, digits: 0, scale: 1, sign: 0 };
  });
  return [...written, ...spelled, ...vague].sort((a, b) => a.start - b.start);
}
