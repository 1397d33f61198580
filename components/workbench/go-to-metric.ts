import type { ExplainedMetric } from "@/lib/notebook/explanation";
import type { Row } from "@/lib/query/result";
import type { Workbench } from "@/lib/workbench/workbench";
import { goToCell } from "./use-sharing";

/** Where a figure's row stands now; the results may be others than those it was told from. */
function rowNow(rows: readonly Row[], { row, of }: ExplainedMetric): number | null {
  const isOf = (each: Row | undefined) => each !== undefined && (of === null || Object.values(each).includes(of));
  if (row !== null && isOf(rows[row])) return row;
  const found = of === null ? -1 : rows.findIndex(isOf);
  return found < 0 ? null : found;
}

/** Until something else has the focus. */
function mark(element: HTMLElement): void {
  element.tabIndex = -1;
  element.dataset.found = "";
  element.addEventListener("blur", () => delete element.dataset.found, { once: true });
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
}

/** A row of a long table is drawn only where the table is scrolled to. */
function drawnRow(section: HTMLElement, row: number, count: number): Promise<HTMLElement | null> {
  const find = () => section.querySelector<HTMLElement>(`tr[data-row="${row}"]`);
  const area = section.querySelector<HTMLElement>('[data-slot="table-scroll"]');
  if (find() || !area) return Promise.resolve(find());
  area.scrollTop = (area.scrollHeight * row) / count;
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(find()))));
}

/** Goes to where a figure is shown: its row, its big value, its insight, or at least its cell. */
export async function goToMetric({ store, edit }: Workbench, metric: ExplainedMetric): Promise<void> {
  const { notebook, runs } = store.get();
  const cell = notebook?.cells.find(({ name }) => name === metric.cell);
  if (!cell) return;
  if (cell.collapsed) edit({ type: "set-collapsed", id: cell.id, collapsed: false });
  const section = document.getElementById(`cell-${cell.name}`);
  if (!section) return;
  const rows = runs[cell.id]?.result?.rows ?? [];
  const row = rowNow(rows, metric);
  const insight = section.querySelector<HTMLElement>(`article[data-insight="${CSS.escape(metric.column)}"]`);
  const figure = section.querySelector<HTMLElement>(figureSelector(metric, row === null ? undefined : rows[row]));
  const found = insight ?? figure ?? (row === null ? null : await drawnRow(section, row, rows.length));
  if (found) mark(found);
  else goToCell(cell.name);
}

/** A big value: of the whole data set, or of the row's month. */
function figureSelector({ column }: ExplainedMetric, row: Row | undefined): string {
  const month = row?.scope === "all" || typeof row?.period !== "string" ? null : row.period;
  const period = month === null ? ":not([data-period])" : `[data-period="${CSS.escape(month)}"]`;
  return `[data-metric="${CSS.escape(column)}"]${period}`;
}
