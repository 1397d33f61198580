import { Trash2 } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { DataSetId } from "@/lib/notebook/ids";
import type { DataSet } from "@/lib/notebook/notebook";
import type { Ledger } from "@/lib/std/ledger";
import { shownLedger, totalLedger } from "@/lib/workbench/shown-ledger";
import { LedgerBar } from "./ledger-bar";

type DataListProps = Omit<ComponentProps<"ul">, "children"> & {
  dataSets: readonly DataSet[];
  locale: string;
  /** Opens the ledger of a data set. */
  onOpen: (id: DataSetId) => void;
  onRemove?: (id: DataSetId) => void;
};

type LedgerSums = Pick<Ledger, "lines" | "kept" | "rejected" | "excluded">;

/** "60,412 lines · 41 set aside", "400 lines · all kept". */
export function ledgerWords(ledger: LedgerSums, locale: string): string {
  const count = (lines: number) => lines.toLocaleString(locale);
  const lines = `${count(ledger.lines)} ${ledger.lines === 1 ? "line" : "lines"}`;
  const aside = ledger.rejected + ledger.excluded;
  return aside === 0 ? `${lines} · all kept` : `${lines} · ${count(ledger.kept)} kept · ${count(aside)} set aside`;
}

/** The notebook's files, each with its ledger as a thin bar. */
export function DataList({ dataSets, locale, onOpen, onRemove, className, ...props }: DataListProps) {
  return (
    <ul data-slot="data-list" className={cn("flex flex-col gap-1.5", className)} {...props}>
      {dataSets
        .map((dataSet) => ({ dataSet, ledger: shownLedger(dataSet) }))
        .map(({ dataSet, ledger }) => (
          <li key={dataSet.id} className="group relative -mx-2 rounded-md hover:bg-wash">
            <button
              type="button"
              onClick={() => onOpen(dataSet.id)}
              className="block w-full rounded-md px-2 py-1.5 text-left"
            >
              <span className={cn("block truncate font-[550] text-sm", onRemove && "pr-6")} title={dataSet.fileName}>
                {dataSet.fileName}
              </span>
              <span className="block text-faint text-xs">{ledgerWords(ledger, locale)}</span>
              <LedgerBar ledger={ledger} className="mt-1.5" />
            </button>
            {onRemove ? (
              <Button
                variant="soft"
                size="icon-sm"
                aria-label={`Remove ${dataSet.fileName}`}
                onClick={() => onRemove(dataSet.id)}
                className="absolute top-1 right-1 size-6 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
              >
                <Trash2 aria-hidden="true" className="size-3.5" />
              </Button>
            ) : null}
          </li>
        ))}
      {dataSets.length > 1 ? (
        <li data-slot="ledger-total" className="border-line border-t pt-1.5">
          <span className="block font-[550] text-sm">All {dataSets.length.toLocaleString(locale)} files</span>
          <span className="block text-faint text-xs">{ledgerWords(totalLedger(dataSets), locale)}</span>
        </li>
      ) : null}
    </ul>
  );
}
