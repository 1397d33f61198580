import type { Chart } from "@/lib/query/chart";
import type { Row } from "@/lib/query/result";
import { groupLook } from "./group-look";
import { scatterPoints } from "./scatter-points";

const OUTLINES = {
  circle: "M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9",
  diamond: "M8 2.5 12.5 8 8 13.5 3.5 8z",
  triangle: "M8 3.5 13 12H3z",
  square: "M4 4h8v8H4z",
};

interface GroupKeyProps {
  chart: Extract<Chart, { type: "scatter" }>;
  rows: readonly Row[];
}

/** The groups of a scatter chart with their shape and how many points each has. */
export function GroupKey({ chart, rows }: GroupKeyProps) {
  const points = scatterPoints(rows, chart);
  const groups = [...new Set(points.map((point) => point.group))];
  if (groups.length < 2) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-soft text-xs">
      {groups.map((group, index) => (
        <li key={group} className="flex items-center gap-1.5">
          <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3.5">
            <path d={OUTLINES[groupLook(index).shape]} fill={groupLook(index).fill} />
          </svg>
          {group}
          <span className="text-faint">{points.filter((point) => point.group === group).length}</span>
        </li>
      ))}
    </ul>
  );
}
