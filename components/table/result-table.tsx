import { type ComponentProps, useContext, useEffect, useMemo, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { useOverflow } from "@/components/ui/use-overflow";
import type { Column } from "@/lib/query/column";
import { isLong } from "@/lib/query/first-order";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import type { WrittenShares } from "@/lib/query/shown-parts";
import type { Sort } from "./sort-rows";
import { TableBar } from "./table-bar";
import { BodyRow, HeadCell, TotalsRow } from "./table-cells";
import { tableColumns } from "./table-columns";
import { TableViews } from "./table-views";
import { toTsv } from "./to-tsv";
import { useArranged } from "./use-arranged";
import { useCopy } from "./use-copy";
import { VirtualBody } from "./virtual-body";

/** Above this many rows only those in view are drawn. */
const VIRTUAL_ABOVE = 200;

type ResultTableProps = Omit<ComponentProps<"div">, "title"> & {
  /** What the table shows, for screen readers: "Best sellers, table". */
  title: string;
  columns: readonly Column[];
  rows: readonly Row[];
  totals?: Row | null;
  format: Format;
  /** Rows that stay last however the table is sorted, such as "All others". */
  pinned?: (row: Row) => boolean;
  /** The first order where it is not the result's own. */
  firstSort?: Sort | null;
  /** What is written of shares where the rows alone would say something else. */
  written?: WrittenShares;
};

/** A result as a table one can scroll, sort and read aloud; the first order is the result's own unless another is given. */
export function ResultTable({
  title,
  columns,
  rows,
  totals,
  format,
  pinned,
  firstSort = null,
  written,
  className,
  ...props
}: ResultTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const scrollArea = useRef<HTMLDivElement>(null);
  const overflow = useOverflow(scrollArea);
  const [all, setAll] = useState(false);
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>({});

  const possible = useMemo(
    () => tableColumns(columns, rows, totals ?? null, format, written),
    [columns, rows, totals, format, written],
  );
  const arranged = useArranged({ rows, columns: possible, locale: format.locale, pinned, firstSort });
  const { sort, found, sorted, places, find } = arranged;
  const shown = useMemo(
    () => arranged.shown.map((column) => ({ ...column, width: widths[column.name] })),
    [arranged.shown, widths],
  );

  // Totals are of all rows.
  const ending = totals && found.length === rows.length ? totals : null;
  const tellView = useContext(TableViews);
  useEffect(() => {
    tellView?.({ columns: shown, rows: sorted, totals: ending, find, sort });
    return () => tellView?.(null);
  }, [tellView, shown, sorted, ending, find, sort]);
  const virtual = found.length > VIRTUAL_ABOVE;
  const folds = isLong(found);
  const folded = folds && !all;
  const rowCount = found.length + 1 + (ending ? 1 : 0);
  const count = (number: number) => number.toLocaleString(format.locale);

  const { copied, copy } = useCopy(frame, () => ({
    text: toTsv(shown, sorted, ending),
    done: `Copied ${count(sorted.length)} ${sorted.length === 1 ? "row" : "rows"}.`,
  }));

  return (
    <div ref={frame} data-slot="result" className={cn("@container min-w-0", className)} {...props}>
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
                    onSort={() => arranged.sortBy(column)}
                    onWidth={(width) => setWidths((last) => ({ ...last, [column.name]: width }))}
                  />
                ))}
              </tr>
            </thead>
            {virtual ? (
              <VirtualBody rows={sorted} columns={shown} format={format} places={places} scrollArea={scrollArea} />
            ) : (
              <tbody>
                {sorted.map((row) => (
                  <BodyRow key={places.get(row)} row={row} columns={shown} format={format} place={places.get(row)} />
                ))}
              </tbody>
            )}
            {ending ? (
              <tfoot className="sticky bottom-0 z-2">
                <TotalsRow row={ending} columns={shown} format={format} index={virtual ? rowCount : undefined} />
              </tfoot>
            ) : null}
          </table>
        </div>
        {overflow.moreRight ? (
          <div
            aria-hidden="true"
            data-screen-only=""
            className="pointer-events-none absolute inset-y-0 right-0 z-4 w-7 bg-linear-to-l from-paper to-transparent"
          />
        ) : null}
      </div>
      {virtual ? (
        <p className="mt-1 hidden text-faint text-xs print:block">
          Only some of {count(found.length)} rows stand here. The report view prints more of them, a file of the cell
          has all.
        </p>
      ) : null}
      <TableBar
        fold={
          folds && !virtual
            ? { label: all ? "Show fewer rows" : `Show all ${count(found.length)} rows`, onFold: () => setAll(!all) }
            : null
        }
        count={
          found.length < rows.length
            ? `${count(found.length)} of ${count(rows.length)} rows`
            : virtual
              ? `${count(rows.length)} rows`
              : null
        }
        tools={rows.length > 1 ? { ...arranged.choices, onCopy: copy, copied } : null}
      />
    </div>
  );
}
