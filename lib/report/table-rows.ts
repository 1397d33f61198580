import type { Row } from "@/lib/query/result";
import type { ReportTable } from "./report";

/** The rows of a frozen table, by column names. */
export function tableRows({ columns, values }: Pick<ReportTable, "columns" | "values">): Row[] {
  const rows = values[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, at) =>
    Object.fromEntries(columns.map(({ name }, column) => [name, values[column]?.[at] ?? null])),
  );
}

/** Which of a table's rows its chart is drawn from, and which stand in it, in their order. */
export function rowsApart(table: Pick<ReportTable, "columns" | "values" | "view">): { drawn: Row[]; seen: Row[] } {
  const rows = tableRows(table);
  const { view } = table;
  if (!view) return { drawn: rows, seen: rows };
  const seen = view.rows.flatMap((place) => {
    const row = rows[place];
    return row ? [row] : [];
  });
  return { drawn: rows.slice(0, view.drawn), seen };
}

/** The row of totals, by column names; null without one. */
export function endingRow({ columns, ending }: Pick<ReportTable, "columns" | "ending">): Row | null {
  return ending && Object.fromEntries(columns.map(({ name }, at) => [name, ending[at] ?? null]));
}
