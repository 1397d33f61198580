import { type ComponentProps, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useOverflow } from "@/components/ui/use-overflow";
import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import { nextSort, type Sort, sortRows } from "./sort-rows";
import { BodyRow, HeadCell, TotalsRow } from "./table-cells";
import { tableColumns } from "./table-columns";
import { VirtualBody } from "./virtual-body";

/** Above this many rows only those in view are drawn. */
const VIRTUAL_ABOVE = 200;
/** As many rows are seen at once before one scrolls or asks for all. */
const ROWS_SEEN = 12;

type ResultTableProps = Omit<ComponentProps<"div">, "title"> & {
  /** What the table shows, for screen readers: "Best sellers, table". */
  title: string;
  columns: readonly Column[];
  rows: readonly Row[];
  totals?: Row | null;
  format: Format;
  /** Rows that stay last however the table is sorted, such as "All others". */
  pinned?: (row: Row) => boolean;
};

/** A result as a table one can scroll, sort and read aloud; the first order is the result's own. */
export function ResultTable({ title, columns, rows, totals, format, pinned, className, ...props }: ResultTableProps) {
  const scrollArea = useRef<HTMLDivElement>(null);
  const overflow = useOverflow(scrollArea);
  const [sort, setSort] = useState<Sort | null>(null);
  const [all, setAll] = useState(false);
  const shown = useMemo(() => tableColumns(columns, rows, totals ?? null, format), [columns, rows, totals, format]);
  const sorted = useMemo(() => {
    const column = shown.find((candidate) => candidate.name === sort?.column);
    return sort && column ? sortRows(rows, column, sort.direction, format.locale, pinned) : rows;
  }, [rows, shown, sort, format.locale, pinned]);

  const virtual = rows.length > VIRTUAL_ABOVE;
  const folds = rows.length > ROWS_SEEN + 2;
  const folded = folds && !all;
  const rowCount = rows.length + 1 + (totals ? 1 : 0);

  return (
    <div data-slot="result" className={cn("@container min-w-0", className)} {...props}>
      <div className="relative">
        <div
          ref={scrollArea}
          data-slot="table-scroll"
          data-folded={folded}
          {...(overflow.scrolls ? { role: "group", "aria-label": `${title}, scrolls`, tabIndex: 0 } : {})}
          className={cn(
            "relative overflow-auto overscroll-x-contain focus-visible:-outline-offset-2",
            (folded || virtual) && "max-h-[27.9375rem]",
          )}
        >
          <table
            data-slot="result-table"
            aria-label={title}
            aria-rowcount={virtual ? rowCount : undefined}
            className="w-full border-separate border-spacing-0 text-sm"
          >
            <thead className="sticky top-0 z-2">
              <tr aria-rowindex={virtual ? 1 : undefined}>
                {shown.map((column) => (
                  <HeadCell
                    key={column.name}
                    column={column}
                    sort={sort}
                    onSort={() => setSort(nextSort(column, sort))}
                  />
                ))}
              </tr>
            </thead>
            {virtual ? (
              <VirtualBody rows={sorted} columns={shown} format={format} scrollArea={scrollArea} />
            ) : (
              <tbody>
                {sorted.map((row) => (
                  <BodyRow key={rows.indexOf(row)} row={row} columns={shown} format={format} />
                ))}
              </tbody>
            )}
            {totals ? (
              <tfoot className="sticky bottom-0 z-2">
                <TotalsRow row={totals} columns={shown} format={format} index={virtual ? rowCount : undefined} />
              </tfoot>
            ) : null}
          </table>
        </div>
        {overflow.moreRight ? (
          <div
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 right-0 z-4 w-7 bg-linear-to-l from-paper to-transparent"
          />
        ) : null}
      </div>
      {folds && !virtual ? (
        <Button variant="link" size="text" className="mt-2 text-sm" onClick={() => setAll(!all)} data-screen-only="">
          {all ? "Show fewer rows" : `Show all ${rows.length.toLocaleString(format.locale)} rows`}
        </Button>
      ) : null}
      {virtual ? <p className="mt-2 text-faint text-xs">{rows.length.toLocaleString(format.locale)} rows</p> : null}
    </div>
  );
}
