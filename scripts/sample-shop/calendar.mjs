import { truths } from "./truths.mjs";

const DAY = 86_400_000;
const midnight = (date) => Date.parse(`${date}T00:00:00Z`);

/** `date` moved by whole days: ("2025-12-31", 1) is "2026-01-01". */
export function daysAfter(date, days) {
  return new Date(midnight(date) + days * DAY).toISOString().slice(0, 10);
}

/** Every day the shop was open, oldest first; `weekday` 0 is Sunday, `month` 0 is January. */
export const openDays = Array.from(
  { length: (midnight(truths.asOf) - midnight(truths.firstDay)) / DAY + 1 },
  (_, index) => {
    const date = daysAfter(truths.firstDay, index);
    return {
      index,
      date,
      weekday: new Date(midnight(date)).getUTCDay(),
      dayOfMonth: Number(date.slice(8)),
      month: Number(date.slice(5, 7)) - 1,
      monthIndex: (Number(date.slice(0, 4)) - 2025) * 12 + Number(date.slice(5, 7)) - 1,
    };
  },
);
