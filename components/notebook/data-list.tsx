import { Eye, EyeOff, Trash2 } from "lucide-react";
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
  /** Data sets whose file can be watched, those that are, and those that were on an earlier visit. */
  watchable?: readonly DataSetId[];
  watched?: readonly DataSetId[];
  watchedBefore?: readonly DataSetId[];
  onWatch?: (id: DataSetId, on: boolean) => void;
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
export function DataList({ dataSets, locale, onOpen, onRemove, className, ...more }: DataListProps) {
  const { watchable = [], watched = [], watchedBefore = [], onWatch, ...props } = more;
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
            {onWatch && watchable.includes(dataSet.id) ? (
              <WatchButton
                fileName={dataSet.fileName}
                on={watched.includes(dataSet.id)}
                again={watchedBefore.includes(dataSet.id)}
                onToggle={(on) => onWatch(dataSet.id, on)}
              />
            ) : null}
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

interface WatchButtonProps {
  fileName: string;
  on: boolean;
  /** It was watched on an earlier visit. */
  again: boolean;
  onToggle: (on: boolean) => void;
}

/** A file on the disk that is read again each time it is saved. */
function WatchButton({ fileName, on, again, onToggle }: WatchButtonProps) {
  const words = again ? "Watch again" : "Watch the file";
  return (
    <Button
      variant="soft"
      size="sm"
      aria-pressed={on}
      aria-label={again ? `Watch ${fileName} again` : `Watch ${fileName}`}
      title={
        again
          ? "It was watched before; the browser may ask whether Lucid can read it"
          : "Reads the file again each time it is saved"
      }
      onClick={() => onToggle(!on)}
      className="mb-1 ml-0.5 h-6 px-1.5 text-xs"
    >
      {on ? <Eye aria-hidden="true" className="size-3.5" /> : <EyeOff aria-hidden="true" className="size-3.5" />}
      {on ? "Watched: read again when saved" : words}
    </Button>
  );
}
