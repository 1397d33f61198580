interface ChartTipProps {
  title: string;
  lines: readonly { label: string; text: string }[];
}

/** The exact figures under the pointer. */
export function ChartTip({ title, lines }: ChartTipProps) {
  return (
    <div
      data-slot="chart-tip"
      className="max-w-64 rounded-md border border-line bg-sheet px-3 py-2 text-ink text-xs shadow-float"
    >
      <p className="mb-1 font-semibold">{title}</p>
      {lines.map((line) => (
        <p key={line.label} className="flex justify-between gap-4 text-soft">
          {line.label}
          <span className="text-ink">{line.text}</span>
        </p>
      ))}
    </div>
  );
}
