import type { ReactNode } from "react";
import { AnswerLine } from "@/components/result/answer-line";
import { ComparisonLine } from "@/components/result/comparison-line";
import { ResultView } from "@/components/result/result-view";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Empty, EmptyDescription, EmptyTitle } from "@/components/ui/empty";
import type { Facts, Phrase } from "@/lib/analyses/analysis";
import type { Cell } from "@/lib/notebook/notebook";
import type { Format } from "@/lib/query/format";
import type { ParamValue } from "@/lib/query/param";
import type { CellContent } from "@/lib/workbench/shown-cell";
import type { CellRun, CellStatus } from "@/lib/workbench/state";
import { type CellActions, CellHeader, type Shareable } from "./cell-header";
import type { Followed } from "./followed-word";
import type { ControlParam } from "./param-control";
import { ParamSentence } from "./param-sentence";
import type { ProductNames } from "./param-word";
import { CellSkeleton, type SkeletonShape } from "./skeleton";

interface CellViewProps extends CellActions {
  cell: Cell;
  run: CellRun;
  /** null until there is a result. */
  content: CellContent | null;
  phrase: Phrase;
  params: Readonly<Record<string, ControlParam>>;
  /** Complete values of every parameter. */
  values: Readonly<Record<string, ParamValue>>;
  facts: Facts | null;
  format: Format;
  products: ProductNames;
  /** Parameters that follow an input of the notebook, by name. */
  followed?: Readonly<Record<string, Followed>>;
  /** Parameters other cells have too. */
  shareable?: readonly Shareable[];
  onParam: (name: string, value: ParamValue) => void;
  /** Instead of chart and table: the overview's big values. */
  body?: ReactNode;
  /** Buttons of this kind of cell alone, before the others and behind them. */
  first?: ReactNode;
  last?: ReactNode;
  /** The query behind it, below what is asked. */
  code?: ReactNode;
  /** Why the figures are as they are, in words; below what is asked. */
  explanation?: ReactNode;
  /** The shape shown until the first result. */
  shape?: SkeletonShape;
  className?: string;
}

/** A result that stays although the last run came to none; that it is stale or edited is said in the margin. */
const EARLIER: Readonly<Partial<Record<CellStatus, string>>> = {
  error: "The result below is from before it failed.",
  blocked: "The result below is from before it was blocked.",
  cancelled: "The result below is from before it was cancelled.",
};

/** One cell: it speaks first, then shows its parameters as a sentence, its chart and its table. */
export function CellView(props: CellViewProps) {
  const { cell, run, content, phrase, params, values, facts, format, products, followed, shareable, ...more } = props;
  const { onParam, body, code, explanation, shape, className, ...actions } = more;
  const titleId = `title-${cell.id}`;
  const busy = run.status === "running" || run.status === "queued";
  const failed = run.status === "error" && run.problem !== null;
  const asks = phrase.length > 0 || Object.keys(params).length > 0;
  return (
    <section
      id={`cell-${cell.name}`}
      aria-labelledby={titleId}
      aria-busy={busy}
      tabIndex={-1}
      data-slot="cell"
      data-cell={cell.name}
      data-status={run.status}
      data-collapsed={cell.collapsed || undefined}
      className={cn(
        "group/cell @container relative scroll-mt-16 border-line border-t pt-5.5 pb-8 outline-none [header+&]:border-t-0 [header+&]:pt-0 data-collapsed:pb-5.5",
        className,
      )}
    >
      {run.status === "running" ? (
        <span aria-hidden="true" className="absolute inset-x-0 -top-px h-px animate-pulse bg-accent" />
      ) : null}
      <CellHeader cell={cell} run={run} titleId={titleId} shareable={shareable} {...actions} />
      {cell.collapsed ? (
        <Collapsed content={content} onExpand={() => actions.onCollapse(false)} />
      ) : (
        <div className="mt-1">
          {content ? <AnswerLine answer={content.answer} /> : null}
          {content?.comparison ? <ComparisonLine comparison={content.comparison} format={format} /> : null}
          {asks ? (
            <ParamSentence
              phrase={phrase}
              params={params}
              values={values}
              facts={facts}
              locale={format.locale}
              products={products}
              {...(followed ? { followed } : {})}
              onParam={onParam}
              className="mt-2"
            />
          ) : null}
          {code}
          {explanation}
          {failed && run.problem ? (
            <Banner tone="error" message={run.problem.message} hint={run.problem.hint} className="mt-3">
              <Button variant="outline" size="sm" onClick={actions.onRun}>
                Retry
              </Button>
            </Banner>
          ) : null}
          {run.result && content && EARLIER[run.status] ? (
            <p data-slot="earlier" className="mt-3 text-soft text-sm">
              {EARLIER[run.status]}
            </p>
          ) : null}
          <div className="mt-3.5">
            {run.result && content ? (
              (body ??
              (run.result.rows.length === 0 ? (
                <NothingToShow content={content} asks={cell.kind === "analysis"} />
              ) : (
                <ResultView
                  title={cell.title}
                  result={run.result}
                  chart={content.chart}
                  totals={content.totals}
                  format={format}
                />
              )))
            ) : failed || (!busy && cell.kind !== "analysis") ? null : (
              <CellSkeleton shape={shape ?? "bars"} />
            )}
          </div>
          {content && (body || run.result?.rows.length !== 0) ? <Notes notes={content.notes} /> : null}
        </div>
      )}
    </section>
  );
}

/**
 * A result without rows: what is missing and what to add. Where nothing is missing the answer says all there is to say,
 * and without one at least that these settings, or the text of a query, leave nothing.
 */
function NothingToShow({ content: { answer, notes }, asks }: { content: CellContent; asks: boolean }) {
  if (answer.length > 0 && notes.length === 0) return null;
  const nothing = asks ? "Nothing to show for these settings." : "It ran, and there are no rows.";
  return (
    <Empty>
      {notes.length === 0 ? <EmptyTitle>{nothing}</EmptyTitle> : null}
      {notes.map((note) => (
        <EmptyDescription key={note}>{note}</EmptyDescription>
      ))}
    </Empty>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul data-slot="cell-notes" className="mt-4 flex max-w-[72ch] flex-col gap-1 text-soft text-sm">
      {notes.map((note) => (
        <li key={note} className="border-line border-l-2 pl-3">
          {note}
        </li>
      ))}
    </ul>
  );
}

function Collapsed({ content, onExpand }: { content: CellContent | null; onExpand: () => void }) {
  return (
    <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3 text-base text-soft">
      {content && content.answer.length > 0 ? (
        <span data-answer="">{content.answer.map((span) => span.text).join("")}</span>
      ) : null}
      <Button variant="link" size="text" onClick={onExpand} aria-expanded={false}>
        Show
      </Button>
    </p>
  );
}
