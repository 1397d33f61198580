import { ArrowDown, ArrowUp } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { filterRows, searchTexts } from "@/components/table/filter-rows";
import { nextSort, type Sort, sortRows } from "@/components/table/sort-rows";
import { TableTools } from "@/components/table/table-tools";
import { toTsv } from "@/components/table/to-tsv";
import { useCopy } from "@/components/table/use-copy";
import { Button } from "@/components/ui/button";
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
  const [sort, setSort] = useState<Sort | null>(null);
  const [all, setAll] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState("");
  const query = useDeferredValue(filter);

  const possible = useMemo(() => shownColumns(columns), [columns]);
  const shown = useMemo(() => possible.filter(({ name }) => !hidden.has(name)), [possible, hidden]);
  const texts = useMemo(() => searchTexts(rows, columns), [rows, columns]);
  const found = useMemo(() => filterRows(rows, texts, query), [rows, texts, query]);
  const sorted = useMemo(() => {
    const column = possible.find(({ name }) => name === sort?.column);
    return sort && column ? sortRows(found, column, sort.direction, format.locale) : found;
  }, [found, possible, sort, format.locale]);
  const write = useMemo(() => valueWriter(format), [format]);
  const places = useMemo(() => new Map(rows.map((row, index) => [row, index])), [rows]);
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
                  onSort={() => setSort(nextSort(column, sort))}
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
      <div className="mt-1 flex flex-wrap items-center gap-x-4" data-screen-only="">
        {folds ? (
          <Button variant="link" size="text" className="text-sm" onClick={() => setAll(!all)}>
            {all ? "Show fewer columns" : `Show all ${found.length.toLocaleString(format.locale)} columns`}
          </Button>
        ) : null}
        {found.length < rows.length ? (
          <p className="text-faint text-xs">{`${found.length} of ${rows.length} columns`}</p>
        ) : null}
        {rows.length > 1 ? (
          <TableTools
            columns={possible}
            hidden={hidden}
            onHidden={setHidden}
            filter={filter}
            onFilter={setFilter}
            onCopy={copy}
            copied={copied}
          />
        ) : null}
      </div>
    </div>
  );
}

interface ProfileHeadProps {
  column: Column;
  direction: Sort["direction"] | null;
  onSort: () => void;
}

function ProfileHead({ column, direction, onSort }: ProfileHeadProps) {
  const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
  const right = column.kind === "integer" || column.kind === "double";
  const rank = column.unit === "rank";
  return (
    <th
      scope="col"
      data-column={column.name}
      aria-sort={direction ?? undefined}
      className={cn(
        "border-line border-b bg-paper pb-1.5 pl-4 text-left align-bottom font-medium text-faint text-xs",
        right && !rank && "text-right",
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
          right && !rank ? "text-right" : "text-left",
          direction && "text-ink",
        )}
      >
        {column.label}
        <Arrow
          aria-hidden="true"
          className={cn(
            "absolute bottom-0.5 size-3 print:hidden",
            right && !rank ? "right-full" : "left-full",
            direction ? "opacity-100" : "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60",
          )}
        />
      </button>
    </th>
  );
}
