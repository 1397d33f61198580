import type { CSSProperties } from "react";
import { columnNamed, numberAt, textAt } from "./cell-values";
import type { ChartData } from "./chart-props";
import { MOST_MAP_ROWS } from "./chart-size";
import { monthNames } from "./period-label";

/** How strong a colour is mixed into the paper, in steps; between them no text colour would be readable in both themes. */
const STEPS = [
  { from: 2, colour: "var(--series-1)", percent: 86, text: "var(--paper)" },
  { from: 1.5, colour: "var(--series-1)", percent: 44, text: "var(--ink)" },
  { from: 1.2, colour: "var(--series-1)", percent: 26, text: "var(--ink)" },
  { from: 1.05, colour: "var(--series-1)", percent: 11, text: "var(--ink)" },
  { from: 0.95, colour: "var(--wash)", percent: 100, text: "var(--ink)" },
  { from: 0.8, colour: "var(--series-2)", percent: 9, text: "var(--ink)" },
  { from: 0.5, colour: "var(--series-2)", percent: 20, text: "var(--ink)" },
  { from: Number.NEGATIVE_INFINITY, colour: "var(--series-2)", percent: 36, text: "var(--ink)" },
] as const;

/** Above an average month in the accent, below in the second colour; months of a peak are also bold. */
function cellLook(index: number | null): CSSProperties {
  const step = index === null ? undefined : STEPS.find((candidate) => index >= candidate.from);
  if (index === null || !step) return {};
  return {
    background: `color-mix(in srgb, ${step.colour} ${step.percent}%, var(--paper))`,
    color: step.text,
    fontWeight: index >= 1.2 ? 600 : 400,
  };
}

/** A map of months: a row a product, a column a month. The number says what the colour says. */
export function MonthMap({ chart, columns, rows, format }: ChartData<"month-map">) {
  const [short, narrow] = [monthNames(format.locale, "short"), monthNames(format.locale, "narrow")];
  const months = short.map((_, month) => `${chart.prefix}${String(month + 1).padStart(2, "0")}`);
  const drawn = rows.slice(0, MOST_MAP_ROWS).map((row, place) => ({
    place,
    label: textAt(row, chart.label),
    cells: months.map((name) => {
      const index = numberAt(row, name);
      return { name, index, text: index === null ? "" : format.value(index, columnNamed(columns, name)) };
    }),
  }));
  return (
    <div className="grid grid-cols-[minmax(5.5rem,11rem)_repeat(12,minmax(0,1fr))] gap-px text-xs @2xl:grid-cols-[13rem_repeat(12,minmax(0,1fr))]">
      <span />
      {months.map((name, month) => (
        <span key={name} className="pb-1 text-center text-faint leading-5">
          <span className="@2xl:hidden">{narrow[month]}</span>
          <span className="hidden @2xl:inline">{short[month]}</span>
        </span>
      ))}
      {drawn.map(({ place, label, cells }) => (
        <MapRow key={place} label={label} cells={cells} />
      ))}
    </div>
  );
}

interface MapRowProps {
  label: string;
  cells: readonly { name: string; index: number | null; text: string }[];
}

function MapRow({ label, cells }: MapRowProps) {
  return (
    <>
      <span className="truncate pr-3 text-right font-[450] text-ink text-sm leading-[29px]" title={label}>
        {label}
      </span>
      {cells.map((cell) => (
        <span
          key={cell.name}
          style={cellLook(cell.index)}
          className="h-[29px] overflow-hidden text-center leading-[29px] first:rounded-l-sm last:rounded-r-sm"
        >
          <span className="hidden @2xl:inline">{cell.text}</span>
        </span>
      ))}
    </>
  );
}
