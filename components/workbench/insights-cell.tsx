"use client";

import { useMemo } from "react";
import { toast } from "sonner";
import { InsightsView } from "@/components/insights/insights-view";
import { insights as analysis } from "@/lib/analyses/insights";
import type { Insight } from "@/lib/insights/insight";
import type { Insights } from "@/lib/insights/insights-of";
import { ruleThresholds, toThresholds } from "@/lib/insights/rules";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { AnalysisCell, Cell, InsightMark } from "@/lib/notebook/notebook";
import { dayFromNow } from "@/lib/workbench/day-from-now";
import type { ExplainSubject } from "@/lib/workbench/explain-subject";
import { Explanation } from "./explanation";
import { useFormat, useSay } from "./use-format";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** The thresholds the cell's own sentence does not say already. */
const THRESHOLDS = ruleThresholds.filter(({ name }) => !(name in analysis.query.params));
const NO_CELLS: readonly Cell[] = [];

/** Insights with what can be done about them. */
export function InsightsCell({ cell, insights }: { cell: AnalysisCell; insights: Insights }) {
  const { act } = useWorkbenchHandle();
  const cells = useWorkbenchState((state) => state.notebook?.cells ?? NO_CELLS);
  const format = useFormat();
  const say = useSay();
  const cellOf = (name: string) => analysisCells(cells).find((other) => other.analysis === name);

  const mark = ({ insightId, title }: Insight, next: InsightMark | null, said: string) =>
    act((on) => {
      on.edit({ type: "set-insight-state", insightId, mark: next });
      toast(`${title}: ${said}.`, { action: { label: "Undo", onClick: () => on.undo() } });
    });

  return (
    <InsightsView
      insights={insights}
      thresholds={THRESHOLDS}
      values={toThresholds(cell.params)}
      say={say}
      format={format}
      titleOf={(name) => cellOf(name)?.title ?? null}
      onThreshold={(name, value) => {
        const { [name]: _, ...kept } = cell.params;
        const params = value === null ? kept : { ...kept, [name]: value };
        act((on) => on.edit({ type: "set-cell-params", id: cell.id, params }));
      }}
      onEvidence={(name) => {
        const found = cellOf(name);
        const section = found && document.getElementById(`cell-${found.name}`);
        section?.scrollIntoView({ block: "start" });
        section?.focus({ preventScroll: true });
      }}
      onExplain={({ insightId }) => act((on) => on.explainer.explain({ kind: "insight", insightId }))}
      explanationOf={({ insightId, title }) => <InsightExplanation insightId={insightId} title={title} />}
      onDone={(insight) => mark(insight, { state: "done", until: null }, "done")}
      onSnooze={(insight, days) => {
        const until = dayFromNow(Date.now(), days);
        mark(insight, { state: "snoozed", until }, `snoozed until ${say.date(until)}`);
      }}
      onDismiss={(insight) => mark(insight, { state: "dismissed", until: null }, "dismissed")}
      onReopen={(insight) => mark(insight, null, "open again")}
    />
  );
}

/** The explanation of one insight. */
function InsightExplanation({ insightId, title }: { insightId: string; title: string }) {
  const subject = useMemo((): ExplainSubject => ({ kind: "insight", insightId }), [insightId]);
  return <Explanation subject={subject} of={title} className="mt-3 mb-1" />;
}
