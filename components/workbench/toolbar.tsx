"use client";

import { Activity, Command, Moon, PanelLeft, Redo2, Sun, Undo2 } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "@/components/ui/button";
import { Mark, Wordmark } from "@/components/ui/mark";
import { TopBar } from "@/components/ui/page-layout";
import { AutoRun } from "./auto-run";
import { ExportMenu } from "./export-menu";
import { NotebookMenu } from "./notebook-menu";
import { openPanel } from "./page-view";
import { ReportActions } from "./report-actions";
import { SettingsButton } from "./settings-button";
import { ToolbarMore } from "./toolbar-more";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface ToolbarProps {
  onToggleSide: () => void;
  onToggleActivity: () => void;
  activityOpen: boolean;
}

/** The bar of a notebook: home, title, saved, undo, run. */
export function Toolbar({ onToggleSide, onToggleActivity, activityOpen }: ToolbarProps) {
  const { act } = useWorkbenchHandle();
  const title = useWorkbenchState((state) => state.notebook?.title ?? "");
  const canUndo = useWorkbenchState((state) => state.canUndo);
  const canRedo = useWorkbenchState((state) => state.canRedo);
  const working = useWorkbenchState((state) => state.jobs.some((job) => job.state === "running"));
  return (
    <TopBar>
      <Button variant="soft" size="icon" aria-label="Data and contents" onClick={onToggleSide}>
        <PanelLeft aria-hidden="true" />
      </Button>
      <Button
        variant="quiet"
        className="-mx-1 px-1.5"
        aria-label="Lucid, all notebooks"
        onClick={() => act((workbench) => workbench.closeNotebook())}
      >
        <Wordmark className="max-sm:hidden" />
        <Mark className="sm:hidden" />
      </Button>
      <span aria-hidden="true" className="h-5 w-px bg-line max-sm:hidden" />
      <span className="min-w-0 truncate font-medium text-base max-sm:hidden">{title}</span>
      <NotebookMenu />
      <SavedWord />
      <span className="flex-1" />
      <Button
        variant="soft"
        size="icon"
        aria-label="Undo"
        aria-disabled={!canUndo}
        onClick={() => canUndo && act((on) => on.undo())}
      >
        <Undo2 aria-hidden="true" />
      </Button>
      <Button
        variant="soft"
        size="icon"
        aria-label="Redo"
        className="max-sm:hidden"
        aria-disabled={!canRedo}
        onClick={() => canRedo && act((on) => on.redo())}
      >
        <Redo2 aria-hidden="true" />
      </Button>
      <Button
        variant="soft"
        size="icon"
        aria-label="Activity"
        aria-expanded={activityOpen}
        onClick={onToggleActivity}
        className="relative"
      >
        <Activity aria-hidden="true" />
        {working ? (
          <span aria-hidden="true" className="absolute top-1 right-1 size-1.5 rounded-full bg-accent" />
        ) : null}
      </Button>
      <Button
        variant="soft"
        size="icon"
        aria-label="Command palette"
        className="max-sm:hidden"
        aria-haspopup="dialog"
        onClick={() => openPanel({ kind: "palette" })}
      >
        <Command aria-hidden="true" />
      </Button>
      <ReportActions />
      <ExportMenu />
      <ToolbarMore />
      <ThemeButton className="max-sm:hidden" />
      <SettingsButton />
      <AutoRun />
    </TopBar>
  );
}

/** "Saved" is said only when everything is on the device. */
function SavedWord() {
  const saved = useWorkbenchState((state) => state.saved);
  const memory = useWorkbenchState((state) => state.storage === "memory");
  const problem = useWorkbenchState((state) => state.storageProblem !== null);
  const words = memory ? "Not kept" : saved ? "Saved" : problem ? "Not saved" : "Saving…";
  return (
    <span role="status" className="shrink-0 text-faint text-xs max-sm:sr-only">
      {words}
    </span>
  );
}

/** Light or dark, whatever it is not now. */
export function ThemeButton({ className }: { className?: string }) {
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <Button
      variant="soft"
      size="icon"
      aria-label="Switch between light and dark"
      className={className}
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
    >
      <Sun aria-hidden="true" className="dark:hidden" />
      <Moon aria-hidden="true" className="not-dark:hidden" />
    </Button>
  );
}
