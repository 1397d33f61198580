import { profile } from "@/lib/analyses/profile";
import { shopAnalyses } from "@/lib/analyses/registry";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { Command } from "@/lib/notebook/command";
import type { AnalysisCell, Cell, DataSet, Notebook } from "@/lib/notebook/notebook";
import { newCell } from "./new-cell";
import { titleFromFile } from "./title-from-file";

/** Profile cells that are added at once. */
const MOST_PROFILES = 5;

type Titled = Pick<DataSet, "kind" | "fileName">;

const isTable = ({ kind }: Titled) => kind === "table";

/** A cell for each table that has none yet: what its columns hold. */
function profileCells(dataSets: readonly Titled[], cells: readonly Cell[], newId: () => string): Cell[] {
  const known = new Set(
    analysisCells(cells).flatMap(({ analysis, params }) => (analysis === profile.name ? [params.table] : [])),
  );
  const tables = dataSets.filter((dataSet) => isTable(dataSet) && !known.has(dataSet.fileName));
  const made: AnalysisCell[] = [];
  for (const { fileName } of tables.slice(0, MOST_PROFILES)) {
    const given = { title: `Profile of ${titleFromFile(fileName)}`, params: { table: fileName } };
    made.push(newCell(profile, [...cells, ...made], newId, given));
  }
  return made;
}

function shopCells(newId: () => string): Cell[] {
  return shopAnalyses.map((analysis) => newCell(analysis, [], newId));
}

/** What a notebook asks of its first files: a shop's questions, or what each ordinary table holds. */
export function firstCells(dataSets: readonly Titled[], newId: () => string): Cell[] {
  const tablesOnly = dataSets.length > 0 && dataSets.every(isTable);
  return tablesOnly ? profileCells(dataSets, [], newId) : shopCells(newId);
}

/** What an open notebook asks of more files: each table has its profile, a shop among tables its questions. */
export function cellsForMore(notebook: Notebook, added: readonly Titled[], newId: () => string): Command[] {
  const shop = new Set(shopAnalyses.map(({ name }) => name));
  const asked = analysisCells(notebook.cells);
  const wantsShop =
    added.some((dataSet) => !isTable(dataSet)) &&
    notebook.dataSets.every(isTable) &&
    asked.every(({ analysis }) => !shop.has(analysis)) &&
    asked.some(({ analysis }) => analysis === profile.name);
  const first = wantsShop ? shopCells(newId) : [];
  const last = profileCells(added, notebook.cells, newId);
  return [
    ...first.map((cell, index): Command => ({ type: "insert-cell", cell, index })),
    ...last.map(
      (cell, at): Command => ({ type: "insert-cell", cell, index: first.length + notebook.cells.length + at }),
    ),
  ];
}
