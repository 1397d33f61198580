import type { Workbench } from "@/lib/workbench/workbench";
import { tablesSeen } from "./report-state";

/** Hands the open notebook to the browser's downloads as a page in one file; what makes it is fetched with the first. */
export async function saveNotebookPage({ store, nameChosen }: Pick<Workbench, "store" | "nameChosen">): Promise<void> {
  await nameChosen();
  const [{ frozenReport }, { MOST_ROWS }, { saveReportPage }] = await Promise.all([
    import("@/lib/workbench/freeze-report"),
    import("@/lib/report/report"),
    import("./save-report-page"),
  ]);
  const { notebook, runs, facts, products } = store.get();
  if (!notebook || !facts) return;
  const spec = {
    notebook,
    runs,
    facts,
    products,
    now: Date.now(),
    mostRows: MOST_ROWS,
    shown: tablesSeen(notebook.id),
  };
  await saveReportPage(frozenReport(spec));
}
