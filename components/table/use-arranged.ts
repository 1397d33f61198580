import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Column } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { filterRows, searchTexts } from "./filter-rows";
import { nextSort, type Sort, sortRows } from "./sort-rows";

interface Given<Shown extends Column> {
  rows: readonly Row[];
  /** Those that can be shown and sorted by. */
  columns: readonly Shown[];
  /** Those whose texts are searched. */
  searched?: readonly Column[];
  locale: string;
  pinned?: ((row: Row) => boolean) | undefined;
  firstSort?: Sort | null;
}

/** A table as a person arranges it: rows filtered and sorted, columns hidden. `found` are the filtered rows in their own order. */
export function useArranged<Shown extends Column>(given: Given<Shown>) {
  const { rows, columns, searched = columns, locale, pinned, firstSort = null } = given;
  const [sort, setSort] = useState<Sort | null>(firstSort);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState("");
  const query = useDeferredValue(filter);
  const filtering = query.trim() !== "";

  const shown = useMemo(() => columns.filter(({ name }) => !hidden.has(name)), [columns, hidden]);
  const texts = useMemo(() => (filtering ? searchTexts(rows, searched) : []), [filtering, rows, searched]);
  const found = useMemo(() => filterRows(rows, texts, query), [rows, texts, query]);
  const sorted = useMemo(() => {
    const column = columns.find(({ name }) => name === sort?.column);
    return sort && column ? sortRows(found, column, sort.direction, locale, pinned) : found;
  }, [found, columns, sort, locale, pinned]);
  const places = useMemo(() => new Map(rows.map((row, index) => [row, index])), [rows]);

  const find = useCallback(
    (all: readonly Row[]) => filterRows(all, filtering ? searchTexts(all, searched) : [], query),
    [filtering, searched, query],
  );

  return {
    sort,
    sortBy: (column: Column) => setSort(nextSort(column, sort)),
    shown,
    found,
    sorted,
    /** Where each row stands in the result. */
    places,
    /** Filters other rows as these are. */
    find,
    /** For `TableTools`. */
    choices: { columns, hidden, onHidden: setHidden, filter, onFilter: setFilter },
  };
}
