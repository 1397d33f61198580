"use client";

import { BookOpen, Command, Ellipsis, Redo2, Share2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { AutoRunItems } from "./auto-run-items";
import { ExportItems } from "./export-menu";
import { openPanel } from "./page-view";
import { openShare, readAsReport, useReportState } from "./report-state";
import { useWaitingCells } from "./use-waiting-cells";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** What the bar of a narrow window has no room for. */
export function ToolbarMore() {
  const { act } = useWorkbenchHandle();
  const id = useWorkbenchState((state) => state.notebook?.id ?? null);
  const canRedo = useWorkbenchState((state) => state.canRedo);
  const reading = useReportState((state) => state.reading !== null && state.reading === id);
  const autoRun = useWorkbenchState((state) => state.notebook?.autoRun ?? true);
  const waiting = useWaitingCells();
  const ready = useWorkbenchState((state) => state.facts !== null && (state.notebook?.cells.length ?? 0) > 0);
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="soft" size="icon" aria-label="More" className="sm:hidden">
          <Ellipsis aria-hidden="true" />
        </Button>
      </MenuTrigger>
      <MenuContent aria-label="More">
        <MenuItem disabled={!canRedo} onSelect={() => act((on) => on.redo())}>
          <Redo2 aria-hidden="true" />
          Redo
        </MenuItem>
        <MenuItem onSelect={() => openPanel({ kind: "palette" })}>
          <Command aria-hidden="true" />
          Command palette
        </MenuItem>
        <AutoRunItems
          autoRun={autoRun}
          waiting={waiting}
          onAutoRun={(next) => act((on) => on.edit({ type: "set-auto-run", autoRun: next }))}
          onRunStale={() => act((on) => on.runStale())}
        />
        <MenuSeparator />
        <MenuItem disabled={!ready} onSelect={() => readAsReport(reading ? null : id)}>
          <BookOpen aria-hidden="true" />
          {reading ? "Back to the notebook" : "Report view"}
        </MenuItem>
        <MenuItem disabled={!ready} onSelect={() => openShare(true)}>
          <Share2 aria-hidden="true" />
          Share
        </MenuItem>
        {ready ? (
          <>
            <MenuSeparator />
            <ExportItems />
          </>
        ) : null}
      </MenuContent>
    </Menu>
  );
}
