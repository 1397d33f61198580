import type { NotebookId } from "@/lib/notebook/ids";
import type { DataSet, Notebook } from "@/lib/notebook/notebook";
import { firstCells } from "./first-cells";
import { newestDay } from "./newest-day";
import type { Ports } from "./ports";
import type { KnownTables } from "./question-cells";
import { titleFromFile } from "./title-from-file";

const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** "Online retail, to December 2011": the first file's name and the newest month of sales. */
export function notebookTitle(dataSets: readonly DataSet[]): string {
  const named = dataSets.find((dataSet) => dataSet.kind === "sales") ?? dataSets[0];
  const title = titleFromFile(named?.fileName ?? "");
  const last = newestDay(dataSets);
  return last ? `${title}, to ${MONTH.format(new Date(`${last}T00:00:00Z`))}` : title;
}

/** The language numbers are written in: the currency's home when it has one and the browser says nothing of it. */
export function localeFor(currency: string | null, browser: string): string {
  if (currency === "INR") return browser.endsWith("-IN") ? browser : "en-IN";
  return browser;
}

interface NotebookSpec {
  title: string;
  locale: string;
  currency: string | null;
  /** The files it begins with; they are not in it yet. */
  dataSets: readonly DataSet[];
  columns: KnownTables;
}

/** A notebook with its first cells and no data yet. */
export function newNotebook(ports: Ports, { dataSets, columns, ...spec }: NotebookSpec): Notebook {
  return {
    id: ports.newId() as NotebookId,
    ...spec,
    dataSets: [],
    cells: firstCells({ dataSets, columns }, ports.newId),
    insightStates: {},
    explanations: {},
    autoRun: true,
    createdAt: ports.clock.now(),
  };
}
