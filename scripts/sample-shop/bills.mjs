import { openDays } from "./calendar.mjs";
import { customerOf } from "./customers.mjs";

const LINES_ON_A_BILL = [
  [1, 34],
  [2, 24],
  [3, 16],
  [4, 10],
  [5, 7],
  [6, 4],
  [7, 3],
  [8, 2],
];

/** Bills by hour of the day: a morning wave for milk and bread, the evening for everything else. */
const HOURS = [
  [7, 6],
  [8, 9],
  [9, 8],
  [10, 6],
  [11, 5],
  [12, 4],
  [13, 3],
  [14, 2],
  [15, 2],
  [16, 4],
  [17, 8],
  [18, 13],
  [19, 14],
  [20, 11],
  [21, 5],
];

/** What people buy together: the first often brings the second along. */
const PAIRS = new Map([
  ["Bread white 400 g", "Butter 100 g"],
  ["Tea 500 g", "Sugar 1 kg"],
  ["Tea 250 g", "Milk 500 ml"],
  ["Rice 5 kg", "Toor dal 1 kg"],
  ["Wheat flour 5 kg", "Sunflower oil 1 l"],
  ["Potato chips masala 50 g", "Cola 250 ml"],
  ["Filter coffee powder 200 g", "Milk 1 l"],
  ["Pav 6 pieces", "Pav bhaji masala 100 g"],
]);

/** Seconds since midnight. */
export function timeOfDay(random) {
  return random.weighted(HOURS) * 3600 + random.whole(0, 3599);
}

/** The bills of one day, in no order: `{ day, time, customer, lines }`; no product twice on a bill. */
function billsOf(day, demanded, random) {
  const waiting = random.shuffled(demanded);
  const bills = [];
  while (waiting.length > 0) {
    const size = random.weighted(LINES_ON_A_BILL);
    const lines = [waiting.pop()];
    while (lines.length < size && waiting.length > 0) {
      const partner = PAIRS.get(lines[lines.length - 1].product.name);
      const beside = partner === undefined ? -1 : waiting.findIndex(({ product }) => product.name === partner);
      const from = beside >= 0 && random.next() < 0.6 ? beside : waiting.length - 1;
      const [line] = waiting.splice(from, 1);
      if (lines.some(({ product }) => product === line.product)) {
        waiting.unshift(line);
        break;
      }
      lines.push(line);
    }
    bills.push({ day, time: timeOfDay(random), customer: customerOf(day, random), lines });
  }
  return bills;
}

/** Every bill of sale. */
export function billsFrom(demand, random) {
  return demand.flatMap((demanded, index) => billsOf(openDays[index], demanded, random));
}

/** Bills in the order they were printed, with their time and running number; no two share a second. */
export function numbered(bills) {
  const inOrder = [...bills].sort((a, b) => a.day.index - b.day.index || a.time - b.time);
  let previous = { day: -1, time: -1 };
  return inOrder.map((bill, index) => {
    const sameDay = bill.day.index === previous.day;
    const time = sameDay ? Math.max(bill.time, previous.time + 1) : bill.time;
    previous = { day: bill.day.index, time };
    return { ...bill, time, number: `LG-${String(index + 1).padStart(5, "0")}` };
  });
}
