import { quoteLiteral } from "@/lib/query/literal";
import type { DateShape } from "./dates";
import type { DateOrder } from "./plan";

/** The days of a shape as strptime writes them; [] for one that the engine's formats do not know. */
function dayFormats({ layout, separator: s, yearDigits }: DateShape, order: DateOrder): string[] {
  const year = yearDigits === 4 ? "%Y" : "%y";
  switch (layout) {
    case "numbers":
      if (order === "year-first") return [`${year}${s}%m${s}%d`];
      return [order === "day-first" ? `%d${s}%m${s}${year}` : `%m${s}%d${s}${year}`];
    case "year-first":
      return [`%Y${s}%m${s}%d`];
    case "day-month-name":
      return [`%d${s}%b${s}${year}`, `%d${s}%B${s}${year}`];
    case "year-month-name":
      return [`%Y${s}%b${s}%d`, `%Y${s}%B${s}%d`];
    case "month-name-day":
      return ["%b %d, %Y", "%b %d %Y", "%B %d, %Y", "%B %d %Y"];
    default:
      return [];
  }
}

/** True where the engine reads the shapes without help: `plainDateSql` is far cheaper to plan and to run. */
export function arePlain(shapes: readonly DateShape[]): boolean {
  return shapes.every((shape) => shape.plain && !shape.offset && dayFormats(shape, "day-first").length > 0);
}

/** The date in a text as a SQL TIMESTAMP, null for everything that is written in none of the plain shapes. */
export function plainDateSql(
  text: string,
  { shapes, order, newestYear }: { shapes: readonly DateShape[]; order: DateOrder; newestYear: number },
): string {
  const isIso = ({ layout, separator }: DateShape) => layout === "year-first" && separator !== ".";
  const formats = new Set(
    shapes.filter((shape) => !isIso(shape)).flatMap((shape) => dayFormats(shape, order).map((day) => day + shape.time)),
  );
  const parts = shapes.some(isIso) ? [`try_cast(${text} as timestamp)`] : [];
  if (formats.size > 0) {
    const read = `try_strptime(${text}, [${[...formats].map(quoteLiteral).join(", ")}])`;
    const short = shapes.some(({ yearDigits }) => yearDigits === 2);
    // Two-digit years: a date after the newest year that is possible lies a hundred years earlier.
    parts.push(short ? `${read} - to_years(if(year(${read}) > ${newestYear}, 100, 0))` : read);
  }
  return parts.length === 1 ? (parts[0] ?? "null") : `coalesce(${parts.join(", ")})`;
}
