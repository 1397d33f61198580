import { quoteLiteral } from "@/lib/query/literal";
import { CLOCK_PATTERN, CLOCK_PATTERN_GROUPS, DATE_PATTERNS, type DatePart, type DatePattern } from "./date-patterns";
import { MONTH_OF } from "./month-words";
import { plainDigitsSql, TRIMMED } from "./number-sql";
import type { DateOrder } from "./plan";

/** A text as the patterns want it: lower case, plain digits, no blanks around. */
function plainText(text: string): string {
  return `trim(lower(${plainDigitsSql(text)}), ${TRIMMED})`;
}

/** Evaluates `value` once under a name, which SQL has no other way to do inside an expression. */
function once(value: string, name: string, body: string): string {
  return `list_transform([${value}], lambda ${name}: ${body})[1]`;
}

function groupsOf(text: string, pattern: string, groups: readonly string[]): string {
  return `regexp_extract(${text}, ${quoteLiteral(pattern)}, [${groups.map(quoteLiteral).join(", ")}])`;
}

const part = (name: DatePart) => `x['${name}']`;

// Looking a word up in a dictionary is one step, in a list it would be as many as the list is long.
const WORDS = [...MONTH_OF.keys()];
const MONTH = `([${[...MONTH_OF.values()].join(", ")}])[enum_code(try_cast(${part("word")} as enum(${WORDS.map(quoteLiteral).join(", ")}))) + 1]`;

/** Year, month and day of a pattern as SQL texts, or null where the order of the file does not say. */
function dayParts(layout: DatePattern["layout"], order: DateOrder): { year: string; month: string; day: string } {
  const [first, second, third] = [part("first"), part("second"), part("third")];
  switch (layout) {
    case "numbers":
      if (order === "day-first") return { year: third, month: second, day: first };
      if (order === "month-first") return { year: third, month: first, day: second };
      return { year: `(case when length(${third}) = 2 then ${first} else '' end)`, month: second, day: third };
    case "year-first":
    case "compact":
    case "ideographs":
      return { year: first, month: second, day: third };
    case "year-month-name":
      return { year: first, month: MONTH, day: third };
    default:
      return { year: third, month: MONTH, day: first };
  }
}

/** "hh:mm:ss" of the clock parts; null for an hour that stands alone, which is no time. */
function clockText(has: (name: DatePart) => boolean): string {
  const number = `try_cast(${part("hour")} as integer)`;
  const half = has("half") ? part("half") : "''";
  const hour = `(case when ${half} = 'p' and ${number} < 12 then ${number} + 12 when ${half} = 'a' and ${number} = 12 then 0 else ${number} end)`;
  const filled = (name: DatePart) => `(case when ${part(name)} = '' then '00' else ${part(name)} end)`;
  return `(case when ${part("hour")} = '' then '00:00:00' when ${part("minute")} = '' and ${half} = '' then null
    else lpad(${hour}::varchar, 2, '0') || ':' || ${filled("minute")} || ':' || ${filled("secs")} end)`;
}

function patternSql({ layout, pattern, groups }: DatePattern, order: DateOrder, newestYear: number): string {
  const has = (name: DatePart) => groups.includes(name);
  const { year, month, day } = dayParts(layout, order);
  const short = `ltrim(${year}, '''')`;
  const whole = `(case when length(${short}) = 4 then ${short} when length(${short}) = 2
    then (try_cast(${short} as integer) + (case when try_cast(${short} as integer) > ${newestYear - 2000} then 1900 else 2000 end))::varchar end)`;
  const same = has("separator2") ? `${part("separator")} = ${part("separator2")}` : "true";
  const text = `${whole} || '-' || ${month} || '-' || ${day} || ' ' || ${clockText(has)}`;
  return once(
    groupsOf("n", pattern, groups),
    "x",
    `case when ${part("third")} <> '' and ${same} then try_cast(${text} as timestamp) end`,
  );
}

/**
 * A date or date-time in a text as a SQL TIMESTAMP, in whatever common way it is written: months by name in twelve
 * languages, a day of the week before, a zone behind it, digits of other scripts. Slow; for what plain formats leave.
 */
export function datePartsSql(text: string, order: DateOrder, newestYear: number): string {
  const ways = DATE_PATTERNS.map((pattern) => patternSql(pattern, order, newestYear));
  return once(plainText(text), "n", `coalesce(${ways.join(",\n")})`);
}

/** A time of day in a text as a SQL TIME, null when it is none. */
export function clockSql(text: string): string {
  const read = `case when ${part("hour")} <> '' then try_cast(${clockText(() => true)} as time) end`;
  return once(plainText(text), "n", once(groupsOf("n", CLOCK_PATTERN, CLOCK_PATTERN_GROUPS), "x", read));
}
