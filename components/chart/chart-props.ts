import type { Chart } from "@/lib/query/chart";
import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";

/** What every kind of chart is drawn from. */
export interface ChartData<Type extends Chart["type"] = Chart["type"]> {
  chart: Extract<Chart, { type: Type }>;
  columns: readonly Column[];
  rows: readonly Row[];
  format: Format;
}

/** The room a chart has, in pixels, and the point that is being read, as `chartPoints` counts them. */
export interface Drawing {
  width: number;
  height: number;
  active: number | null;
}

export type DrawnProps<Type extends Chart["type"]> = ChartData<Type> & Drawing;
