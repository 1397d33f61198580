import type { Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import type { WrittenShares } from "@/lib/query/shown-parts";
import type { ReportTable } from "./report";

/** The rows of a frozen table, by column names. */
export function tableRows({ columns, values }: Pick<ReportTable, "columns" | "values">): Row[] {
  const rows = values[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, at) =>
    Object.fromEntries(columns.map(({ name }, column) => [name, values[column]?.[at] ?? null])),
  );
}

/** The rows of a frozen table by what they are for. */
export interface RowsApart {
  /** Those its chart is drawn from. */
  drawn: Row[];
  /** Those that stand in the table, in their order. */
  seen: Row[];
  /** What is written of shares, by column and row, where the rows alone would say something else. */
  written: WrittenShares;
}

export function rowsApart({ view, written = [], ...table }: Omit<ReportTable, "total" | "ending">): RowsApart {
  const rows = tableRows(table);
  const shares = new Map<string, Map<Row, Value>>();
  for (const [column, place, share] of written) {
    const row = rows[place];
    const name = table.columns[column]?.name;
    if (row && name !== undefined) shares.set(name, (shares.get(name) ?? new Map<Row, Value>()).set(row, share));
  }
  if (!view) return { drawn: rows, seen: rows, written: shares };
  const seen = view.rows.flatMap((place) => {
    const row = rows[place];
    return row ? [row] : [];
  });
  return { drawn: rows.slice(0, view.drawn), seen, written: shares };
}

/** The row of totals, by column names; null without one. */
export function endingRow({ columns, ending }: Pick<ReportTable, "columns" | "ending">): Row | null {
  return ending && Object.fromEntries(columns.map(({ name }, at) => [name, ending[at] ?? null]));
}
