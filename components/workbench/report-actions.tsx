"use client";

import { BookOpen, Share2 } from "lucide-react";
import dynamic from "next/dynamic";
import { Button } from "@/components/ui/button";
import { openShare, readAsReport, useReportState } from "./report-state";
import { useWorkbenchState } from "./use-workbench";

const SharePanel = dynamic(() => import("./share-panel").then((part) => part.SharePanel));

/** Reading the notebook as a report, and sharing it. */
export function ReportActions() {
  const id = useWorkbenchState((state) => state.notebook?.id ?? null);
  const reading = useReportState((state) => state.reading !== null && state.reading === id);
  const sharing = useReportState((state) => state.sharing);
  const ready = useWorkbenchState((state) => state.facts !== null && (state.notebook?.cells.length ?? 0) > 0);
  return (
    <>
      <Button
        variant="soft"
        role="switch"
        aria-checked={reading}
        aria-label="Report view"
        disabled={!ready}
        className="aria-checked:bg-wash aria-checked:text-ink max-sm:hidden"
        onClick={() => readAsReport(reading ? null : id)}
      >
        <BookOpen aria-hidden="true" />
        <span className="max-lg:hidden">Report view</span>
      </Button>
      <Button
        variant="soft"
        aria-haspopup="dialog"
        aria-label="Share"
        disabled={!ready}
        className="max-sm:hidden"
        onClick={() => openShare(true)}
      >
        <Share2 aria-hidden="true" />
        <span className="max-lg:hidden">Share</span>
      </Button>
      {sharing && ready ? <SharePanel onClose={() => openShare(false)} /> : null}
    </>
  );
}
