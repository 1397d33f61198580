import { overviewFigures } from "@/lib/analyses/overview-figures";
import { analysisNamed } from "@/lib/analyses/registry";
import { toSay } from "@/lib/analyses/say";
import type { Insight } from "@/lib/insights/insight";
import { insightsAnswer } from "@/lib/insights/insights-answer";
import { followedInput } from "@/lib/notebook/asked-params";
import type { AnalysisCell, AskingCell, ChartCell, SqlCell } from "@/lib/notebook/notebook";
import type { ReportInsight, ResultCell } from "@/lib/report/report";
import { askedWords } from "./asked-words";
import { neverRun } from "./context";
import { dayFromNow } from "./day-from-now";
import { chartOf } from "./drawn-chart";
import { type FreezeSpec, worldOf } from "./freeze-spec";
import { frozenTable } from "./frozen-table";
import { frozenAnswer, frozenComparison, frozenFigures } from "./frozen-words";
import { cellInsights } from "./notebook-insights";
import { queryContent } from "./query-content";
import { shownParams } from "./shared-inputs";
import { cellContent, shownRun } from "./shown-cell";
import type { CellRun } from "./state";

type Frozen = Omit<ResultCell, "explanation">;

/** A cell that asks, with what the screen shows of its result; without one it says why. */
export function frozenResult(cell: AskingCell, spec: FreezeSpec): Frozen {
  const run = spec.runs[cell.id] ?? neverRun;
  return cell.kind === "analysis" ? frozenAnalysis(cell, run, spec) : frozenQuery(cell, run, spec);
}

/** Why what a cell shows may not be what it asks now. */
function cautionOf({ status, result, problem, reason }: CellRun): string | null {
  if (!result && problem) return `There is no result: ${problem.message}`;
  if (!result) return status === "blocked" ? `This was not computed: it is ${reason}.` : "This was not computed yet.";
  return status === "ok" ? null : "These figures are older than the last change of the notebook.";
}

const BARE = { asked: "", answer: [], comparison: null, notes: [], figures: null, insights: null, chart: null };

function frozenAnalysis(cell: AnalysisCell, run: CellRun, spec: FreezeSpec): Frozen {
  const { name, title } = cell;
  const { notebook, facts, mostRows, now } = spec;
  const analysis = analysisNamed(cell.analysis);
  const params = shownParams(notebook.cells, cell);
  const say = toSay(notebook);
  const shown = { analysis, run: shownRun({ analysis, run, params, facts }), params, facts };
  const content = cellContent(shown, say);
  const common = {
    ...BARE,
    kind: "result" as const,
    name,
    title,
    asking: askingOf(cell, notebook.cells),
    asked: askedWords(analysis, params, worldOf(spec)),
    caution: cautionOf(run),
    table: null,
  };
  const { result } = shown.run;
  if (!content || !result) return common;
  const { answer, notes, comparison, chart, totals } = content;
  const said = { ...common, answer: frozenAnswer(answer), notes: [...notes], comparison: frozenComparison(comparison) };
  if (cell.analysis === "overview") {
    return { ...said, figures: frozenFigures(overviewFigures(result, facts, notebook.locale)) };
  }
  if (cell.analysis === "insights" && result.rows.length > 0) {
    const today = dayFromNow(now);
    const { insights, skipped } = cellInsights({ rows: result.rows, cell, asked: params, notebook, today, say });
    const open = insights.filter(({ state }) => state === "open");
    const shown = open.slice(0, mostRows).map(frozenInsight);
    const more = skipped.map(({ note }) => note);
    return {
      ...said,
      answer: frozenAnswer(insightsAnswer(insights, say)),
      notes: [...more, ...notes],
      insights: { total: open.length, shown },
    };
  }
  if (result.rows.length === 0) return said;
  // A profile has a table of its own kind.
  const seen = cell.analysis === "profile" ? null : (spec.shown?.get(cell.id) ?? null);
  return { ...said, chart, table: frozenTable({ result, chart, totals, most: mostRows, shown: seen }) };
}

function frozenInsight(insight: Insight): ReportInsight {
  const { insightId, category, title, finding, recommendedAction, confidence, moneyAtStake, stake } = insight;
  return {
    id: insightId,
    category,
    title,
    finding: frozenAnswer(finding),
    action: recommendedAction,
    confidence: confidence.level,
    stake: moneyAtStake === null ? null : { amount: moneyAtStake, words: stake },
  };
}

/** A query somebody wrote, or a drawing: its columns and rows, and how they are drawn. */
function frozenQuery(cell: SqlCell | ChartCell, run: CellRun, { notebook, mostRows, shown }: FreezeSpec): Frozen {
  const { name, title } = cell;
  const { result } = run;
  const asking = askingOf(cell, notebook.cells);
  const common = { ...BARE, kind: "result" as const, name, title, asking, caution: cautionOf(run), table: null };
  if (!result) return common;
  const { chart, notes } = queryContent(result, notebook.locale, cell.kind === "chart" ? chartOf(cell, result) : null);
  const seen = shown?.get(cell.id) ?? null;
  return { ...common, notes, chart, table: frozenTable({ result, chart, totals: null, most: mostRows, shown: seen }) };
}

function askingOf(cell: AskingCell, cells: FreezeSpec["notebook"]["cells"]): ResultCell["asking"] {
  switch (cell.kind) {
    case "sql":
      return { kind: "sql", sql: cell.sql };
    case "chart":
      return { kind: "chart", source: cell.source, drawing: cell.drawing };
    default: {
      const followed = Object.keys(cell.inputs).flatMap((param) => {
        const input = followedInput(cells, cell, param);
        return input ? [[param, input.name] as const] : [];
      });
      const { analysis, params } = cell;
      return { kind: "analysis", analysis, params: { ...params }, inputs: Object.fromEntries(followed) };
    }
  }
}
