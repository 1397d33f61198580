import { CategorySign } from "@/components/result/category-sign";
import { ConfidenceMark } from "@/components/result/confidence-mark";
import type { Say } from "@/lib/analyses/analysis";
import type { ReportInsight } from "@/lib/report/report";

interface ReportInsightsProps {
  insights: readonly ReportInsight[];
  total: number;
  say: Say;
}

/** Insights by money at stake, to be read. */
export function ReportInsights({ insights, total, say }: ReportInsightsProps) {
  return (
    <div data-slot="insights">
      {insights.map((insight) => (
        <Insight key={insight.id} insight={insight} say={say} />
      ))}
      {insights.length < total ? (
        <p className="mt-2 text-faint text-xs">
          {`The first ${say.count(insights.length)} of ${say.count(total)} insights, by money at stake.`}
        </p>
      ) : null}
    </div>
  );
}

function Insight({ insight, say }: { insight: ReportInsight; say: Say }) {
  const { id, category, title, finding, action, confidence, stake } = insight;
  const pieces = finding.map((span, at) => ({ ...span, key: `${at}` }));
  return (
    <article
      aria-label={title}
      data-insight={id}
      data-category={category}
      data-confidence={confidence}
      className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 border-line border-t py-3 first:border-t-0 @2xl:grid-cols-[1.5rem_minmax(0,1fr)_8.5rem_5.5rem]"
    >
      <CategorySign category={category} className="pt-0.5" />
      <div className="min-w-0">
        <h3 className="font-semibold text-base [overflow-wrap:anywhere]">{title}</h3>
        <p className="max-w-[62ch] text-base text-soft [overflow-wrap:anywhere]">
          {pieces.map(({ key, text, strong }) =>
            strong ? (
              <strong key={key} className="font-[550] text-ink">
                {text}
              </strong>
            ) : (
              text
            ),
          )}{" "}
          {action}
        </p>
      </div>
      <div className="col-start-2 mt-1.5 flex flex-wrap items-baseline gap-x-4 gap-y-1 @2xl:contents">
        <p className="text-right text-base leading-tight @max-2xl:flex @max-2xl:items-baseline @max-2xl:gap-x-1.5">
          {stake ? (
            <>
              <span className="font-[550]" data-stake="" data-value={stake.amount}>
                {say.moneyShort(stake.amount)}
              </span>
              <span className="block text-faint text-xs">{stake.words}</span>
            </>
          ) : null}
        </p>
        <ConfidenceMark level={confidence} className="justify-end self-start pt-0.5" />
      </div>
    </article>
  );
}
