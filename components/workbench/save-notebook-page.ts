import type { Workbench } from "@/lib/workbench/workbench";

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
  await saveReportPage(frozenReport({ notebook, runs, facts, products, now: Date.now(), mostRows: MOST_ROWS }));
}
