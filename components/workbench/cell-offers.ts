import type { Facts } from "@/lib/analyses/analysis";
import { furtherAnalyses, shopAnalyses, tableAnalyses } from "@/lib/analyses/registry";
import type { Cell, Notebook } from "@/lib/notebook/notebook";
import { newInputCell, newNoteCell, newSqlCell } from "@/lib/workbench/cell-commands";
import { filterMissing } from "@/lib/workbench/filter-missing";
import { addedAnalysis, FILTER_TITLES, type FilterKind, inputFor } from "@/lib/workbench/shared-inputs";
import type { Workbench } from "@/lib/workbench/workbench";
import { insertCell, newId } from "./cell-commands";
import { chartFor } from "./chart-commands";
import { goToMade } from "./filters";

/** A kind of cell one can add. */
export interface CellOffer {
  /** "sql", "forecast", ...: unique among the offers. */
  id: string;
  heading: string;
  title: string;
  question: string;
  /** Puts such a cell at a place and goes to it. */
  add(on: Workbench, index: number): void;
}

type Make = (notebook: Notebook, before: Cell | undefined) => Cell;

function adding(make: Make): CellOffer["add"] {
  return (on, index) => {
    const { notebook } = on.store.get();
    if (notebook) insertCell(on, make(notebook, notebook.cells[index - 1]), index);
  };
}

/** The first filter of its kind leads every cell; another one is for the queries that name it. */
function addingFilter(input: FilterKind): CellOffer["add"] {
  return (on, index) => {
    const { notebook } = on.store.get();
    if (!notebook) return;
    if (inputFor(notebook.cells, { input })) return insertCell(on, newInputCell(notebook, newId, input), index);
    goToMade(on, on.shareInput({ input }, null));
  };
}

const OWN: readonly CellOffer[] = [
  {
    id: "sql",
    heading: "Your own",
    title: "Query",
    question: "SQL over your data and the results of other cells.",
    add: adding((notebook) => newSqlCell(notebook, newId)),
  },
  {
    id: "note",
    heading: "Your own",
    title: "Note",
    question: "Words between the figures, with headings, lists and links.",
    add: adding((notebook) => newNoteCell(notebook, newId)),
  },
  {
    id: "chart",
    heading: "Your own",
    title: "Chart",
    question: "The result of a cell or a table, drawn as you choose.",
    add(on, index) {
      const before = on.store.get().notebook?.cells[index - 1];
      const chart = chartFor(on, before);
      if (chart) insertCell(on, chart, index);
    },
  },
];

const ASKED: Readonly<Record<FilterKind, string>> = {
  period: "Which days count, for every cell at once?",
  category: "Which category counts, for every cell at once?",
  store: "Which store counts, for every cell at once?",
  product: "Which product counts, for every cell at once?",
};

const VALUES: readonly CellOffer[] = [
  {
    id: "number",
    heading: "Inputs",
    title: "Number",
    question: "A number that queries read by its name, as $number.",
    add: adding((notebook) => newInputCell(notebook, newId, "number")),
  },
  {
    id: "text",
    heading: "Inputs",
    title: "Text",
    question: "A text that queries read by its name, as $text.",
    add: adding((notebook) => newInputCell(notebook, newId, "text")),
  },
];

function filters(facts: Facts | null): CellOffer[] {
  return (Object.keys(FILTER_TITLES) as FilterKind[]).flatMap((input) =>
    filterMissing(input, facts)
      ? []
      : [
          {
            id: input,
            heading: "Inputs",
            title: FILTER_TITLES[input],
            question: ASKED[input],
            add: addingFilter(input),
          },
        ],
  );
}

const ANALYSES = [
  { heading: "More to ask of a shop", analyses: furtherAnalyses },
  { heading: "What a new notebook asks", analyses: shopAnalyses },
  { heading: "Tables", analyses: tableAnalyses },
];

/** Everything one can add to a notebook; filters only where the data can be asked for them. */
export function cellOffers(facts: Facts | null): readonly CellOffer[] {
  const analyses = ANALYSES.flatMap(({ heading, analyses: asked }) =>
    asked.map(
      ({ name, title, question }): CellOffer => ({
        id: name,
        heading,
        title,
        question,
        add(on, index) {
          const { notebook } = on.store.get();
          if (!notebook) return;
          const { command } = addedAnalysis(notebook, name, newId);
          if (command.type === "insert-cell") insertCell(on, command.cell, index);
        },
      }),
    ),
  );
  return [...OWN, ...filters(facts), ...VALUES, ...analyses];
}
