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

/** The same with the room it has, in pixels. */
export type DrawnProps<Type extends Chart["type"]> = ChartData<Type> & { width: number; height: number };
