import type { CSSProperties } from "react";
import { cn } from "@/components/ui/cn";
import type { Column, Value } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import { ColumnHandle, widthByKey } from "./column-handle";
import { columnLook, isNumeric, realMinus } from "./column-look";
import { SortArrow } from "./sort-arrow";
import type { Sort } from "./sort-rows";

/** A visible column with everything its cells share. */
export interface TableColumn extends Column {
  digits: number | undefined;
  /** The first text column: it stays in view when the table scrolls sideways. */
  leads: boolean;
  /** Room for the longest value, in characters; kept when only some rows are drawn. */
  characters: number;
  /** What to write instead of a row's own value, so that parts add up as shown. */
  written?: ReadonlyMap<Row, Value>;
  /** Pixels a person gave it. */
  width?: number | undefined;
}

/** A width that was chosen holds against everything else. */
function widthStyle({ width }: TableColumn): CSSProperties | undefined {
  return width === undefined ? undefined : { width, minWidth: width, maxWidth: width };
}

const SIDE = {
  rank: "w-7 pr-0 text-left text-faint text-xs",
  number: "text-right",
  date: "text-right first:text-left",
  text: "pl-6 text-left",
};

function cellClass(column: TableColumn): string {
  return cn(
    "h-[35px] whitespace-nowrap bg-paper py-0 pl-4",
    SIDE[columnLook(column)],
    "first:pl-0",
    column.leads && "sticky left-0 z-1 w-[34%] min-w-36 max-w-0 truncate pl-1.5 @md:min-w-44",
  );
}

/** One value as it is read; unknown is a dash with its word. */
function Shown({ value, column, format }: { value: Value; column: TableColumn; format: Format }) {
  if (value === null) {
    return (
      <span className="text-faint">
        <span aria-hidden="true">–</span>
        <span className="sr-only">unknown</span>
      </span>
    );
  }
  const text = format.value(value, column, column.digits);
  if (columnLook(column) !== "text") return realMinus(text);
  return (
    <span
      dir="auto"
      className={cn("block truncate", !column.leads && column.width === undefined && "max-w-40 @md:max-w-64")}
      title={text.length > 18 ? text : undefined}
    >
      {text}
    </span>
  );
}

interface HeadCellProps {
  column: TableColumn;
  sort: Sort | null;
  onSort: () => void;
  onWidth: (width: number) => void;
}

export function HeadCell({ column, sort, onSort, onWidth }: HeadCellProps) {
  const direction = sort?.column === column.name ? sort.direction : null;
  const right = columnLook(column) === "number" || columnLook(column) === "date";
  return (
    <th
      scope="col"
      data-column={column.name}
      aria-sort={direction ?? undefined}
      style={widthStyle(column) ?? (column.leads ? undefined : { minWidth: `${Math.min(column.characters, 26)}ch` })}
      className={cn(
        "relative",
        cellClass(column),
        "h-[26px] border-line border-b pb-1.5 align-bottom font-medium text-faint text-xs",
        column.leads && "z-3 overflow-visible",
      )}
    >
      <button
        type="button"
        onClick={onSort}
        onKeyDown={(event) => {
          const width = widthByKey(event);
          if (width === null) return;
          event.preventDefault();
          onWidth(width);
        }}
        className={cn("group relative rounded-sm hover:text-ink", direction && "text-ink")}
      >
        {column.label}
        <SortArrow direction={direction} right={right} className="top-0.5" />
      </button>
      <ColumnHandle onWidth={onWidth} />
    </th>
  );
}

interface BodyRowProps {
  row: Row;
  columns: readonly TableColumn[];
  format: Format;
  /** 1-based place in the whole table, head included; only where not all rows are drawn. */
  index?: number | undefined;
  /** 0-based place in the result, however the table is sorted. */
  place?: number | undefined;
}

export function BodyRow({ row, columns, format, index, place }: BodyRowProps) {
  return (
    <tr aria-rowindex={index} data-row={place} className="group">
      {columns.map((column) => {
        const value = row[column.name] ?? null;
        return (
          <td
            key={column.name}
            data-value={isNumeric(column) ? String(value ?? "") : undefined}
            style={widthStyle(column)}
            className={cn(
              cellClass(column),
              "border-[color-mix(in_srgb,var(--line)_62%,transparent)] border-b group-hover:bg-wash",
            )}
          >
            <Shown value={column.written?.get(row) ?? value} column={column} format={format} />
          </td>
        );
      })}
    </tr>
  );
}

export function TotalsRow({ row, columns, format, index }: BodyRowProps) {
  return (
    <tr aria-rowindex={index}>
      {columns.map((column) => {
        const value = row[column.name] ?? null;
        return (
          <td
            key={column.name}
            data-value={isNumeric(column) && value !== null ? String(value) : undefined}
            className={cn(cellClass(column), "border-line border-t font-semibold")}
          >
            {value === null ? null : <Shown value={value} column={column} format={format} />}
          </td>
        );
      })}
    </tr>
  );
}
