"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { DropTarget } from "@/components/import/drop-target";
import { FileButton } from "@/components/import/file-input";
import { ImportProgress } from "@/components/import/import-progress";
import { DataList } from "@/components/notebook/data-list";
import { NotebookHeader } from "@/components/notebook/notebook-header";
import { PrintFooter } from "@/components/notebook/print-footer";
import { Banner } from "@/components/ui/banner";
import { PageColumn, PageLayout, SideColumn, SideHeading } from "@/components/ui/page-layout";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import type { Notebook } from "@/lib/notebook/notebook";
import { shownLedger } from "@/lib/workbench/shown-ledger";
import { ActivityList } from "./activity";
import { Announcer } from "./announcer";
import { EngineBanner, StorageBanner } from "./banners";
import { ExplainNotebook, WHOLE_NOTEBOOK } from "./explain-notebook";
import { ExplainPreview } from "./explain-preview";
import { Explanation } from "./explanation";
import { AddFilter, SideFilters } from "./filters";
import { LostLinesBanner } from "./lost-lines-banner";
import { MoneyControls } from "./money-controls";
import { NoDataBanner } from "./no-data-banner";
import { NotebookCells } from "./notebook-cells";
import { NotebookKeys } from "./notebook-keys";
import { useReportState } from "./report-state";
import { SideContents } from "./side-contents";
import { SignInProblem } from "./sign-in-problem";
import { goToLedger, Sources } from "./sources";
import { TabBanner } from "./tab-banner";
import { Toolbar } from "./toolbar";
import { useNamesOfChosen } from "./use-product-names";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";
import { VersionsDialog } from "./versions-dialog";

const NotebookReport = dynamic(() => import("./notebook-report").then((part) => part.NotebookReport));

/** A notebook on the screen. */
export function NotebookPage() {
  const notebook = useWorkbenchState((state) => state.notebook);
  const reading = useReportState((state) => state.reading);
  if (!notebook) return null;
  return reading === notebook.id ? <NotebookReport /> : <OpenNotebook notebook={notebook} />;
}

const WIDE = "(min-width: 60rem)";

function OpenNotebook({ notebook }: { notebook: Notebook }) {
  const { act } = useWorkbenchHandle();
  const facts = useWorkbenchState((state) => state.facts);
  const incoming = useWorkbenchState((state) => state.incoming);
  const [side, setSide] = useState<"open" | "closed">("open");
  const [sheet, setSheet] = useState(false);
  const [activity, setActivity] = useState(false);
  useNamesOfChosen(notebook);
  const onFiles = (files: File[]) => act((on) => on.importFiles(files));
  return (
    <>
      <Toolbar
        activityOpen={activity}
        onToggleActivity={() => setActivity((open) => !open)}
        onToggleSide={() => {
          if (window.matchMedia(WIDE).matches) setSide((now) => (now === "open" ? "closed" : "open"));
          else setSheet(true);
        }}
      />
      <PageLayout data-side={side}>
        {side === "open" ? (
          <SideColumn aria-label="Data and contents">
            <Side notebook={notebook} onFiles={onFiles} />
          </SideColumn>
        ) : null}
        <PageColumn>
          {activity ? <ActivityList /> : null}
          <SignInProblem className="mb-6" />
          <EngineBanner className="mb-6" />
          <StorageBanner className="mb-6" />
          <TabBanner className="mb-6" />
          <LostLinesBanner notebook={notebook} className="mb-6" />
          <NoDataBanner notebook={notebook} className="mb-6" />
          <ImportProgress
            className="mb-6"
            incoming={incoming}
            locale={notebook.locale}
            onCancel={(id) => act((on) => on.cancelImport(id))}
            onDismiss={(id) => act((on) => on.dismissImport(id))}
          />
          <NotebookHeader
            notebook={notebook}
            facts={facts}
            onRename={(title) => act((on) => on.edit({ type: "set-title", title }))}
            onOpenLedger={() =>
              goToLedger(
                notebook.dataSets.find((dataSet) => {
                  const { lines, kept } = shownLedger(dataSet);
                  return lines !== kept;
                }),
              )
            }
          >
            <div className="mt-4 flex flex-wrap items-center gap-2" data-screen-only="">
              <AddFilter />
              <ExplainNotebook />
            </div>
            <Explanation subject={WHOLE_NOTEBOOK} of="the notebook" className="mt-5" />
          </NotebookHeader>
          <NotebookCells cells={notebook.cells} />
          <Sources notebook={notebook} />
          <PrintFooter notebook={notebook} facts={facts} />
        </PageColumn>
      </PageLayout>
      <Sheet open={sheet} onOpenChange={setSheet}>
        <SheetContent title="Data and contents">
          <Side notebook={notebook} onFiles={onFiles} onGo={() => setSheet(false)} />
        </SheetContent>
      </Sheet>
      <ExplainPreview />
      <DropTarget onFiles={onFiles} promise="Lucid adds it to this notebook." />
      <Announcer />
      <NotebookKeys />
      <VersionsDialog />
    </>
  );
}

interface SideProps {
  notebook: Notebook;
  onFiles: (files: File[]) => void;
  /** Something on the page was gone to. */
  onGo?: () => void;
}

/** Data sets, contents and how numbers are written. */
function Side({ notebook, onFiles, onGo }: SideProps) {
  const { act } = useWorkbenchHandle();
  const watchable = useWorkbenchState((state) => state.watchable);
  const watched = useWorkbenchState((state) => state.watched);
  const watchedBefore = useWorkbenchState((state) => state.watchedBefore);
  const watchProblem = useWorkbenchState((state) => state.watchProblem);
  return (
    <>
      <section>
        <SideHeading>Data</SideHeading>
        <DataList
          dataSets={notebook.dataSets}
          locale={notebook.locale}
          onOpen={(id) => {
            onGo?.();
            goToLedger(notebook.dataSets.find((dataSet) => dataSet.id === id));
          }}
          onRemove={(id) => act((on) => on.edit({ type: "remove-data-set", id }))}
          watchable={watchable}
          watched={watched}
          watchedBefore={watchedBefore}
          onWatch={(id, on) => act(({ watched: files }) => (on ? files.watch(id) : files.stop(id)))}
        />
        {watchProblem ? (
          <Banner tone="warn" message={watchProblem.message} hint={watchProblem.hint} className="mt-2" />
        ) : null}
        <FileButton variant="soft" size="sm" className="mt-2 -ml-2" onFiles={onFiles}>
          Add data
        </FileButton>
      </section>
      <SideContents onGo={onGo} />
      {notebook.cells.some(({ kind }) => kind === "input") ? (
        <section>
          <SideHeading>Filters</SideHeading>
          <SideFilters notebook={notebook} />
        </section>
      ) : null}
      <section>
        <SideHeading>Numbers</SideHeading>
        <MoneyControls notebook={notebook} />
      </section>
    </>
  );
}
