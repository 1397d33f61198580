import { furtherAnalyses, shopAnalyses } from "@/lib/analyses/registry";
import { toSay, type Writing } from "@/lib/analyses/say";
import { ask } from "@/lib/analyses/testing/ask";
import type { Engine } from "@/lib/engine/engine";
import type { Insight } from "@/lib/insights/insight";
import { insightsOf } from "@/lib/insights/insights-of";
import { toParams } from "@/lib/query/query";
import type { BriefedCell } from "../cell-metrics";

export interface BriefedShop {
  cells: BriefedCell[];
  insights: readonly Insight[];
  asOf: string | null;
}

/** A cell of every analysis of a shop over the relations that are there, as a page has them. */
export async function briefedShop(engine: Engine, writing: Writing): Promise<BriefedShop> {
  const cells: BriefedCell[] = [];
  let asOf: string | null = null;
  for (const analysis of [...shopAnalyses, ...furtherAnalyses]) {
    const { rows, columns, facts } = await ask(engine, analysis, {}, writing);
    asOf = facts.asOf;
    const params = toParams(analysis.query, {});
    cells.push({ name: analysis.name, analysis: analysis.name, params, result: { rows, columns } });
  }
  const rows = cells.find(({ analysis }) => analysis === "insights")?.result.rows ?? [];
  const { insights } = insightsOf({
    rows,
    lines: { kept: 1500, lines: 1500 },
    thresholds: {},
    states: {},
    today: "2026-07-01",
    say: toSay(writing),
  });
  return { cells, insights, asOf };
}
