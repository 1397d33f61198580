// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import { stubResizeObserver } from "@/components/ui/testing/resize-observer";
import type { Facts } from "@/lib/analyses/analysis";
import type { CellId } from "@/lib/notebook/ids";
import type { ChartCell } from "@/lib/notebook/notebook";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import type { Result } from "@/lib/query/result";
import { openMemoryStorage } from "@/lib/storage/memory";
import { neverRun } from "@/lib/workbench/context";
import { portsOver } from "@/lib/workbench/testing/open-workbench";
import { createWorkbench } from "@/lib/workbench/workbench";
import { NotebookChart } from "./notebook-chart";
import { WorkbenchContext } from "./use-workbench";

let page: Mounted;
beforeEach(stubResizeObserver);
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

const cell: ChartCell = {
  id: "c" as CellId,
  name: "chart",
  title: "Chart",
  collapsed: false,
  kind: "chart",
  source: "sales",
  drawing: { type: "bars", x: "product", y: "units", group: null, aggregate: "none" },
};
const result: Result = {
  columns: [
    { name: "product", label: "Product", kind: "text", unit: "none", hidden: false },
    { name: "units", label: "Units", kind: "integer", unit: "none", hidden: false },
  ],
  rows: [{ product: "Tea", units: 3 }],
  provenance: { dataHashes: [], asOf: null, computedAt: 0, durationMs: 1, engine: "duckdb" },
};

test("a chart somebody made leaves as a picture too", () => {
  const workbench = createWorkbench(portsOver(openMemoryStorage(), () => Promise.reject(new Error("no engine"))));
  workbench.store.set((state) => ({
    ...state,
    notebook: { ...someNotebook(0, 0), cells: [cell] },
    facts: { asOf: null } as Facts,
    runs: { [cell.id]: { ...neverRun, status: "ok", result, resultKey: "k" } },
  }));
  page = mount(
    <WorkbenchContext value={{ workbench, act: (action) => void action(workbench), retryEngine: () => undefined }}>
      <NotebookChart cell={cell} index={0} count={1} />
    </WorkbenchContext>,
  );
  act(() => {
    const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
    page.button("Export").dispatchEvent(event);
  });
  expect(page.all("[role=menuitem]").map(({ textContent }) => textContent)).toEqual([
    "CSV",
    "Excel workbook (XLSX)",
    "Parquet",
    "JSON",
    "Chart as PNG",
    "Chart as SVG",
  ]);
});
