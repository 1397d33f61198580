const DAY_SECONDS = 86_400n;
const INFINITE_DAY = 2_147_483_647;
const INFINITE_TIME = 9_223_372_036_854_775_807n;

function floorDivide(value: bigint, by: bigint): bigint {
  return value / by - (value % by < 0n ? 1n : 0n);
}

function padded(value: bigint | number, width: number): string {
  return value.toString().padStart(width, "0");
}

/** Year, month, day of a day number since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
function civil(day: number): { year: number; month: number; day: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Days since 1970-01-01 as "YYYY-MM-DD"; years outside 0-9999 carry a sign and six digits, as in ISO 8601. */
export function dayText(day: number): string {
  if (day === INFINITE_DAY) return "infinity";
  if (day === -INFINITE_DAY) return "-infinity";
  const date = civil(day);
  const year =
    date.year >= 0 && date.year <= 9999
      ? padded(date.year, 4)
      : `${date.year < 0 ? "-" : "+"}${padded(Math.abs(date.year), 6)}`;
  return `${year}-${padded(date.month, 2)}-${padded(date.day, 2)}`;
}

/** Units since midnight as "HH:MM:SS", with 3, 6 or 9 digits of a second when there is a fraction. */
export function timeText(value: bigint, perSecond: bigint): string {
  const seconds = value / perSecond;
  const clock = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => padded(part, 2)).join(":");
  const nanos = padded(((value % perSecond) * 1_000_000_000n) / perSecond, 9);
  const fraction = nanos.replace(/(000){1,3}$/, "");
  return fraction === "" ? clock : `${clock}.${fraction}`;
}

/** Units since the epoch as "YYYY-MM-DDTHH:MM:SS[.fff]", without a time zone. */
export function timestampText(value: bigint, perSecond: bigint): string {
  if (value === INFINITE_TIME) return "infinity";
  if (value === -INFINITE_TIME) return "-infinity";
  const perDay = DAY_SECONDS * perSecond;
  const day = floorDivide(value, perDay);
  return `${dayText(Number(day))}T${timeText(value - day * perDay, perSecond)}`;
}
