import { profile } from "@/lib/analyses/profile";
import { shopAnalyses } from "@/lib/analyses/registry";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { Command } from "@/lib/notebook/command";
import type { Cell, DataSet, Notebook } from "@/lib/notebook/notebook";
import { newCell } from "./new-cell";
import { type KnownTables, questionCells } from "./question-cells";
import { titleFromFile } from "./title-from-file";

/** Profile cells that are added at once. */
const MOST_PROFILES = 5;
/** Of more tables than these each has its profile, and what to ask is left to the person. */
const MOST_ASKED = 2;

/** Files that come in, and what is known of their columns. */
export interface Added {
  dataSets: readonly DataSet[];
  columns: KnownTables;
}

const isTable = ({ kind }: DataSet) => kind === "table";

/** What is asked of each table that nothing was asked of yet: what its columns hold, and a first question with its picture. */
function tableCells(
  { cells, dataSets }: Pick<Notebook, "cells" | "dataSets">,
  added: Added,
  newId: () => string,
): Cell[] {
  const known = new Set(
    analysisCells(cells).flatMap(({ analysis, params }) => (analysis === profile.name ? [params.table] : [])),
  );
  const tables = added.dataSets.filter((dataSet) => isTable(dataSet) && !known.has(dataSet.fileName));
  const made: Cell[] = [];
  const around = () => ({ cells: [...cells, ...made], dataSets });
  for (const dataSet of tables.slice(0, MOST_PROFILES)) {
    const { id, fileName } = dataSet;
    const given = { title: `Profile of ${titleFromFile(fileName)}`, params: { table: fileName } };
    made.push(newCell(profile, around().cells, newId, given));
    if (tables.length > MOST_ASKED) continue;
    made.push(...questionCells({ notebook: around(), dataSet, columns: added.columns.get(id) ?? [] }, newId));
  }
  return made;
}

function shopCells(newId: () => string): Cell[] {
  return shopAnalyses.map((analysis) => newCell(analysis, [], newId));
}

/** What a notebook asks of its first files: a shop's questions, or what each ordinary table holds. */
export function firstCells(added: Added, newId: () => string): Cell[] {
  const { dataSets } = added;
  const tablesOnly = dataSets.length > 0 && dataSets.every(isTable);
  return tablesOnly ? tableCells({ cells: [], dataSets }, added, newId) : shopCells(newId);
}

/** What an open notebook asks of more files: each table has its cells, a shop among tables its questions. */
export function cellsForMore(notebook: Notebook, added: Added, newId: () => string): Command[] {
  const shop = new Set(shopAnalyses.map(({ name }) => name));
  const asked = analysisCells(notebook.cells);
  const wantsShop =
    added.dataSets.some((dataSet) => !isTable(dataSet)) &&
    notebook.dataSets.every(isTable) &&
    asked.every(({ analysis }) => !shop.has(analysis)) &&
    asked.some(({ analysis }) => analysis === profile.name);
  const first = wantsShop ? shopCells(newId) : [];
  const cells = [...first, ...notebook.cells];
  const last = tableCells({ cells, dataSets: [...notebook.dataSets, ...added.dataSets] }, added, newId);
  return [
    ...first.map((cell, index): Command => ({ type: "insert-cell", cell, index })),
    ...last.map((cell, at): Command => ({ type: "insert-cell", cell, index: cells.length + at })),
  ];
}
