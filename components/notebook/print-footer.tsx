import type { Facts } from "@/lib/analyses/analysis";
import { dayLabel } from "@/lib/analyses/value-words";
import type { Notebook } from "@/lib/notebook/notebook";

/** Source and as-of date; on paper only. */
export function PrintFooter({ notebook, facts }: { notebook: Notebook; facts: Facts | null }) {
  const files = notebook.dataSets.map((dataSet) => dataSet.fileName).join(", ");
  return (
    <footer data-slot="print-footer" className="hidden border-line border-t pt-2 text-faint text-xs print:block">
      Source: {files}.{facts?.asOf ? ` As of ${dayLabel(facts.asOf, notebook.locale)}.` : ""} Made with Lucid.
    </footer>
  );
}
