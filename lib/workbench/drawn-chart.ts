import type { ChartCell } from "@/lib/notebook/notebook";
import type { Chart } from "@/lib/query/chart";
import type { Column } from "@/lib/query/column";
import type { Result } from "@/lib/query/result";

const NUMERIC: ReadonlySet<Column["kind"]> = new Set(["integer", "decimal", "double"]);

/** As many bars as are drawn; the table holds the others. */
const MOST_BARS = 30;
/** More groups than this are names of the points. */
const MOST_SHAPES = 4;

/** True for columns a chart can measure. */
export function isNumeric({ kind }: Pick<Column, "kind">): boolean {
  return NUMERIC.has(kind);
}

/**
 * How the result of a chart cell is drawn; null where it cannot be. Its columns are what is across, the group if there
 * is one, and the value: they may still be those of the drawing before.
 */
export function chartOf(
  { drawing }: Pick<ChartCell, "drawing">,
  result: Pick<Result, "columns" | "rows">,
): Chart | null {
  const [x, ...others] = result.columns;
  const value = others.at(-1);
  const group = others.length > 1 ? (others[0]?.name ?? null) : null;
  if (!x || !value || result.rows.length === 0 || !isNumeric(value)) return null;
  const grain = drawing.step !== undefined && x.kind === "date" ? { grain: drawing.step } : {};
  switch (drawing.type) {
    case "bars":
      return { type: "bars", label: x.name, value: value.name, ...(group ? { group } : {}), most: MOST_BARS, ...grain };
    case "line":
      return { type: "lines", x: x.name, value: value.name, group, ...grain };
    case "scatter": {
      if (!isNumeric(x)) return null;
      const shapes = group !== null && valuesOf(result, group) <= MOST_SHAPES;
      return {
        type: "scatter",
        label: shapes ? null : group,
        x: x.name,
        y: value.name,
        group: shapes ? group : null,
      };
    }
  }
}

/** How many values a column has, as far as it matters. */
function valuesOf({ rows }: Pick<Result, "rows">, name: string): number {
  const seen = new Set<unknown>();
  for (const row of rows) {
    seen.add(row[name]);
    if (seen.size > MOST_SHAPES) break;
  }
  return seen.size;
}
