"use client";

import { ExplanationView } from "@/components/explain/explanation-view";
import { Banner } from "@/components/ui/banner";
import { cn } from "@/components/ui/cn";
import type { ExplainSubject } from "@/lib/workbench/explain-subject";
import { goToMetric } from "./go-to-metric";
import { SignIn } from "./sign-in";
import { useExplainState, useExplanation, useIsOld } from "./use-explanation";
import { useWorkbenchHandle } from "./use-workbench";

interface ExplanationProps {
  subject: ExplainSubject;
  /** "Best sellers". */
  of: string;
  className?: string;
}

/** The explanation of a notebook, a cell or an insight, where there is one. */
export function Explanation({ subject, of, className }: ExplanationProps) {
  const { act } = useWorkbenchHandle();
  const { kept, writing, problem } = useExplanation(subject);
  const isOld = useIsOld(subject, writing ? null : kept);
  const service = useExplainState((state) => state.service);
  if (problem && !writing) {
    return (
      <Banner tone="info" message={problem.message} hint={problem.hint} className={cn("max-w-[72ch]", className)} />
    );
  }
  if (!kept && !writing) return null;
  const ai = service?.ai ?? null;
  const isGuest = service !== null && service.ways.length > 0 && service.user === null;
  const could = ai !== null && (kept?.by?.model !== ai.model || kept.by.promptVersion !== ai.promptVersion);
  const again = isOld || could || kept?.whole === false || (service === null && kept?.note !== null);
  return (
    <ExplanationView
      title={`Explanation of ${of}`}
      sentences={writing ?? kept?.sentences ?? []}
      kept={writing ? null : kept}
      isOld={isOld}
      onMetric={(metric) => act((on) => goToMetric(on, metric))}
      onStop={() => act((on) => on.explainer.stop(subject))}
      onRemove={() => act((on) => on.explainer.remove(subject))}
      onAgain={again ? () => act((on) => on.explainer.explain(subject)) : undefined}
      onPreview={ai && !isGuest ? () => act((on) => on.explainer.preview(subject, true)) : undefined}
      className={className}
    >
      {kept && !kept.by && isGuest ? <SignIn className="mt-2" /> : null}
    </ExplanationView>
  );
}
