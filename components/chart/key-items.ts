import { columnNamed } from "./cell-values";
import type { ChartData } from "./chart-props";
import { groupLook } from "./group-look";
import { linePoints } from "./line-points";
import { INDEX_KEY, PART_KEY } from "./map-shades";
import { scatterPoints } from "./scatter-points";

/** How a part of a chart looks, beside its name. */
export type KeyMark =
  | { kind: "shape"; shape: ReturnType<typeof groupLook>["shape"]; fill: string }
  | { kind: "line"; stroke: string; dash: string | null }
  /** Shades from few to many; `from` stands before them. */
  | { kind: "ramp"; fills: readonly string[]; from: string };

export interface KeyItem {
  mark: KeyMark;
  label: string;
  /** A fainter second word. */
  note: string;
}

export const DASH = "4 5";

function lineItems({ chart, columns, rows }: ChartData<"line">): KeyItem[] {
  const points = linePoints(rows, chart);
  const line = (stroke: string, dash: string | null, label: string): KeyItem => ({
    mark: { kind: "line", stroke, dash },
    label,
    note: "",
  });
  return [
    line("var(--series-1)", null, columnNamed(columns, chart.value).label),
    ...(points.some((point) => point.dashed !== null)
      ? [line("var(--series-1)", DASH, chart.open ?? "not complete")]
      : []),
    ...(points.some((point) => point.ghost !== null) ? [line("var(--ghost)", null, chart.against)] : []),
  ];
}

function groupItems({ chart, rows, format }: ChartData<"scatter">): KeyItem[] {
  const points = scatterPoints(rows, chart);
  return [...new Set(points.map((point) => point.group))].map((label, index) => ({
    mark: { kind: "shape", ...groupLook(index) },
    label,
    note: points.filter((point) => point.group === label).length.toLocaleString(format.locale),
  }));
}

/** What a chart's key names; nothing where the chart says it all. */
export function keyItems(data: ChartData): readonly KeyItem[] {
  const { chart } = data;
  const named = (items: KeyItem[]) => (items.length > 1 ? items : []);
  switch (chart.type) {
    case "line":
      return named(lineItems({ ...data, chart }));
    case "scatter":
      return chart.group === null ? [] : named(groupItems({ ...data, chart }));
    case "month-map": {
      const fills = INDEX_KEY.map(({ fill }) => fill);
      return [{ mark: { kind: "ramp", fills, from: "below average" }, label: "above, peaks marked", note: "" }];
    }
    case "heat":
    case "triangle": {
      const fills = PART_KEY.map(({ fill }) => fill);
      const label = chart.type === "heat" && chart.per === "row" ? "more within a row" : "more";
      return [{ mark: { kind: "ramp", fills, from: "less" }, label, note: "" }];
    }
    case "lines":
    case "bars":
    case "bands":
    case "pareto":
    case "waterfall":
      return [];
  }
}
