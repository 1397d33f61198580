import type { CSSProperties } from "react";
import { columnNamed, numberAt, textAt } from "./cell-values";
import type { ChartData } from "./chart-props";
import { MOST_MAP_ROWS } from "./chart-size";

/** How strong the accent is mixed into the paper, in steps; between them no text colour would be readable in both themes. */
const STEPS = [
  { from: 0.85, percent: 86, text: "var(--paper)" },
  { from: 0.6, percent: 44, text: "var(--ink)" },
  { from: 0.35, percent: 26, text: "var(--ink)" },
  { from: 0.1, percent: 11, text: "var(--ink)" },
] as const;

type Step = (typeof STEPS)[number];

function stepOf(part: number | null): Step | undefined {
  return part === null ? undefined : STEPS.find(({ from }) => part >= from);
}

function cellLook(part: number | null, step: Step | undefined): CSSProperties {
  if (part === null) return {};
  if (!step) return { background: "var(--wash)", color: "var(--faint)" };
  return {
    background: `color-mix(in srgb, var(--series-1) ${step.percent}%, var(--paper))`,
    color: step.text,
  };
}

/** A map of values: a row a line of the result, a column a value, darker the larger; what is unknown stays empty. */
export function HeatMap({ chart, columns, rows, format }: ChartData<"heat">) {
  const drawn = rows.slice(0, MOST_MAP_ROWS);
  const label = columnNamed(columns, chart.label);
  const heads = chart.values.map((name) => columnNamed(columns, name));
  const known = (row: (typeof rows)[number]) => chart.values.map((name) => numberAt(row, name) ?? 0);
  const largest = Math.max(0, ...drawn.flatMap(known));
  const cells = drawn.map((row, place) => {
    const most = chart.per === "row" ? Math.max(0, ...known(row)) : largest;
    return {
      place,
      label: row[chart.label] === null ? textAt(row, chart.label) : format.value(row[chart.label] ?? null, label),
      cells: heads.map((head) => {
        const value = numberAt(row, head.name);
        return {
          name: head.name,
          part: value === null ? null : most > 0 ? value / most : 0,
          short: value === null ? "" : format.short(value, head),
          full: value === null ? "" : `${head.label}: ${format.value(value, head)}`,
        };
      }),
    };
  });
  const narrow = heads.length > 14;
  return (
    <div
      className="grid gap-px text-xs"
      style={{ gridTemplateColumns: `minmax(4.5rem, 8rem) repeat(${heads.length}, minmax(0, 1fr))` }}
    >
      <span />
      {heads.map((head) => (
        <span key={head.name} className="truncate pb-1 text-center text-faint leading-5">
          {head.label.replace(/:00$/, "")}
        </span>
      ))}
      {cells.map((row) => (
        <HeatRow key={row.place} label={row.label} cells={row.cells} narrow={narrow} />
      ))}
    </div>
  );
}

interface HeatRowProps {
  label: string;
  cells: readonly { name: string; part: number | null; short: string; full: string }[];
  /** Too many columns for figures: the colour and the title tell. */
  narrow: boolean;
}

function HeatRow({ label, cells, narrow }: HeatRowProps) {
  return (
    <>
      <span className="truncate pr-3 text-right font-[450] text-ink text-sm leading-[29px]" title={label}>
        {label}
      </span>
      {cells.map((cell) => {
        const step = stepOf(cell.part);
        return (
          <span
            key={cell.name}
            title={cell.full}
            data-shade={step?.percent ?? 0}
            style={cellLook(cell.part, step)}
            className="h-[29px] overflow-hidden text-center leading-[29px]"
          >
            <span className={narrow ? "hidden" : "hidden @2xl:inline"}>{cell.short}</span>
          </span>
        );
      })}
    </>
  );
}
