import type { Chart } from "@/lib/query/chart";
import type { Result } from "@/lib/query/result";
import type { CellContent } from "./shown-cell";

/** What a result by itself says: nothing but how much of it is shown. */
export function queryContent({ rows, total }: Result, locale: string, chart: Chart | null = null): CellContent {
  const count = new Intl.NumberFormat(locale);
  const notes =
    total === undefined
      ? []
      : [
          `The first ${count.format(rows.length)} of ${count.format(total)} rows are shown. Cells that read this one and files exported from it have all of them.`,
        ];
  return { answer: [], notes, chart, totals: null, comparison: null };
}
