import type { Facts } from "@/lib/analyses/analysis";
import { valueWords } from "@/lib/analyses/value-words";
import type { Explanation } from "@/lib/notebook/explanation";
import type { Cell, DataSet, Notebook } from "@/lib/notebook/notebook";
import type { Report, ReportCell, ReportExplanation, ReportSource } from "@/lib/report/report";
import { dayFromNow } from "./day-from-now";
import { type FreezeSpec, worldOf } from "./freeze-spec";
import { frozenResult } from "./frozen-result";
import { inputParam } from "./input-param";
import { notebookLede } from "./notebook-lede";
import { shownLedger } from "./shown-ledger";

/** A notebook as it is seen now, in one value that needs nothing else to be read. */
export function frozenReport(spec: FreezeSpec): Report {
  const { notebook, facts, now } = spec;
  const { title, locale, currency, dataSets } = notebook;
  return {
    title,
    locale,
    currency,
    asOf: facts.asOf,
    madeAt: now,
    madeOn: dayFromNow(now),
    lede: ledeOf(notebook, facts),
    explanation: frozenExplanation(notebook.explanations.notebook),
    sources: dataSets.map(sourceOf),
    cells: notebook.cells.map((cell) => frozenCell(cell, spec)),
  };
}

function frozenCell(cell: Cell, spec: FreezeSpec): ReportCell {
  const { name, title } = cell;
  const { notebook } = spec;
  switch (cell.kind) {
    case "note":
      return { kind: "note", name, title, text: cell.text };
    case "input": {
      const { input, value } = cell;
      const words = valueWords(inputParam(notebook.cells, cell), value, worldOf(spec));
      return { kind: "input", name, title, input, value, words };
    }
    default: {
      const explanation = frozenExplanation(notebook.explanations[`cell ${cell.id}`]);
      return { ...frozenResult(cell, spec), explanation };
    }
  }
}

/** An explanation as plain sentences; every number in it was checked when it was written. */
function frozenExplanation(kept: Explanation | undefined): ReportExplanation | null {
  if (!kept || kept.sentences.length === 0) return null;
  return {
    sentences: kept.sentences.map(({ part, pieces }) => ({ part, text: pieces.map(({ text }) => text).join("") })),
    by: kept.by ? `Written by ${kept.by.model}, every number computed and checked.` : "Written from rules.",
  };
}

function ledeOf(notebook: Notebook, facts: Facts): string {
  const lede = notebookLede(notebook, facts);
  if (!lede) return "";
  const counted = lede.aside === null ? lede.counted : `${lede.counted}${lede.aside}.`;
  return [lede.span, counted, lede.currencies].filter(Boolean).join(" ");
}

function sourceOf(dataSet: DataSet): ReportSource {
  const { lines, kept, rejected, excluded, warnings } = shownLedger(dataSet);
  const { fileName, readAs } = dataSet;
  return { fileName, readAs, lines, kept, rejected, excluded, warnings: warnings.map(({ sentence }) => sentence) };
}
