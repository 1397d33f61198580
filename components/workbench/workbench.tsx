"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { FirstPage } from "@/components/import/first-page";
import { ImportProgress } from "@/components/import/import-progress";
import { pastedFiles } from "@/components/import/pasted-files";
import { usePagePaste } from "@/components/import/use-page-paste";
import { CellSkeleton } from "@/components/notebook/skeleton";
import { Wordmark } from "@/components/ui/mark";
import { PageColumn, TopBar } from "@/components/ui/page-layout";
import { isAsking } from "@/lib/workbench/is-asking";
import type { RecentNotebook } from "@/lib/workbench/state";
import { EngineBanner, StorageBanner } from "./banners";
import { deleteNotebook, duplicateNotebook, renameNotebook } from "./notebook-actions";
import { Provider } from "./provider";
import { RenameDialog } from "./rename-dialog";
import { SettingsButton } from "./settings-button";
import { TabBanner, useTabNotices } from "./tab-banner";
import { ThemeButton } from "./toolbar";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

const NotebookPage = dynamic(() => import("./notebook-page").then((page) => page.NotebookPage), {
  loading: () => <Opening />,
});
const Toaster = dynamic(() => import("@/components/ui/toaster").then((part) => part.Toaster), { ssr: false });
const Questions = dynamic(() => import("./questions").then((part) => part.Questions));

/** The whole page. `returning`: a notebook was open last, so its shape is drawn first. */
export function Workbench({ returning }: { returning: boolean }) {
  return (
    <Provider returning={returning}>
      <Page returning={returning} />
    </Provider>
  );
}

function Page({ returning }: { returning: boolean }) {
  const view = useWorkbenchState((state) => state.view);
  const asking = useWorkbenchState((state) => state.incoming.some(isAsking));
  const { act } = useWorkbenchHandle();
  useTabNotices();
  usePagePaste((pasted) =>
    act((on) => {
      const { notebook, incoming } = on.store.get();
      const taken = [...(notebook?.dataSets ?? []), ...incoming].map(({ fileName }) => fileName);
      const files = pastedFiles(pasted, taken);
      if (files.length > 0 && !incoming.some(isAsking)) return on.importFiles(files);
    }),
  );
  return (
    <>
      {view === "notebook" ? <NotebookPage /> : view === "opening" && returning ? <Opening /> : <Start />}
      {asking ? <Questions /> : null}
      <Toaster />
    </>
  );
}

/** The first page: a place to drop a file, the sample, what was made before. */
function Start() {
  const { act } = useWorkbenchHandle();
  const recents = useWorkbenchState((state) => state.recents);
  const incoming = useWorkbenchState((state) => state.incoming);
  const [renamed, setRenamed] = useState<RecentNotebook | null>(null);
  const busy = incoming.some((file) => file.step !== "failed" && file.step !== "known");
  return (
    <>
      <TopBar>
        <Wordmark />
        <span className="flex-1" />
        <ThemeButton />
        <SettingsButton />
      </TopBar>
      <main>
        <FirstPage
          recents={recents}
          locale="en"
          busy={busy}
          onFiles={(files) => act((on) => on.importFiles(files))}
          onSample={() => act((on) => on.openSampleShop())}
          onOpen={(id) => act((on) => on.openNotebook(id))}
          onRename={setRenamed}
          onDuplicate={(recent) => act((on) => duplicateNotebook(on, recent))}
          onDelete={(recent) => act((on) => deleteNotebook(on, recent))}
        >
          <EngineBanner className="mt-6" />
          <StorageBanner className="mt-6" />
          <TabBanner className="mt-6" />
          <ImportProgress
            className="mt-6"
            incoming={incoming}
            locale="en"
            onCancel={(id) => act((on) => on.cancelImport(id))}
            onDismiss={(id) => act((on) => on.dismissImport(id))}
          />
        </FirstPage>
      </main>
      {renamed ? (
        <RenameDialog
          title={renamed.title}
          onRename={(title) => act((on) => renameNotebook(on, { id: renamed.id, title }))}
          onClose={() => setRenamed(null)}
        />
      ) : null}
    </>
  );
}

/** The shape of a notebook, until it is known which. */
function Opening() {
  return (
    <>
      <TopBar>
        <Wordmark />
      </TopBar>
      <PageColumn aria-busy="true">
        <h1 className="sr-only">Opening the notebook</h1>
        <div className="mt-16">
          <CellSkeleton shape="values" />
        </div>
        <div className="mt-16">
          <CellSkeleton shape="bars" />
        </div>
      </PageColumn>
    </>
  );
}
