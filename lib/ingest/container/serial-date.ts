const DAY = 86_400_000;
/** Day 0 of the two calendars of spreadsheets, milliseconds since 1970. */
const BEFORE_1900 = Date.UTC(1899, 11, 30);
const BEFORE_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31. */
const LAST_DAY = 2_958_465;

/** Which parts of a date a number format shows. */
export interface DateParts {
  date: boolean;
  time: boolean;
  /** "[h]:mm": hours that go on beyond 24. */
  elapsed: boolean;
}

/** The parts a format such as "dd/mm/yyyy h:mm" shows; quoted and escaped letters are none. */
export function datePartsOf(format: string): DateParts {
  const first = format.split(";")[0] ?? "";
  const elapsed = /\[(h+|m+|s+)\]/i.test(first);
  const letters = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").toLowerCase();
  const time = elapsed || /[hs]|am\/pm|a\/p/.test(letters);
  const date = /[dyeg]/.test(letters) || (/m/.test(letters) && !time);
  return { date, time, elapsed };
}

function clock(milliseconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const seconds = milliseconds / 1000;
  const text = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  const rest = Math.round(milliseconds % 1000);
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, "0")}`;
}

/**
 * A day count of a spreadsheet as "2026-06-30", "2026-06-30 12:00:00" or "12:00:00", by what its format shows; null when
 * it is no date. The calendar of 1900 has a 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1).
 */
export function serialDate(serial: number, format: string, from1904: boolean): string | null {
  const parts = datePartsOf(format);
  if (serial < 0 || serial > LAST_DAY) return null;
  const milliseconds = Math.round(serial * DAY);
  if (!parts.date) return parts.elapsed || milliseconds < DAY ? clock(milliseconds) : clock(milliseconds % DAY);
  const missing = !from1904 && serial < 60 ? DAY : 0;
  const moment = new Date((from1904 ? BEFORE_1904 : BEFORE_1900) + milliseconds + missing).toISOString();
  const inDay = milliseconds % DAY;
  const day = moment.slice(0, 10);
  return parts.time || inDay > 0 ? `${day} ${clock(inDay)}` : day;
}
