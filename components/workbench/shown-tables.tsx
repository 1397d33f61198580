"use client";

import { type ReactNode, useCallback } from "react";
import { type TableView, TableViews } from "@/components/table/table-views";
import type { CellId } from "@/lib/notebook/ids";
import type { ShownTables } from "@/lib/workbench/shown-view";

/** What the table of each cell shows now: sorted, filtered, columns hidden. */
const views = new Map<CellId, TableView>();

export const shownTables: ShownTables = views;

/** Remembers what the table of a cell below it shows, for files to be equal to the screen. */
export function ShownTable({ id, children }: { id: CellId; children: ReactNode }) {
  const remember = useCallback(
    (view: TableView | null) => {
      if (view) views.set(id, view);
      else views.delete(id);
    },
    [id],
  );
  return <TableViews value={remember}>{children}</TableViews>;
}
