import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import type { ChangeWords } from "@/lib/analyses/comparison-words";
import type { Figure, OverviewFigures } from "@/lib/analyses/overview-figures";
import type { Format } from "@/lib/query/format";
import { Delta } from "./delta";

type OverviewViewProps = ComponentProps<"div"> & OverviewFigures & { format: Format };

/** The overview: a row of big values, and beneath it the whole data set. */
export function OverviewView({ big, whole, wholeLabel, format, className, ...props }: OverviewViewProps) {
  return (
    <div data-slot="overview" className={className} {...props}>
      {big.length > 0 ? (
        <dl className="grid grid-cols-2 gap-y-5 @2xl:auto-cols-fr @2xl:grid-flow-col @2xl:grid-cols-none @2xl:grid-rows-[auto_auto]">
          {big.map((metric) => (
            <div
              key={metric.metric}
              className="row-span-2 grid min-w-0 grid-rows-subgrid gap-y-0 pr-3 @2xl:border-line @2xl:border-l @2xl:px-4.5 @2xl:first:border-l-0 @2xl:first:pl-0"
            >
              <dt className="self-end text-sm text-soft">{metric.label}</dt>
              <dd className="min-w-0">
                <FigureText metric={metric} format={format} large className="block font-[550] tracking-[-0.02em]" />
                <span className="mt-1 flex flex-wrap gap-x-3">
                  {saidOnce(metric.changes).map((change) => (
                    <Delta
                      key={change.against}
                      percent={change.percent}
                      against={change.against}
                      detail={change.detail}
                      locale={format.locale}
                      lessIsBetter={metric.lessIsBetter ?? false}
                    />
                  ))}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {whole.length > 0 ? (
        <div className={cn(big.length > 0 && "mt-6 border-line border-t pt-3")}>
          <p className="mb-1.5 text-faint text-xs">{wholeLabel}</p>
          <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm @2xl:grid-cols-4">
            {whole.map((metric) => (
              <div key={metric.metric} className="flex flex-wrap items-baseline gap-x-2">
                <dt className="text-soft">{metric.label}</dt>
                <dd className="font-[550]">
                  <FigureText metric={metric} format={format} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </div>
  );
}

/** That nothing can be compared is said once, with every reason. */
function saidOnce(changes: readonly ChangeWords[]): readonly ChangeWords[] {
  const unknown = changes.filter(({ percent }) => percent === null);
  const [first] = unknown;
  if (!first || unknown.length === 1) return changes;
  const detail = unknown.map((change) => change.detail).join(" ");
  return [...changes.filter(({ percent }) => percent !== null), { ...first, detail }];
}

interface FigureTextProps {
  metric: Figure;
  format: Format;
  className?: string;
  /** Cents and grams of large figures are left out where they are set large; `data-value` keeps them. */
  large?: boolean;
}

const FINE_BELOW = 10_000;

/** Long figures are set smaller, so that they stand in one line. */
function sizeOf(text: string): string {
  if (text.length <= 11) return "text-2xl";
  return text.length <= 14 ? "text-xl leading-[1.65]" : "text-base leading-[2.2]";
}

function FigureText({ metric, format, className, large = false }: FigureTextProps) {
  const { unit } = metric.column;
  const rounded = large && (unit === "money" || unit === "quantity") && Math.abs(Number(metric.value)) >= FINE_BELOW;
  const text =
    metric.value === null
      ? "unknown"
      : format.value(metric.value, metric.column, rounded ? 0 : undefined).replace(/^-/, "−");
  return (
    <span
      data-metric={metric.metric}
      data-value={metric.value === null ? "" : String(metric.value)}
      data-period={metric.period ?? undefined}
      className={cn("[overflow-wrap:anywhere]", large && sizeOf(text), className)}
    >
      {metric.value === null ? <span className="text-faint">{text}</span> : text}
    </span>
  );
}
