"use client";

import { ReadAs } from "@/components/import/read-as";
import { LedgerView } from "@/components/notebook/ledger-view";
import { WrittenAs } from "@/components/notebook/written-as";
import type { DataSet, Notebook } from "@/lib/notebook/notebook";
import { planOf } from "@/lib/workbench/plan-of";
import type { ReadingChange } from "@/lib/workbench/reading-change";
import { shownLedger } from "@/lib/workbench/shown-ledger";
import { saveFile } from "./save-file";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

function ledgerId(dataSet: DataSet): string {
  return `ledger-${dataSet.id}`;
}

/** Scrolls to the ledger of a data set. */
export function goToLedger(dataSet: DataSet | undefined): void {
  const ledger = dataSet && document.getElementById(ledgerId(dataSet));
  ledger?.scrollIntoView({ block: "start" });
  ledger?.focus({ preventScroll: true });
}

/** How each file was read and what of it counts. */
export function Sources({ notebook }: { notebook: Notebook }) {
  return (
    <div data-slot="sources" className="mt-2 flex flex-col gap-10 border-line border-t pt-8">
      {notebook.dataSets.map((dataSet) => (
        <Source key={dataSet.fileHash} dataSet={dataSet} locale={notebook.locale} />
      ))}
    </div>
  );
}

function Source({ dataSet, locale }: { dataSet: DataSet; locale: string }) {
  const { act, workbench } = useWorkbenchHandle();
  // A file that was dropped again is at hand from then on.
  useWorkbenchState((state) => state.incoming);
  const { id, fileName } = dataSet;
  const plan = planOf(dataSet);
  const atHand = workbench?.canChangeReading(id) ?? false;
  const onChange = atHand && workbench ? (change: ReadingChange) => void workbench.changeRule(id, change) : null;
  return (
    <LedgerView
      id={ledgerId(dataSet)}
      tabIndex={-1}
      className="scroll-mt-16 outline-none"
      fileName={fileName}
      ledger={shownLedger(dataSet)}
      locale={locale}
      plan={plan}
      onChange={onChange}
      onDownload={() => act((on) => on.setAsideCsv(id).then((file) => file && saveFile(file)))}
      readAs={
        <>
          <ReadAs
            sentence={dataSet.readAs}
            {...(atHand && workbench ? { onChange: () => workbench.changeReading(id) } : {})}
          />
          {plan && onChange ? <WrittenAs fileName={fileName} plan={plan} onChange={onChange} /> : null}
        </>
      }
    />
  );
}
