import type { Cell, ChartCell } from "@/lib/notebook/notebook";
import { offeredChart } from "@/lib/workbench/chart-offer";
import { chartSources } from "@/lib/workbench/chart-sources";
import type { Workbench } from "@/lib/workbench/workbench";
import { insertCell, newId } from "./cell-commands";

/** A chart of a cell, or one that is still to be told what it draws; null without a notebook. */
export function chartFor(on: Workbench, of: Cell | undefined): ChartCell | null {
  const { notebook, runs, tables } = on.store.get();
  if (!notebook) return null;
  const source = chartSources({ notebook, runs, tables }, null).find(({ name }) => name === of?.name) ?? null;
  return offeredChart(notebook, newId, source);
}

/** Puts a chart of a cell below it and goes to it. */
export function chartBelow(on: Workbench, cell: Cell, index: number): void {
  const chart = chartFor(on, cell);
  if (chart) insertCell(on, chart, index + 1);
}
