import { openDays } from "./calendar.mjs";

const REGULARS = 360;
const AT_THE_START = 230;

/** Who a bill is for: a regular's id on about 45% of bills, else "". Early regulars come more often than late ones. */
export function customerOf(day, random) {
  if (random.next() >= 0.45) return "";
  const joined = AT_THE_START + Math.floor(((REGULARS - AT_THE_START) * day.index) / openDays.length);
  const luck = random.next();
  return `C${1001 + Math.floor(luck * luck * joined)}`;
}
