import { WEEKDAYS } from "./month-words";

/** How the parts of a date stand in a text. */
export interface DatePattern {
  layout: "numbers" | "year-first" | "day-month-name" | "year-month-name" | "month-name-day" | "compact" | "ideographs";
  /** Read alike by RE2 and JavaScript (flag u), over a text in lower case with plain digits. */
  pattern: string;
  /** What each group of the pattern holds, in order; a text that stands for nothing is "". */
  groups: readonly DatePart[];
}

export type DatePart = "first" | "separator" | "second" | "separator2" | "third" | "word" | "gap" | ClockPart;
export type ClockPart = "hour" | "minute" | "secs" | "fraction" | "half" | "zone";

const longest = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join("|");

const WEEKDAY = `(?:(?:${longest(WEEKDAYS)})\\.?,? +)?`;
/** Words that may stand before the day. */
export const LEADS: readonly string[] = ["le", "el", "am", "den", "il", "the", "on"];
const LEAD = `(?:${LEADS.join("|")}) +`;
const WORD = "([\\p{L}\\p{M}]{2,12})";
const ZONES =
  "z|utc|gmt|pst|pdt|mst|mdt|cst|cdt|est|edt|akst|akdt|hst|ast|adt|nst|ndt|bst|ist|wet|west|cet|cest|eet|eest|msk|trt|" +
  "gst|pkt|wib|wita|wit|sgt|hkt|jst|kst|acst|acdt|aest|aedt|awst|nzst|nzdt|sast|brt|brst|art|clt|cot|uhr";

/** "14:30", "14.30", "14h30", "2:05:07 pm", "2 pm", with a zone behind it. */
const CLOCK =
  "(\\d{1,2})(?:(?:[:.h] ?|時|时|点)(\\d{2})(?:[:.m分](?:(\\d{2})(?:([.,]\\d+))?秒?)?)?)?(?: ?([ap])\\.? ?m\\.?)?" +
  `( ?(?:(?:${ZONES})? ?(?:[+-]\\d{1,2}(?::?\\d{2})?)?)(?: ?\\([^)]*\\))?)`;
const CLOCK_GROUPS = ["hour", "minute", "secs", "fraction", "half", "zone"] as const;

/** What may part a date from its time. */
const GAP = "(t|,? +(?:at +|um +|à +)?|, ?)";
const BEHIND = `(?: *\\([\\p{L}\\p{M}]+\\))?(?:${GAP}${CLOCK})?$`;
const BEHIND_GROUPS = ["gap", ...CLOCK_GROUPS] as const;

/** Ways to write a date. What they read may still be no day: 2026-02-30. */
export const DATE_PATTERNS: readonly DatePattern[] = [
  {
    layout: "year-first",
    pattern: `^${WEEKDAY}(\\d{4})([-/.] ?)(\\d{1,2})([-/.] ?)(\\d{1,2})\\.?${BEHIND}`,
    groups: ["first", "separator", "second", "separator2", "third", ...BEHIND_GROUPS],
  },
  {
    layout: "numbers",
    pattern: `^${WEEKDAY}(\\d{1,2})([-/.] ?)(\\d{1,2})([-/.] ?)(\\d{4}|\\d{2})${BEHIND}`,
    groups: ["first", "separator", "second", "separator2", "third", ...BEHIND_GROUPS],
  },
  {
    layout: "day-month-name",
    pattern: `^(?:${LEAD})?${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?\\.?([-/ .]| +(?:de|of) +| *)${WORD}\\.?(?:[-/ ,]|, | +(?:de|del|of) +|)(\\d{4}|'?\\d{2})${BEHIND}`,
    groups: ["first", "separator", "word", "third", ...BEHIND_GROUPS],
  },
  {
    layout: "year-month-name",
    pattern: `^${WEEKDAY}(\\d{4})([-/ .])${WORD}\\.?[-/ .](\\d{1,2})${BEHIND}`,
    groups: ["first", "separator", "word", "third", ...BEHIND_GROUPS],
  },
  {
    layout: "month-name-day",
    pattern: `^${WEEKDAY}${WORD}\\.?([- ])(\\d{1,2})(?:st|nd|rd|th)?(?:, ?|[- ])(\\d{4}|'?\\d{2})${BEHIND}`,
    groups: ["word", "separator", "first", "third", ...BEHIND_GROUPS],
  },
  {
    layout: "compact",
    pattern: `^((?:19|20)\\d{2})(0[1-9]|1[0-2])([0-2]\\d|3[01])(?:([t ]?)(\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?$`,
    groups: ["first", "second", "third", "gap", "hour", "minute", "secs"],
  },
  {
    layout: "ideographs",
    pattern: `^(\\d{4})年 ?(\\d{1,2})月 ?(\\d{1,2})[日号號]?(?: ?[(（]?(?:星期|周|週)?[一二三四五六日月火水木金土天](?:曜日?)?[)）]?)?(?:( ?)${CLOCK})?$`,
    groups: ["first", "second", "third", "gap", ...CLOCK_GROUPS],
  },
];

/** A time of day alone. */
export const CLOCK_PATTERN = `^${CLOCK}$`;
export const CLOCK_PATTERN_GROUPS: readonly ClockPart[] = CLOCK_GROUPS;

/** Days since 1899-12-30, as spreadsheets keep dates: 1954 to 2119. */
export const SERIAL_PATTERN = "^[2-7][0-9]{4}(?:[.,][0-9]+)?$";
