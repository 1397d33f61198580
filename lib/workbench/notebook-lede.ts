import type { Facts } from "@/lib/analyses/analysis";
import { dayLabel } from "@/lib/analyses/value-words";
import type { Notebook } from "@/lib/notebook/notebook";
import { shownLedger, totalLedger } from "./shown-ledger";

export interface Lede {
  /** "18 months of sales up to 30 June 2026, with stock." or "". */
  span: string;
  /** "60,371 of 60,412 lines count" or "All 400 lines count." */
  counted: string;
  /** "41 were set aside", or null when every line counts. */
  aside: string | null;
  /** "2 remarks", or null when the ledgers have none. */
  remarks: string | null;
  /** "Not in these figures: 12 lines in EUR, because …", or null when all lines are in one currency. */
  currencies: string | null;
}

/** Why lines in another currency were left out, as the ledger gives it: "in EUR, not in USD". */
const OTHER_CURRENCY = /^in ([A-Z]{3}),/;

/** What of the lines set aside is only in another currency: figures that look whole and are not. */
function currenciesOf(dataSets: Notebook["dataSets"], count: (lines: number) => string): string | null {
  const lines = new Map<string, number>();
  for (const { rule, reason, lines: some } of dataSets.flatMap((dataSet) => shownLedger(dataSet).reasons)) {
    const other = rule === "other-currency" ? OTHER_CURRENCY.exec(reason)?.[1] : undefined;
    if (other !== undefined) lines.set(other, (lines.get(other) ?? 0) + some);
  }
  if (lines.size === 0) return null;
  const named = [...lines]
    .toSorted((a, b) => b[1] - a[1])
    .map(([code, some]) => `${count(some)} ${some === 1 ? "line" : "lines"} in ${code}`);
  const listed = named.length === 1 ? named[0] : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
  return `Not in these figures: ${listed}, because one currency is never added to another.`;
}

function spanOf(facts: Facts | null, locale: string): string {
  if (!facts) return "";
  if (!facts.hasSales || !facts.asOf) return facts.hasInventory ? "A stock list, without sales so far." : "";
  const months = facts.months.length;
  const days = dayLabel(facts.asOf, locale);
  const length = months <= 1 ? "Sales" : `${months} months of sales`;
  return `${length} up to ${days}${facts.hasInventory ? ", with stock figures" : ""}.`;
}

/** What the notebook stands on, in one or two sentences; null without data. */
export function notebookLede(notebook: Notebook, facts: Facts | null): Lede | null {
  if (notebook.dataSets.length === 0) return null;
  const count = (lines: number) => lines.toLocaleString(notebook.locale);
  const { lines, kept } = totalLedger(notebook.dataSets);
  const aside = lines - kept;
  const remarks = notebook.dataSets.reduce((sum, { ledger }) => sum + ledger.warnings.length, 0);
  return {
    span: spanOf(facts, notebook.locale),
    counted: aside === 0 ? `All ${count(lines)} lines count.` : `${count(kept)} of ${count(lines)} lines count; `,
    aside: aside === 0 ? null : `${count(aside)} ${aside === 1 ? "was" : "were"} set aside`,
    remarks: remarks === 0 ? null : `${count(remarks)} ${remarks === 1 ? "remark" : "remarks"}`,
    currencies: currenciesOf(notebook.dataSets, count),
  };
}
