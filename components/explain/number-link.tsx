import { Tip } from "@/components/ui/tip";
import type { ExplainedMetric } from "@/lib/notebook/explanation";

interface NumberLinkProps {
  text: string;
  metrics: readonly ExplainedMetric[];
  onMetric: (metric: ExplainedMetric) => void;
}

/** A number of an explanation: its figures in full while it is pointed at, and the way to where they are shown. */
export function NumberLink({ text, metrics, onMetric }: NumberLinkProps) {
  const [first] = metrics;
  if (!first) return text;
  return (
    <Tip content={<Figures metrics={metrics} />}>
      <button
        type="button"
        data-number=""
        data-from={metrics.map(({ cell, column }) => `${cell}.${column}`).join(" ")}
        onClick={() => onMetric(first)}
        className="rounded-sm font-[550] text-[length:inherit] underline decoration-[color-mix(in_srgb,var(--accent)_55%,transparent)] decoration-1 underline-offset-3 hover:text-accent hover:decoration-2"
      >
        {text}
      </button>
    </Tip>
  );
}

function Figures({ metrics }: Pick<NumberLinkProps, "metrics">) {
  return (
    <span className="flex flex-col gap-1.5">
      {metrics.map((metric) => (
        <span key={`${metric.cell} ${metric.column} ${metric.row} ${metric.of}`} className="block">
          <span className="flex justify-between gap-4">
            <span className="text-soft">{metric.label}</span>
            <span className="font-[550] tabular-nums">{metric.value}</span>
          </span>
          <span className="block text-soft [overflow-wrap:anywhere]">
            {[metric.of, metric.period ?? "all of the data"].filter(Boolean).join(", ")}
            {" · "}
            <code className="font-mono">{metric.cell}</code>
          </span>
        </span>
      ))}
    </span>
  );
}
