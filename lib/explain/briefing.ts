import type { Insight } from "@/lib/insights/insight";
import { addCell, type BriefedCell } from "./cell-metrics";
import { ExplainError } from "./explain-error";
import { addInsight, productNames } from "./insight-metrics";
import { type Origin, toMetricList } from "./metric-list";
import { CAPS, encodePayload, type Payload, payloadSchema } from "./payload";

export interface BriefingSpec {
  /** What is to be explained: the notebook, one of `cells` by name, or one of `insights` by id. */
  subject: { kind: "notebook" } | { kind: "cell"; name: string } | { kind: "insight"; insightId: string };
  /** Every cell that has a result, in the notebook's order. */
  cells: readonly BriefedCell[];
  /** By money at stake, the most first. */
  insights: readonly Insight[];
  /** The notebook's. */
  locale: string;
  currency: string | null;
  asOf: string | null;
  /** True sends P1..Pn in place of names. */
  hideNames: boolean;
}

/** What may leave, and what stays here to put names and links back. */
export interface Briefing {
  payload: Payload;
  /** Byte for byte what is previewed and sent. */
  body: string;
  /** Names as the notebook shows them, by P1..Pn. */
  names: ReadonlyMap<string, string>;
  /** Where each metric is shown, by m1..mn. */
  origins: ReadonlyMap<string, Origin>;
}

/** Rows of each analysis that a notebook is told by. */
const OF_NOTEBOOK: Readonly<Record<string, number>> = {
  overview: 4,
  trends: 4,
  best_sellers: 3,
  revenue_contribution: 3,
  profitability: 3,
  dead_stock: 3,
  inventory_velocity: 2,
  seasonality: 2,
};
const OF_CELL = 8;
const INSIGHTS_OF_NOTEBOOK = 6;

function notThere(what: string): ExplainError {
  return new ExplainError({
    kind: "nothing-to-explain",
    message: `There are no figures of ${what} to explain yet.`,
    hint: "Run it first.",
  });
}

/** The weightiest insight of each rule before second ones, so that few of them say much. */
function variedFirst(insights: readonly Insight[]): Insight[] {
  const isFirst = ({ rule }: Insight, at: number) => insights.findIndex((other) => other.rule === rule) === at;
  return [...insights.filter(isFirst), ...insights.filter((insight, at) => !isFirst(insight, at))];
}

function explained(spec: BriefingSpec, list: ReturnType<typeof toMetricList>): Pick<Payload, "subject" | "insights"> {
  const { subject, cells, insights } = spec;
  const names = productNames(cells);
  const told = (insight: Insight) => addInsight(list, insight, cells, names);
  const overview = cells.filter(({ analysis }) => analysis === "overview");
  if (subject.kind === "insight") {
    const insight = insights.find(({ insightId }) => insightId === subject.insightId);
    if (!insight) throw notThere("this insight");
    const insightTold = told(insight);
    for (const cell of overview) addCell(list, cell, 1);
    return { subject: { kind: "insight", rule: insight.rule }, insights: [insightTold] };
  }
  const open = variedFirst(insights.filter(({ state }) => state === "open"));
  if (subject.kind === "cell") {
    const cell = cells.find(({ name }) => name === subject.name);
    if (!cell) throw notThere("this cell");
    const isInsights = cell.analysis === "insights";
    if (!isInsights) addCell(list, cell, OF_CELL);
    const insightsTold = isInsights ? open.slice(0, INSIGHTS_OF_NOTEBOOK).map(told) : [];
    for (const each of overview) if (each !== cell) addCell(list, each, 1);
    return { subject: { kind: "cell", analysis: cell.analysis }, insights: insightsTold };
  }
  for (const cell of overview) addCell(list, cell, OF_NOTEBOOK.overview ?? 0);
  const insightsTold = open.slice(0, INSIGHTS_OF_NOTEBOOK).map(told);
  for (const cell of cells) if (cell.analysis !== "overview") addCell(list, cell, OF_NOTEBOOK[cell.analysis] ?? 0);
  return { subject: { kind: "notebook" }, insights: insightsTold };
}

/** What an explanation is made from: computed figures, never a row of a file. Throws ExplainError where there are none. */
export function toBriefing(spec: BriefingSpec): Briefing {
  const list = toMetricList();
  const { subject, insights } = explained(spec, list);
  if (list.metrics.length === 0) throw notThere(spec.subject.kind === "notebook" ? "this notebook" : "this cell");
  const payload = payloadSchema.parse({
    version: 1,
    subject,
    locale: spec.locale,
    currency: spec.currency,
    asOf: spec.asOf,
    names: list.names.map((name) => (spec.hideNames ? { ...name, name: null } : name)),
    metrics: list.metrics,
    insights,
  });
  const body = encodePayload(payload);
  if (new TextEncoder().encode(body).length > CAPS.bytes) {
    throw new ExplainError({
      kind: "too-large",
      message: "There are too many figures for one explanation.",
      hint: "Explain one cell instead.",
    });
  }
  return { payload, body, names: list.shownNames, origins: list.origins };
}
