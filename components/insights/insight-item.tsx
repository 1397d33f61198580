import { type ReactNode, useId, useState } from "react";
import { CategorySign } from "@/components/result/category-sign";
import { ConfidenceMark, ConfidenceParts } from "@/components/result/confidence-mark";
import { STATE_WORDS } from "@/components/result/insight-words";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Say } from "@/lib/analyses/analysis";
import type { Insight } from "@/lib/insights/insight";
import type { Format } from "@/lib/query/format";
import { EvidenceList, evidenceCells } from "./evidence-list";
import { InsightActions, type InsightActs } from "./insight-actions";

export interface InsightItemProps extends InsightActs {
  insight: Insight;
  say: Say;
  format: Format;
  /** The title of a cell, or null where the notebook has none of that name. */
  titleOf: (cell: string) => string | null;
  onEvidence: (cell: string, productId: string | null) => void;
  onExplain: (insight: Insight) => void;
  /** The explanation of an insight, where there is one. */
  explanationOf: (insight: Insight) => ReactNode;
}

/** The words of a state: "Snoozed until 8 July 2026". */
function stateWords({ state, until }: Insight, say: Say): string | null {
  if (state === "open") return null;
  return until === null ? STATE_WORDS[state] : `${STATE_WORDS[state]} until ${say.date(until)}`;
}

/** One insight: the fact, what to do, the sum at stake and how far to trust it. */
export function InsightItem({
  insight,
  say,
  format,
  titleOf,
  onEvidence,
  onExplain,
  explanationOf,
  ...acts
}: InsightItemProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const state = stateWords(insight, say);
  const [cell] = evidenceCells(insight).filter((name) => titleOf(name) !== null);
  return (
    <article
      aria-labelledby={`${id}-title`}
      data-insight={insight.insightId}
      data-category={insight.category}
      data-confidence={insight.confidence.level}
      data-state={insight.state}
      className="group/insight grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 border-line border-t py-3 @2xl:grid-cols-[1.5rem_minmax(0,1fr)_8.5rem_5.5rem]"
    >
      <CategorySign category={insight.category} className="pt-0.5" />
      <div className="min-w-0">
        <h3 id={`${id}-title`} className={cn("font-semibold text-base [overflow-wrap:anywhere]", state && "text-soft")}>
          {insight.title}
        </h3>
        <p className="max-w-[62ch] text-base text-soft [overflow-wrap:anywhere]">
          <Finding insight={insight} /> {insight.recommendedAction}
        </p>
        {state ? <p className="text-faint text-sm">{state}</p> : null}
      </div>
      <div className="col-start-2 mt-1.5 flex flex-wrap items-baseline gap-x-4 gap-y-1 @2xl:contents">
        <p className="text-right text-base leading-tight @max-2xl:flex @max-2xl:items-baseline @max-2xl:gap-x-1.5">
          {insight.moneyAtStake === null ? null : (
            <>
              <span className="font-[550]" data-stake="" data-value={insight.moneyAtStake}>
                {say.moneyShort(insight.moneyAtStake)}
              </span>
              <span className="block text-faint text-xs">{insight.stake}</span>
            </>
          )}
        </p>
        <ConfidenceMark level={insight.confidence.level} className="justify-end self-start pt-0.5" />
      </div>
      <div data-screen-only="" className="col-start-2 -ml-2 mt-1 flex flex-wrap items-center gap-x-0.5 @2xl:col-end-5">
        <Button
          variant="soft"
          size="sm"
          aria-expanded={open}
          aria-controls={`${id}-why`}
          aria-label={`Why: ${insight.title}`}
          onClick={() => setOpen(!open)}
        >
          Why
        </Button>
        <Button variant="soft" size="sm" aria-label={`Explain: ${insight.title}`} onClick={() => onExplain(insight)}>
          Explain
        </Button>
        {cell === undefined ? null : (
          <Button variant="soft" size="sm" onClick={() => onEvidence(cell, insight.productId)}>
            <span className="sr-only">See </span>
            {titleOf(cell)}
          </Button>
        )}
        <span className="flex flex-wrap items-center gap-x-0.5 opacity-0 transition-opacity focus-within:opacity-100 group-focus-within/insight:opacity-100 group-hover/insight:opacity-100 pointer-coarse:opacity-100 has-data-[state=open]:opacity-100">
          <InsightActions insight={insight} {...acts} />
        </span>
      </div>
      <div
        id={`${id}-why`}
        hidden={!open}
        className="col-start-2 mt-2 flex max-w-[40rem] flex-col gap-3 border-line border-l-2 pl-3 text-sm text-soft @2xl:col-end-5"
      >
        <EvidenceList insight={insight} format={format} titleOf={titleOf} onEvidence={onEvidence} />
        <ConfidenceParts confidence={insight.confidence} />
      </div>
      <div className="col-start-2 @2xl:col-end-5">{explanationOf(insight)}</div>
    </article>
  );
}

/** The sentence with its decisive words. */
function Finding({ insight }: { insight: Insight }) {
  let place = 0;
  const pieces = insight.finding.map((span) => ({ ...span, key: place++ }));
  return pieces.map((span) =>
    span.strong ? (
      <strong key={span.key} className="font-[550] text-ink">
        {span.text}
      </strong>
    ) : (
      span.text
    ),
  );
}
