import { quoteLiteral } from "@/lib/query/literal";
import type { DateShape } from "./dates";
import type { DateOrder } from "./plan";

const TIMES = ["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p"];
const OFFSET = String.raw`\s*(Z|UTC|[+-][0-9]{2}:?[0-9]{2})$`;

/** The days of one order as strptime writes them; two-digit years first, they never match four digits. */
function dayFormats(separator: string, order: DateOrder): string[] {
  const s = separator;
  if (order === "year-first") return [`%Y${s}%m${s}%d`, `%y${s}%m${s}%d`];
  const day = order === "day-first" ? `%d${s}%m` : `%m${s}%d`;
  return [`${day}${s}%y`, `${day}${s}%Y`];
}

function shapeDays(shape: DateShape, order: DateOrder): string[] {
  const s = shape.separator;
  switch (shape.layout) {
    case "numbers":
      return dayFormats(s, order);
    case "year-first":
      return [`%Y${s}%m${s}%d`];
    case "day-month-name":
      return [`%d${s}%b${s}%y`, `%d${s}%b${s}%Y`, `%d${s}%B${s}%y`, `%d${s}%B${s}%Y`];
    case "year-month-name":
      return [`%Y${s}%b${s}%d`, `%Y${s}%B${s}%d`];
    case "month-name-day":
      return ["%b %d, %Y", "%b %d %Y", "%B %d, %Y", "%B %d %Y"];
  }
}

/** Every way the shapes and their neighbours may be written: the seen times first, then the usual ones. */
function formats(shapes: readonly DateShape[], order: DateOrder): string[] {
  const found = new Set<string>();
  for (const shape of shapes) {
    for (const time of [shape.time, ...TIMES]) for (const day of shapeDays(shape, order)) found.add(day + time);
  }
  return [...found];
}

export interface DateSqlSpec {
  /** The SQL of the text. */
  text: string;
  /** What the looked-at values look like; empty reads ISO and the usual forms of the order. */
  shapes: readonly DateShape[];
  order: DateOrder;
  /** Two-digit years after this one belong to the century before. */
  newestYear: number;
}

/**
 * A date or date-time in a text as a SQL TIMESTAMP, null when it cannot be read. ISO takes the engine's own road.
 * Offsets from UTC are dropped: a sale keeps the day and hour of its till.
 */
export function dateSql({ text, shapes, order, newestYear }: DateSqlSpec): string {
  const offset = shapes.some((shape) => shape.offset);
  const bare = offset ? `regexp_replace(${text}, ${quoteLiteral(OFFSET)}, '')` : text;
  const iso = `try_cast(${bare} as timestamp)`;
  const isoSeen = shapes.some((shape) => shape.layout === "year-first" && shape.separator !== ".");
  const others = shapes.filter((shape) => shape.layout !== "year-first" || shape.separator === ".");
  const guessed = ["/", "-", "."].flatMap((separator) =>
    TIMES.flatMap((time) => dayFormats(separator, order).map((day) => day + time)),
  );
  const known = formats(others, order);
  const list = [...known, ...(known.length === 0 && !isoSeen ? guessed : [])];
  const parts: string[] = [];
  if (isoSeen) parts.push(iso, `try_cast(trim(${bare}) as timestamp)`);
  if (list.length > 0)
    parts.push(centurySql(`try_strptime(${bare}, [${list.map(quoteLiteral).join(", ")}])`, newestYear));
  const read = parts.length === 1 ? (parts[0] ?? "null") : `coalesce(${parts.join(", ")})`;
  return read;
}

/** Two-digit years: a date after the newest year that is possible lies a hundred years earlier. */
function centurySql(read: string, newestYear: number): string {
  return `list_transform([${read}], lambda d: case when year(d) > ${newestYear} and year(d) < 2069 then d - interval 100 year else d end)[1]`;
}

/** True where a day lies in what a shop's file can hold; others are signs of a date read wrongly. */
export function plausibleSql(date: string): string {
  return `(${date} >= date '1900-01-01' and ${date} < date '2200-01-01')`;
}
