import { analysisNamed } from "@/lib/analyses/registry";
import type { AnalysisCell, Asking, SqlCell } from "@/lib/notebook/notebook";

/** An analysis as a query to be changed by hand: its SQL, its parameters by name, and the way back. */
export function ownSql({ id, name, title, collapsed, analysis, params, inputs }: AnalysisCell): SqlCell {
  const sql = analysisNamed(analysis).query.text.trim();
  return {
    id,
    kind: "sql",
    name,
    title,
    collapsed,
    sql,
    ran: null,
    origin: { analysis, params, inputs },
    codeShown: true,
  };
}

/** The analysis a query was, with its parameters as they are now. */
export function backToOriginal({ id, name, title, collapsed, origin }: SqlCell & { origin: Asking }): AnalysisCell {
  return { id, kind: "analysis", name, title, collapsed, ...origin, codeShown: false };
}
