"use client";

import { Braces, Database, Download, FileSpreadsheet, FileText, ImageDown, Shapes } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { Cell } from "@/lib/notebook/notebook";
import type { CellFormat } from "@/lib/workbench/saved-file";
import { saveExport } from "./save-export";
import { SheetRoomNote } from "./sheet-room-note";
import { shownTables } from "./shown-tables";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

const FORMATS = [
  { format: "csv", label: "CSV", icon: FileText },
  { format: "xlsx", label: "Excel workbook (XLSX)", icon: FileSpreadsheet },
  { format: "parquet", label: "Parquet", icon: Database },
  { format: "json", label: "JSON", icon: Braces },
] as const satisfies readonly { format: CellFormat; label: string; icon: unknown }[];

interface ExportCellProps {
  cell: Pick<Cell, "id" | "title">;
  /** Absent where there is no chart. */
  onSavePicture?: ((type: "png" | "svg") => void) | undefined;
}

/** What a cell shows, as a file; nothing until it has a result. */
export function ExportCell({ cell, onSavePicture }: ExportCellProps) {
  const { act } = useWorkbenchHandle();
  const [open, setOpen] = useState(false);
  const ready = useWorkbenchState(({ runs, facts }) => facts !== null && Boolean(runs[cell.id]?.result));
  const total = useWorkbenchState(({ runs }) => runs[cell.id]?.result?.total ?? 0);
  if (!ready) return null;
  return (
    <Menu open={open} onOpenChange={setOpen} modal={false}>
      <MenuTrigger asChild>
        <Button variant="soft" size="sm">
          <Download aria-hidden="true" />
          <span className="max-sm:sr-only">Export</span>
        </Button>
      </MenuTrigger>
      <MenuContent aria-label={`Export ${cell.title}`}>
        {FORMATS.map(({ format, label, icon: Icon }) => (
          <MenuItem
            key={format}
            className="h-auto min-h-8 flex-wrap gap-y-0 py-1"
            onSelect={() => act((on) => saveExport(() => on.exporter.cell(cell.id, format, shownTables)))}
          >
            <Icon aria-hidden="true" />
            {label}
            {format === "xlsx" ? <SheetRoomNote count={total} /> : null}
          </MenuItem>
        ))}
        {onSavePicture ? (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => onSavePicture("png")}>
              <ImageDown aria-hidden="true" />
              Chart as PNG
            </MenuItem>
            <MenuItem onSelect={() => onSavePicture("svg")}>
              <Shapes aria-hidden="true" />
              Chart as SVG
            </MenuItem>
          </>
        ) : null}
      </MenuContent>
    </Menu>
  );
}
