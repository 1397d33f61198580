import { toSay } from "@/lib/analyses/say";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { Notebook } from "@/lib/notebook/notebook";
import type { DocEntry } from "@/lib/storage/storage";
import type { WorkbenchState } from "./state";

/** The one figure the list of notebooks shows: "₹48.2 lakh net revenue". */
function headlineOf(notebook: Notebook, runs: WorkbenchState["runs"]): string | null {
  const cell = analysisCells(notebook.cells).find((candidate) => candidate.analysis === "overview");
  const whole = cell && runs[cell.id]?.result?.rows.find((row) => row.scope === "all");
  const revenue = whole?.net_revenue;
  if (typeof revenue !== "string") return null;
  return `${toSay(notebook).moneyShort(revenue)} net revenue`;
}

/** What the storage keeps of a notebook beside its document. */
export function describeNotebook(notebook: Notebook, { runs }: Pick<WorkbenchState, "runs">, now: number): DocEntry {
  return { id: notebook.id, title: notebook.title, updatedAt: now, headline: headlineOf(notebook, runs) };
}
