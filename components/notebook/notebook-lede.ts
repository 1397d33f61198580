import type { Facts } from "@/lib/analyses/analysis";
import type { Notebook } from "@/lib/notebook/notebook";
import { totalLedger } from "@/lib/workbench/shown-ledger";
import { dayLabel } from "./param-control";

export interface Lede {
  /** "18 months of sales up to 30 June 2026, with stock." or "". */
  span: string;
  /** "60,371 of 60,412 lines count" or "All 400 lines count." */
  counted: string;
  /** "41 were set aside", or null when every line counts. */
  aside: string | null;
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
  return {
    span: spanOf(facts, notebook.locale),
    counted: aside === 0 ? `All ${count(lines)} lines count.` : `${count(kept)} of ${count(lines)} lines count; `,
    aside: aside === 0 ? null : `${count(aside)} ${aside === 1 ? "was" : "were"} set aside`,
  };
}
