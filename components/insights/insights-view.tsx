import { type ComponentProps, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Empty, EmptyDescription, EmptyTitle } from "@/components/ui/empty";
import { ScrollArea } from "@/components/ui/scroll-area";
import { WordSelect } from "@/components/ui/select";
import type { Insights } from "@/lib/insights/insights-of";
import type { InsightActs } from "./insight-actions";
import { CATEGORY_CHOICES, CONFIDENCE_CHOICES, EVERYTHING, shownInsights } from "./insight-filter";
import { InsightItem, type InsightItemProps } from "./insight-item";
import { type RuleThreshold, ThresholdPanel } from "./threshold-panel";

type InsightsViewProps = Omit<ComponentProps<"div">, "children"> &
  InsightActs &
  Pick<InsightItemProps, "say" | "format" | "titleOf" | "onEvidence" | "onExplain" | "explanationOf"> & {
    insights: Insights;
    /** The thresholds a person may change here. */
    thresholds: readonly RuleThreshold[];
    /** Complete values by name. */
    values: Readonly<Record<string, number>>;
    /** `null` goes back to the default. */
    onThreshold: (name: string, value: number | null) => void;
  };

/** Insights by money at stake, with a filter, their thresholds and what was put away. */
export function InsightsView(props: InsightsViewProps) {
  const { insights, thresholds, values, onThreshold, say, format, titleOf, onEvidence, className, ...rest } = props;
  const { onDone, onSnooze, onDismiss, onReopen, onExplain, explanationOf, ...others } = rest;
  const [filter, setFilter] = useState(EVERYTHING);
  const [panel, setPanel] = useState(false);
  const count = useRef<HTMLParagraphElement>(null);
  const shown = shownInsights(insights.insights, filter);
  const open = insights.insights.filter((insight) => insight.state === "open").length;
  const away = insights.insights.length - open;

  /** The insight leaves the list with its buttons; the focus stays here. */
  function leaving<Rest extends unknown[]>(act: (...args: Rest) => void) {
    return (...args: Rest) => {
      act(...args);
      count.current?.focus();
    };
  }

  return (
    <div data-slot="insights" className={cn("text-base", className)} {...others}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-soft leading-[1.9]" data-screen-only="">
        <p>
          Show{" "}
          <WordSelect
            aria-label="Kind of insight"
            data-filter="category"
            value={filter.category}
            choices={CATEGORY_CHOICES}
            onValueChange={(category) => setFilter({ ...filter, category })}
          />{" "}
          of{" "}
          <WordSelect
            aria-label="Confidence"
            data-filter="confidence"
            value={filter.confidence}
            choices={CONFIDENCE_CHOICES}
            onValueChange={(confidence) => setFilter({ ...filter, confidence })}
          />
        </p>
        {away > 0 ? (
          <Button variant="link" size="text" onClick={() => setFilter({ ...filter, putAway: !filter.putAway })}>
            {filter.putAway ? "Hide what was put away" : `Show ${say.count(away)} put away`}
          </Button>
        ) : null}
        <Button variant="link" size="text" aria-expanded={panel} onClick={() => setPanel(!panel)}>
          Thresholds
        </Button>
        <p ref={count} role="status" tabIndex={-1} className="ml-auto text-faint text-sm outline-none">
          {shown.length === open && !filter.putAway
            ? `${say.count(open)} open, by money at stake`
            : `${say.count(shown.length)} of ${say.count(insights.insights.length)} shown, by money at stake`}
        </p>
      </div>
      {panel ? <ThresholdPanel thresholds={thresholds} values={values} onThreshold={onThreshold} /> : null}
      {shown.length === 0 ? (
        <Nothing found={insights.insights.length} />
      ) : (
        <ScrollArea label="Insights" className="mt-2 max-h-[46rem] border-line border-b print:max-h-none">
          {shown.map((insight) => (
            <InsightItem
              key={insight.insightId}
              insight={insight}
              say={say}
              format={format}
              titleOf={titleOf}
              onEvidence={onEvidence}
              onExplain={onExplain}
              explanationOf={explanationOf}
              onDone={leaving(onDone)}
              onSnooze={leaving(onSnooze)}
              onDismiss={leaving(onDismiss)}
              onReopen={leaving(onReopen)}
            />
          ))}
        </ScrollArea>
      )}
      {insights.skipped.length > 0 ? (
        <ul data-slot="skipped-rules" className="mt-3 flex flex-col gap-1 text-sm text-warn">
          {insights.skipped.map(({ rule, note }) => (
            <li key={rule} data-rule={rule} className="border-warn border-l-2 pl-3">
              {note}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Nothing({ found }: { found: number }) {
  return (
    <Empty className="mt-3">
      <EmptyTitle>{found === 0 ? "No rule found anything." : "Nothing to show for this choice."}</EmptyTitle>
      <EmptyDescription>
        {found === 0
          ? "Either all is well, or the data does not tell: the notes below say what is missing."
          : "Choose all kinds of any confidence, or show what was put away."}
      </EmptyDescription>
    </Empty>
  );
}
