import type { ComponentProps } from "react";

type HistogramProps = Omit<ComponentProps<"svg">, "values"> & {
  /** How many values lie in each step. */
  steps: readonly number[];
  /** What is counted, for who does not see it. */
  label: string;
};

const WIDTH = 120;
const HEIGHT = 34;
const GAP = 1.5;

/** One bar as a path; a step that holds anything is seen. */
function barPath(count: number, most: number, at: number, room: number): string {
  if (count === 0) return "";
  const height = Math.max(1.5, (count / most) * (HEIGHT - 1));
  return `M${at * room + GAP / 2} ${HEIGHT}v${-height}h${room - GAP}v${height}z`;
}

/** A small picture of where values lie, between the smallest and the largest. */
export function Histogram({ steps, label, ...props }: HistogramProps) {
  const most = Math.max(1, ...steps);
  const room = WIDTH / steps.length;
  return (
    <svg
      role="img"
      aria-label={label}
      data-slot="histogram"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      {...props}
    >
      <path d={`M0 ${HEIGHT - 0.25}h${WIDTH}`} stroke="var(--line)" strokeWidth="0.5" />
      <path
        d={steps.map((count, at) => barPath(count, most, at, room)).join("")}
        fill="var(--series-1)"
        fillOpacity="0.82"
      />
    </svg>
  );
}
