import { useMemo, useRef, useState } from "react";
import { SortArrow } from "@/components/table/sort-arrow";
import type { Sort } from "@/components/table/sort-rows";
import { TableBar } from "@/components/table/table-bar";
import { toTsv } from "@/components/table/to-tsv";
import { useArranged } from "@/components/table/use-arranged";
import { useCopy } from "@/components/table/use-copy";
import { cn } from "@/components/ui/cn";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Result, Row } from "@/lib/query/result";
import { ProfileRow } from "./profile-row";
import { valueWriter } from "./value-writer";

/** As many are seen before one scrolls or asks for all. */
const SEEN = 10;
/** More are drawn only when they are asked for. */
const DRAWN = 200;

const WIDTHS: Readonly<Record<string, string>> = {
  position: "w-7",
  type: "w-31",
  filled: "w-21",
  empty: "w-17",
  distinct_values: "w-24",
  minimum: "w-31",
  maximum: "w-28",
  mean: "w-19",
  top_values: "w-[18%]",
  histogram: "w-[18%]",
};

interface ProfileTableProps {
  title: string;
  result: Pick<Result, "columns" | "rows">;
  format: Format;
}

/** The most frequent values and the steps share one place, at the end. */
function shownColumns(columns: readonly Column[]): Column[] {
  const pictures = columns.filter(({ name, hidden }) => (name === "top_values" || name === "histogram") && !hidden);
  const others = columns.filter(({ name, hidden }) => name !== "top_values" && name !== "histogram" && !hidden);
  return [...others, ...pictures.slice(0, 1).map((column) => ({ ...column, label: "Values" }))];
}

/** What the columns of a file hold, a row for each: how full, how different, from where to where, and which values. */
export function ProfileTable({ title, result: { columns, rows }, format }: ProfileTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);

  const possible = useMemo(() => shownColumns(columns), [columns]);
  const arranged = useArranged({ rows, columns: possible, searched: columns, locale: format.locale });
  const { sort, shown, found, sorted, places } = arranged;
  const { hidden } = arranged.choices;
  const write = useMemo(() => valueWriter(format), [format]);
  const count = (number: number) => number.toLocaleString(format.locale);
  const folds = found.length > SEEN + 2;
  const drawn = all ? sorted : sorted.slice(0, DRAWN);
  const { copied, copy } = useCopy(frame, () => ({
    text: toTsv(
      columns.filter(({ name }) => !hidden.has(name)),
      sorted,
      null,
    ),
    done: `Copied ${sorted.length} ${sorted.length === 1 ? "row" : "rows"}.`,
  }));

  return (
    <div ref={frame} data-slot="result" className="@container min-w-0">
      <ScrollArea label={`${title}, scrolls`} data-slot="table-scroll" className={cn(folds && !all && "max-h-[38rem]")}>
        <table
          data-slot="profile-table"
          aria-label={title}
          className="block w-full border-separate border-spacing-0 text-sm @4xl:table @4xl:table-fixed"
        >
          <thead className="sticky top-0 z-2 hidden @4xl:table-header-group">
            <tr>
              {shown.map((column) => (
                <ProfileHead
                  key={column.name}
                  column={column}
                  direction={sort?.column === column.name ? sort.direction : null}
                  onSort={() => arranged.sortBy(column)}
                />
              ))}
            </tr>
          </thead>
          <tbody className="block @4xl:table-row-group">
            {drawn.map((row: Row) => (
              <ProfileRow
                key={places.get(row)}
                row={row}
                columns={shown}
                format={format}
                write={write}
                place={places.get(row)}
              />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <TableBar
        fold={
          folds
            ? {
                label: all ? "Show fewer columns" : `Show all ${count(found.length)} columns`,
                onFold: () => setAll(!all),
              }
            : null
        }
        count={found.length < rows.length ? `${count(found.length)} of ${count(rows.length)} columns` : null}
        tools={rows.length > 1 ? { ...arranged.choices, onCopy: copy, copied } : null}
      />
    </div>
  );
}

interface ProfileHeadProps {
  column: Column;
  direction: Sort["direction"] | null;
  onSort: () => void;
}

function ProfileHead({ column, direction, onSort }: ProfileHeadProps) {
  const rank = column.unit === "rank";
  const right = (column.kind === "integer" || column.kind === "double") && !rank;
  return (
    <th
      scope="col"
      data-column={column.name}
      aria-sort={direction ?? undefined}
      className={cn(
        "border-line border-b bg-paper pb-1.5 pl-4 text-left align-bottom font-medium text-faint text-xs",
        right && "text-right",
        rank && "pl-0",
        column.name === "minimum" && "pl-7",
        column.name === "column_name" && "pl-1",
        (column.name === "top_values" || column.name === "histogram") && "pl-6",
        WIDTHS[column.name],
      )}
    >
      <button
        type="button"
        onClick={onSort}
        className={cn(
          "group relative rounded-sm hover:text-ink",
          right ? "text-right" : "text-left",
          direction && "text-ink",
        )}
      >
        {column.label}
        <SortArrow direction={direction} right={right} className="bottom-0.5" />
      </button>
    </th>
  );
}
