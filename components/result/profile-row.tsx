import { Calendar, CalendarClock, Hash, type LucideIcon, ToggleLeft, Type } from "lucide-react";
import { memo, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { type ProfiledColumn, profiledColumn } from "@/lib/analyses/profiled-column";
import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import { ProfileValues } from "./profile-values";
import type { WriteValue } from "./value-writer";

const SIGNS: Readonly<Record<string, LucideIcon>> = {
  text: Type,
  "whole number": Hash,
  number: Hash,
  date: Calendar,
  "date and time": CalendarClock,
  "yes/no": ToggleLeft,
};

const numeric = (column: Column) => column.kind === "integer" || column.kind === "double";

/** Four figures, and no fewer than are before the point. */
const rounded = (value: number) => (Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));

interface ProfileRowProps {
  row: Row;
  /** In their order; the last shows the values themselves. */
  columns: readonly Column[];
  format: Format;
  write: WriteValue;
  place: number | undefined;
}

/** What one column holds: a row of the table, a card of labelled values where the page is narrow. */
export const ProfileRow = memo(function ProfileRow({ row, columns, format, write, place }: ProfileRowProps) {
  const of = profiledColumn(row);
  return (
    <tr
      data-row={place}
      className="grid grid-cols-6 gap-x-4 gap-y-2 border-line border-b py-4 @4xl:table-row @4xl:py-0 @4xl:hover:bg-wash"
    >
      {columns.map((column) => (
        <ProfileCell key={column.name} column={column} row={row} of={of} format={format} write={write} />
      ))}
    </tr>
  );
});

const line =
  "block min-w-0 p-0 text-left align-middle @4xl:table-cell @4xl:border-line @4xl:border-b @4xl:py-2 @4xl:pl-4";

interface ProfileCellProps {
  column: Column;
  row: Row;
  of: ProfiledColumn;
  format: Format;
  write: WriteValue;
}

function ProfileCell({ column, row, of, format, write }: ProfileCellProps) {
  const value = row[column.name] ?? null;
  const text = (shown: Row[string]) => format.value(shown, column);
  switch (column.name) {
    case "position":
      return (
        <td data-value={String(value)} className={cn(line, "hidden pl-0! text-faint text-xs")}>
          {text(value)}
        </td>
      );
    case "column_name":
      return (
        <td className={cn(line, "col-span-3 font-semibold [overflow-wrap:anywhere] @4xl:pl-1! @4xl:font-medium")}>
          <bdi>{of.name}</bdi>
        </td>
      );
    case "type":
      return (
        <td className={cn(line, "col-span-3 text-right text-soft @4xl:text-left")}>
          <Holds holds={of.holds} />
        </td>
      );
    case "top_values":
    case "histogram":
      return (
        <td className={cn(line, "col-span-6 @4xl:pl-6")}>
          <ProfileValues of={of} row={row} format={format} write={write} />
        </td>
      );
    case "filled":
      return (
        <Labelled column={column} value={value}>
          {text(value)}
          <Share part={of.filled} whole={of.lines} />
        </Labelled>
      );
    case "minimum":
    case "maximum": {
      const written = value === null ? null : write(String(value), of);
      return (
        <Labelled column={column} value={value}>
          {written === null ? null : (
            <bdi title={written} className="line-clamp-2 [overflow-wrap:anywhere]">
              {written}
            </bdi>
          )}
        </Labelled>
      );
    }
    case "empty":
      return (
        <Labelled column={column} value={value}>
          <span className={value === 0 ? "text-faint" : "font-semibold"}>{text(value)}</span>
        </Labelled>
      );
    case "mean":
      return (
        <Labelled column={column} value={value}>
          {value === null ? null : text(rounded(Number(value)))}
        </Labelled>
      );
    default:
      return (
        <Labelled column={column} value={value}>
          {text(value)}
        </Labelled>
      );
  }
}

/** A value under its label on a narrow page; in the table the head says what it is. */
function Labelled({ column, value, children }: { column: Column; value: Row[string]; children: ReactNode }) {
  return (
    <td
      data-label={column.label}
      data-value={numeric(column) ? String(value ?? "") : undefined}
      className={cn(
        line,
        "col-span-2 before:block before:text-faint before:text-xs before:content-[attr(data-label)] @4xl:before:hidden",
        numeric(column) && "@4xl:text-right",
        column.name === "minimum" && "@4xl:pl-7",
        value === null && "invisible @4xl:visible",
      )}
    >
      {children}
    </td>
  );
}

function Holds({ holds }: { holds: string }) {
  const Sign = SIGNS[holds] ?? Type;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Sign aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
      {holds}
    </span>
  );
}

/** How much of a column is filled, as a thin bar. */
function Share({ part, whole }: { part: number; whole: number }) {
  return (
    <span aria-hidden="true" data-slot="filled-bar" className="mt-1 block h-1 overflow-hidden rounded-full bg-line">
      <span className="block h-full bg-accent" style={{ width: `${whole === 0 ? 0 : (100 * part) / whole}%` }} />
    </span>
  );
}
