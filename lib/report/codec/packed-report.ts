import * as z from "zod/mini";
import { MOST_ROWS, type Report, type ReportTable } from "../report";
import { unreadable } from "../report-error";
import { packedColumn, unpackedColumn } from "./packed-column";

/** Rows stand once, so that a column of equal values can be one value. */
interface PackedTable extends Omit<ReportTable, "values"> {
  rows: number;
  values: unknown[][];
}

/** As much of a packed table as has to be known to unpack it; what it holds is checked afterwards. */
const packedTable = z.object({
  columns: z.array(
    z.object({ kind: z.enum(["text", "integer", "decimal", "double", "boolean", "date", "timestamp"]) }),
  ),
  values: z.array(z.array(z.unknown())),
  rows: z.number().check(z.int(), z.gte(0), z.lte(MOST_ROWS)),
});

/** The part of a report that holds tables, whatever else is in it. */
const withCells = z.looseObject({ cells: z.array(z.looseObject({})).check(z.maxLength(1000)) });

/** A report for writing: the same value with its tables packed. */
export function packedReport(report: Report): unknown {
  const cells = report.cells.map((cell) =>
    cell.kind === "result" && cell.table ? { ...cell, table: packTable(cell.table) } : cell,
  );
  return { ...report, cells };
}

function packTable({ columns, values, ...rest }: ReportTable): PackedTable {
  return {
    columns,
    rows: values[0]?.length ?? 0,
    values: values.map((column, at) => packedColumn(columns[at]?.kind ?? "text", column)),
    ...rest,
  };
}

/** What was packed, still to be checked. Throws ReportError when it is not what a report packs to. */
export function unpackedReport(packed: unknown): unknown {
  const read = withCells.safeParse(packed);
  if (!read.success) throw unreadable(read.error);
  const cells = read.data.cells.map((cell) => {
    if (cell.table === null || cell.table === undefined) return cell;
    const table = packedTable.safeParse(cell.table);
    if (!table.success) throw unreadable(table.error);
    const { columns, values, rows } = table.data;
    const { rows: _, ...rest } = cell.table as Record<string, unknown>;
    const whole = values.map((column, at) => unpackedColumn(columns[at]?.kind ?? "text", column, rows));
    return { ...cell, table: { ...rest, values: whole } };
  });
  return { ...read.data, cells };
}
