import { Button } from "@/components/ui/button";
import type { Insight } from "@/lib/insights/insight";
import type { SupportingMetric } from "@/lib/insights/rule";
import type { Column, ValueKind } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function kindOf({ value, unit }: SupportingMetric): ValueKind {
  if (typeof value === "string" && DAY.test(value)) return "date";
  if (typeof value === "string" && unit === "none") return "text";
  return unit === "count" || unit === "rank" ? "integer" : "decimal";
}

function columnOf(metric: SupportingMetric): Column {
  return { name: metric.name, label: metric.label, kind: kindOf(metric), unit: metric.unit, hidden: false };
}

/** The cells an insight rests on, each once. */
export function evidenceCells(insight: Insight): string[] {
  return [...new Set(insight.supportingMetrics.map((metric) => metric.cell))];
}

interface EvidenceListProps {
  insight: Insight;
  format: Format;
  /** The title of a cell, or null where the notebook has none of that name. */
  titleOf: (cell: string) => string | null;
  onEvidence: (cell: string, productId: string | null) => void;
}

/** The numbers behind an insight, each with the cell it came from. */
export function EvidenceList({ insight, format, titleOf, onEvidence }: EvidenceListProps) {
  let place = 0;
  const metrics = insight.supportingMetrics.map((metric) => ({ ...metric, key: place++ }));
  return (
    <dl data-slot="evidence-list" className="flex flex-col gap-0.5">
      {metrics.map((metric) => {
        const title = titleOf(metric.cell);
        return (
          <div key={metric.key} className="flex flex-wrap items-baseline gap-x-3" data-evidence={metric.name}>
            <dt className="min-w-28 @2xl:min-w-36">{metric.label}</dt>
            <dd className="font-[550] text-ink" data-value={metric.value ?? ""}>
              {format.value(metric.value, columnOf(metric))}
            </dd>
            {title === null ? null : (
              <dd className="ml-auto">
                <Button variant="link" size="text" onClick={() => onEvidence(metric.cell, insight.productId)}>
                  {title}
                </Button>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
