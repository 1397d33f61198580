import { shopAnalyses } from "@/lib/analyses/registry";
import type { CellId, NotebookId } from "@/lib/notebook/ids";
import type { Cell, DataSet, Notebook } from "@/lib/notebook/notebook";
import type { Ports } from "./ports";

/** The overview and the seven analyses, as cells with their default parameters. */
function firstCells(newId: () => string): Cell[] {
  return shopAnalyses.map((analysis) => ({
    id: newId() as CellId,
    kind: "analysis",
    analysis: analysis.name,
    name: analysis.name,
    title: analysis.title,
    params: {},
    collapsed: false,
  }));
}

/** "online-retail.csv" as "Online retail". */
export function titleFromFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]+$/, "")
    .replace(/[_\-.]+/g, " ")
    .trim();
  return words === "" ? "Untitled" : words.charAt(0).toUpperCase() + words.slice(1);
}

const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** "Online retail, to December 2011": the first file's name and the newest month of sales. */
export function notebookTitle(dataSets: readonly DataSet[]): string {
  const named = dataSets.find((dataSet) => dataSet.kind === "sales") ?? dataSets[0];
  const title = titleFromFile(named?.fileName ?? "");
  const last = dataSets
    .flatMap((dataSet) => dataSet.lastDay ?? [])
    .sort()
    .at(-1);
  return last ? `${title}, to ${MONTH.format(new Date(`${last}T00:00:00Z`))}` : title;
}

/** The language numbers are written in: the currency's home when it has one and the browser says nothing of it. */
export function localeFor(currency: string | null, browser: string): string {
  if (currency === "INR") return browser.endsWith("-IN") ? browser : "en-IN";
  return browser;
}

/** A notebook with its first cells and no data yet. */
export function newNotebook(ports: Ports, spec: { title: string; locale: string; currency: string | null }): Notebook {
  return {
    id: ports.newId() as NotebookId,
    ...spec,
    dataSets: [],
    cells: firstCells(ports.newId),
    createdAt: ports.clock.now(),
  };
}
