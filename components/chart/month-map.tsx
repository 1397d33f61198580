import type { CSSProperties } from "react";
import { columnNamed, numberAt, textAt } from "./cell-values";
import type { ChartData } from "./chart-props";
import { MOST_MAP_ROWS } from "./chart-size";
import { monthNames } from "./period-label";

/** Above an average month in the accent, below in the second colour, as strong as it is far. */
function cellLook(index: number | null): CSSProperties {
  if (index === null) return {};
  const far = Math.min(1, Math.abs(index - 1) / (index > 1 ? 1.2 : 0.8));
  const colour = index > 1 ? "var(--series-1)" : "var(--series-2)";
  const strong = index > 1 && far > 0.62;
  return {
    background: `color-mix(in srgb, ${colour} ${Math.round(4 + far * (index > 1 ? 84 : 34))}%, var(--paper))`,
    color: strong ? "var(--paper)" : "var(--ink)",
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
