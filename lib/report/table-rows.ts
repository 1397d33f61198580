import type { Row } from "@/lib/query/result";
import type { ReportTable } from "./report";

/** The rows of a frozen table, by column names. */
export function tableRows({ columns, values }: Pick<ReportTable, "columns" | "values">): Row[] {
  const rows = values[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, at) =>
    Object.fromEntries(columns.map(({ name }, column) => [name, values[column]?.[at] ?? null])),
  );
}

/** The row of totals, by column names; null without one. */
export function endingRow({ columns, ending }: Pick<ReportTable, "columns" | "ending">): Row | null {
  return ending && Object.fromEntries(columns.map(({ name }, at) => [name, ending[at] ?? null]));
}
