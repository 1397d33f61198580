/** A day of the reader's calendar, YYYY-MM-DD, some days from `now` (epoch ms). */
export function dayFromNow(now: number, days = 0): string {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
