"use client";

import { FileDown, Presentation, Printer } from "lucide-react";
import { useMemo, useState } from "react";
import { PresentMode } from "@/components/report/present-mode";
import { ReportView } from "@/components/report/report-view";
import { Button } from "@/components/ui/button";
import { PageColumn } from "@/components/ui/page-layout";
import { MOST_ROWS } from "@/lib/report/report";
import { readAsReport } from "./report-state";
import { saveReportPage } from "./save-report-page";
import { Toolbar } from "./toolbar";
import { useFreeze } from "./use-freeze";

const back = () => readAsReport(null);

/** The notebook without code and controls: for reading, presenting and printing. */
export function NotebookReport() {
  const freeze = useFreeze();
  const report = useMemo(() => freeze?.(MOST_ROWS) ?? null, [freeze]);
  const [presenting, setPresenting] = useState(false);
  if (!report) return null;
  return (
    <>
      <Toolbar activityOpen={false} onToggleActivity={back} onToggleSide={back} />
      <PageColumn>
        <div data-screen-only="" className="-ml-3 mb-6 flex flex-wrap items-center gap-1">
          <Button variant="soft" onClick={() => setPresenting(true)}>
            <Presentation aria-hidden="true" />
            Present
          </Button>
          <Button variant="soft" onClick={() => window.print()}>
            <Printer aria-hidden="true" />
            Print
          </Button>
          <Button variant="soft" onClick={() => void saveReportPage(report)}>
            <FileDown aria-hidden="true" />
            Save as a page
          </Button>
          <span className="flex-1" />
          <Button variant="soft" onClick={back}>
            Back to the notebook
          </Button>
        </div>
        <ReportView report={report} />
        {presenting ? <PresentMode report={report} onEnd={() => setPresenting(false)} /> : null}
      </PageColumn>
    </>
  );
}
