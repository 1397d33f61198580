import type { ComponentProps } from "react";
import type { Incomparable } from "@/lib/analyses/comparable";
import type { ComparisonWords } from "@/lib/analyses/comparison-words";
import type { Format } from "@/lib/query/format";
import { Delta } from "./delta";

type ComparisonLineProps = ComponentProps<"p"> & { comparison: ComparisonWords | Incomparable; format: Format };

/** What became of the answer's figure since the period before; or, quietly, that nothing can be compared and why. */
export function ComparisonLine({ comparison, format, ...props }: ComparisonLineProps) {
  if ("reason" in comparison) {
    return (
      <p data-slot="comparison" className="mt-1.5 text-faint text-xs" title={comparison.reason} {...props}>
        <span aria-hidden="true">nothing to compare</span>
        <span className="sr-only">{comparison.reason}</span>
      </p>
    );
  }
  const { measure, label, value, column, changes, lessIsBetter } = comparison;
  return (
    <p data-slot="comparison" className="mt-1.5 flex flex-wrap items-baseline gap-x-3 text-soft text-sm" {...props}>
      <span>
        {label}{" "}
        <span data-compared={measure} data-value={value ?? ""} className="font-[550] text-ink">
          {value === null ? "unknown" : format.value(value, column)}
        </span>
      </span>
      {changes.map(({ percent, against, detail }) => (
        <Delta
          key={against}
          percent={percent}
          against={against}
          detail={detail}
          locale={format.locale}
          lessIsBetter={lessIsBetter}
        />
      ))}
    </p>
  );
}
