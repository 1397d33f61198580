"use client";

import { Archive, Database, Download, FileCode, FileSpreadsheet, NotebookText, Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { NotebookFormat } from "@/lib/workbench/saved-file";
import { readAsReport } from "./report-state";
import { saveExport } from "./save-export";
import { saveNotebookPage } from "./save-notebook-page";
import { SheetRoomNote } from "./sheet-room-note";
import { shownTables } from "./shown-tables";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** The notebook as a report on paper: printed once it is drawn. */
function printReport(id: string): void {
  readAsReport(id);
  requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
}

/** The entries of a menu: the notebook as a file for other people, other programs or another computer. */
export function ExportItems() {
  const { act } = useWorkbenchHandle();
  const id = useWorkbenchState((state) => state.notebook?.id ?? null);
  const longest = useWorkbenchState(({ runs }) =>
    Object.values(runs).reduce((most, { result }) => Math.max(most, result?.total ?? 0), 0),
  );
  const save = (format: NotebookFormat) => act((on) => saveExport(() => on.exporter.notebook(format, shownTables)));
  return (
    <>
      <MenuItem onSelect={() => save("xlsx")} className="h-auto min-h-8 flex-wrap gap-y-0 py-1">
        <FileSpreadsheet aria-hidden="true" />
        Excel workbook (XLSX)
        <SheetRoomNote count={longest} />
      </MenuItem>
      <MenuItem onSelect={() => act((on) => saveNotebookPage(on))}>
        <FileCode aria-hidden="true" />
        Web page (HTML)
      </MenuItem>
      <MenuItem onSelect={() => id && printReport(id)}>
        <Printer aria-hidden="true" />
        Print or save as PDF
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => save("ipynb")}>
        <NotebookText aria-hidden="true" />
        Jupyter notebook
      </MenuItem>
      <MenuItem onSelect={() => save("sql")}>
        <Database aria-hidden="true" />
        SQL script
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => save("project")}>
        <Archive aria-hidden="true" />
        Project with its data
      </MenuItem>
    </>
  );
}

/** The toolbar's "Export". */
export function ExportMenu() {
  const ready = useWorkbenchState((state) => state.facts !== null && (state.notebook?.cells.length ?? 0) > 0);
  return (
    <Menu modal={false}>
      <MenuTrigger asChild>
        <Button variant="soft" aria-label="Export" disabled={!ready} className="max-sm:hidden">
          <Download aria-hidden="true" />
          <span className="max-lg:hidden">Export</span>
        </Button>
      </MenuTrigger>
      <MenuContent aria-label="Export the notebook">
        <ExportItems />
      </MenuContent>
    </Menu>
  );
}
