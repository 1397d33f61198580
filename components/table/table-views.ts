import { createContext } from "react";
import type { Column } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import type { Sort } from "./sort-rows";

/** A table as it is seen now: the columns that are not hidden, the rows found in their order, the totals where they show. */
export interface TableView {
  columns: readonly (Column & { digits?: number | undefined })[];
  rows: readonly Row[];
  totals: Row | null;
  /** Those of any rows that the filter finds. */
  find: (rows: readonly Row[]) => readonly Row[];
  sort: Sort | null;
}

/** Told by a table of each change of what it shows; null when it goes. Nobody listens unless someone above does. */
export const TableViews = createContext<((view: TableView | null) => void) | null>(null);
