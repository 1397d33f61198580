import { analysisNamed } from "@/lib/analyses/registry";
import { toSay } from "@/lib/analyses/say";
import { type Briefing, toBriefing } from "@/lib/explain/briefing";
import type { BriefedCell } from "@/lib/explain/cell-metrics";
import type { Insight } from "@/lib/insights/insight";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { Notebook } from "@/lib/notebook/notebook";
import { briefedSubject, type ExplainSubject } from "./explain-subject";
import { cellInsights } from "./notebook-insights";
import { hashOf } from "./result-key";
import { shownParams } from "./shared-inputs";
import type { WorkbenchState } from "./state";

/** What the page knows that explanations are made from. */
export interface Known extends Pick<WorkbenchState, "runs" | "facts"> {
  notebook: Notebook;
  /** YYYY-MM-DD. */
  today: string;
}

/** Cells whose result is the one they ask for; what is stale is not explained. */
function briefedCells({ notebook, runs, facts }: Known): BriefedCell[] {
  return analysisCells(notebook.cells).flatMap((cell) => {
    const run = runs[cell.id];
    if (run?.status !== "ok" || !run.result || !facts) return [];
    const { name, analysis } = cell;
    const { columns, rows } = run.result;
    const params = shownParams(notebook.cells, cell);
    // Heads and units as the cell shows them: what a column holds may depend on what is asked.
    const shown = analysisNamed(analysis).columns(columns, rows, facts, params);
    return [{ name, analysis, params, result: { columns: shown, rows } }];
  });
}

function insightsNow({ notebook, runs, today }: Known): readonly Insight[] {
  const cell = analysisCells(notebook.cells).find(({ analysis }) => analysis === "insights");
  const result = cell && runs[cell.id]?.result;
  if (!result || result.rows.length === 0) return [];
  const asked = shownParams(notebook.cells, cell);
  return cellInsights({ rows: result.rows, cell, asked, notebook, today, say: toSay(notebook) }).insights;
}

/** What explains a subject: its figures now, with or without names. Throws ExplainError. */
export function briefingOf(known: Known, subject: ExplainSubject, hideNames: boolean): Briefing {
  const { locale, currency } = known.notebook;
  return toBriefing({
    subject: briefedSubject(subject, known.notebook),
    cells: briefedCells(known),
    insights: insightsNow(known),
    locale,
    currency,
    asOf: known.facts?.asOf ?? null,
    hideNames,
  });
}

/** Changes exactly when the figures, or the names beside them, do. Whether names leave makes no other text. */
export function figuresKey({ payload, names }: Pick<Briefing, "payload" | "names">): string {
  const hidden = payload.names.map((name) => ({ ...name, name: null }));
  return hashOf({ payload: { ...payload, names: hidden }, names: [...names] });
}
