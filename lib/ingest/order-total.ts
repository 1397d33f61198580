import { type Figures, numbersOf } from "./arithmetic";
import type { ColumnProfile } from "./column-profile";
import { words } from "./header";
import type { MappingGuess } from "./mapping-guess";
import type { DecimalMark, Role } from "./plan";

const NAMED =
  /\b(?:orders?|invoice|grand|basket|cart|receipt|bill|transaction|bestellsumme|bestellwert|rechnungsbetrag|gesamtsumme)\b/;

/** One transaction of several lines. */
interface Group {
  totals: readonly number[];
  /** Quantity times price of each line. */
  lines: readonly number[];
}

const near = (a: number, b: number) => Math.abs(a - b) <= Math.max(0.0051, Math.abs(b) * 0.005);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const most = (groups: readonly Group[], share: number, holds: (group: Group) => boolean) =>
  groups.length > 0 && groups.filter(holds).length >= groups.length * share;

/**
 * Takes the column of totals out of the mapping where it repeats the total of the whole order on each of its lines; asks
 * where no price is there to work the line's own total out.
 */
export function refuseOrderTotal(guess: MappingGuess, profiles: readonly ColumnProfile[], mark: DecimalMark): void {
  const columnOf = (role: Role) => profiles.find(({ name }) => name === guess.mapping[role]);
  const [transaction, total, price] = [columnOf("transaction"), columnOf("amount"), columnOf("unit_price")];
  if (!transaction || !total) return;
  const named = NAMED.test(words(total.name).join(" "));
  const quantity = columnOf("quantity");
  const gross = price ? products(quantity ? numbersOf(quantity, mark) : null, numbersOf(price, mark)) : null;
  const groups = groupsOf(transaction, numbersOf(total, mark), gross);
  if (!most(groups, 0.95, ({ totals }) => totals.every((value) => near(value, totals[0] ?? 0)))) return;
  if (gross === null) {
    if (named) guess.asks.push(noPrice(total.name));
    return;
  }
  if (!most(groups, 0.8, named ? nearerToOrder : isOrder)) return;
  delete guess.mapping.amount;
  delete guess.confidence.amount;
  guess.evidence.push(
    `${total.name} repeats the whole order's total on each line; line totals are quantity times price.`,
  );
}

function noPrice(column: string): string {
  return `${column} repeats the whole order's total on each line, and no price tells the line's own. Choose the column with the total of the line, or go on: each line will then count with the whole order's total.`;
}

function products(quantity: Figures | null, price: Figures): Figures {
  return price.map((each, index) => {
    const count = quantity === null ? 1 : quantity[index];
    return each === null || count == null ? null : each * count;
  });
}

/** The lines of each transaction that has several of them with all figures. */
function groupsOf(transaction: ColumnProfile, totals: Figures, gross: Figures | null): Group[] {
  const groups = new Map<string, { totals: number[]; lines: number[] }>();
  transaction.values.forEach((text, index) => {
    const [total, line] = [totals[index], gross === null ? 0 : gross[index]];
    if (text.trim() === "" || total == null || line == null) return;
    const group = groups.get(text.trim()) ?? { totals: [], lines: [] };
    group.totals.push(total);
    group.lines.push(line);
    groups.set(text.trim(), group);
  });
  return [...groups.values()].filter(({ lines }) => lines.length > 1);
}

/** The lines make up the total, and not each by itself. */
function isOrder({ totals: [total = 0], lines }: Group): boolean {
  return near(sum(lines), total) && lines.some((line) => !near(line, total));
}

/** With shipping or a discount in it the total is still nearer to all lines than to the largest one. */
function nearerToOrder({ totals: [total = 0], lines }: Group): boolean {
  const largest = Math.max(...lines.map(Math.abs));
  const all = Math.abs(sum(lines));
  return Math.abs(Math.abs(total) - all) < Math.abs(Math.abs(total) - largest);
}
