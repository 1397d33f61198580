import { quoteLiteral } from "@/lib/query/literal";
import { clockSql, datePartsSql } from "./date-parts-sql";
import { SERIAL_PATTERN } from "./date-patterns";
import type { DateShape } from "./dates";
import type { DateOrder } from "./plan";

const TIMES = ["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p"];
const OFFSET = String.raw`\s*(Z|UTC|[+-][0-9]{2}:?[0-9]{2})$`;

interface Formats {
  short: string[];
  long: string[];
}

/** The days of one order as strptime writes them, with years of two digits and of four. */
function dayFormats(separator: string, order: DateOrder): Formats {
  const s = separator;
  if (order === "year-first") return { short: [`%y${s}%m${s}%d`], long: [`%Y${s}%m${s}%d`] };
  const day = order === "day-first" ? `%d${s}%m` : `%m${s}%d`;
  return { short: [`${day}${s}%y`], long: [`${day}${s}%Y`] };
}

function shapeDays(shape: DateShape, order: DateOrder): Formats {
  const s = shape.separator;
  switch (shape.layout) {
    case "numbers":
      return dayFormats(s, order);
    case "year-first":
      return { short: [], long: [`%Y${s}%m${s}%d`] };
    case "day-month-name":
      return { short: [`%d${s}%b${s}%y`, `%d${s}%B${s}%y`], long: [`%d${s}%b${s}%Y`, `%d${s}%B${s}%Y`] };
    case "year-month-name":
      return { short: [], long: [`%Y${s}%b${s}%d`, `%Y${s}%B${s}%d`] };
    case "month-name-day":
      return { short: [], long: ["%b %d, %Y", "%b %d %Y", "%B %d, %Y", "%B %d %Y"] };
    default:
      return { short: [], long: [] };
  }
}

/** Every way the shapes and their neighbours may be written: the seen times first, then the usual ones. */
function formats(shapes: readonly DateShape[], order: DateOrder): Formats {
  const short = new Set<string>();
  const long = new Set<string>();
  for (const shape of shapes) {
    const days = shapeDays(shape, order);
    for (const time of [shape.time, ...TIMES]) {
      for (const day of days.short) short.add(day + time);
      for (const day of days.long) long.add(day + time);
    }
  }
  return { short: [...short], long: [...long] };
}

export interface DateSqlSpec {
  /** The SQL of the text. */
  text: string;
  /** What the looked-at values look like. */
  shapes: readonly DateShape[];
  order: DateOrder;
  /** Two-digit years after this one belong to the century before. */
  newestYear: number;
  /** False leaves out what reads every common form where all that was seen is plain; it takes its time. Default true. */
  patient?: boolean;
}

/**
 * A date or date-time in a text as a SQL TIMESTAMP, null when it cannot be read. ISO and the plain forms seen in the file
 * take the engine's own road, everything else a slower one. Offsets from UTC are dropped: a sale keeps the day and hour
 * of its till.
 */
export function dateSql({ text, shapes, order, newestYear, patient = true }: DateSqlSpec): string {
  const serial = shapes.some(({ layout }) => layout === "serial");
  const plain = shapes.filter((shape) => shape.plain);
  const offset = plain.some((shape) => shape.offset);
  const bare = offset ? `regexp_replace(${text}, ${quoteLiteral(OFFSET)}, '')` : text;
  const iso = (shape: DateShape) => shape.layout === "year-first" && shape.separator !== ".";
  const known = formats(
    plain.filter((shape) => !iso(shape)),
    order,
  );
  const parsed = (list: readonly string[]) => `try_strptime(${bare}, [${list.map(quoteLiteral).join(", ")}])`;
  const parts = [
    ...(serial ? [serialSql(text)] : []),
    ...(plain.some(iso) ? [`try_cast(${bare} as timestamp)`] : []),
    // Two digits first: such formats never match four.
    ...(known.short.length > 0 ? [centurySql(parsed(known.short), newestYear)] : []),
    ...(known.long.length > 0 ? [parsed(known.long)] : []),
    ...(patient || plain.length < shapes.length || shapes.length === 0 ? [datePartsSql(text, order, newestYear)] : []),
  ];
  return parts.length === 1 ? (parts[0] ?? "null") : `coalesce(${parts.join(", ")})`;
}

/** Two-digit years: a date after the newest year that is possible lies a hundred years earlier. */
function centurySql(read: string, newestYear: number): string {
  return `list_transform([${read}], lambda d: case when year(d) > ${newestYear} then d - interval 100 year else d end)[1]`;
}

/** Days since 1899-12-30 as spreadsheets keep them, to the second. */
function serialSql(text: string): string {
  const days = `try_cast(replace(trim(${text}), ',', '.') as double)`;
  return `(case when regexp_matches(trim(${text}), ${quoteLiteral(SERIAL_PATTERN)})
    then timestamp '1899-12-30 00:00:00' + to_seconds(round(${days} * 86400)::bigint) end)`;
}

/** The time of day in a text as a SQL TIME: a clock's, that of a date-time, or a spreadsheet's part of a day. */
export function timeOfDaySql(text: string, spec: Omit<DateSqlSpec, "text">): string {
  const share = `try_cast(${text} as double)`;
  return `coalesce(${clockSql(text)}, (${dateSql({ ...spec, text })})::time,
    case when ${share} between 0 and 0.999999 then (timestamp '2000-01-01' + to_seconds(round(${share} * 86400)::bigint))::time end)`;
}

/** True where a day lies in what a shop's file can hold; others are signs of a date read wrongly. */
export function plausibleSql(date: string): string {
  return `(${date} >= date '1900-01-01' and ${date} < date '2200-01-01')`;
}
