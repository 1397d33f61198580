import type { CellId } from "@/lib/notebook/ids";
import type { Row } from "@/lib/query/result";
import type { ShownTable } from "@/lib/report/files/shown-table";

/** A table on the screen, and how its rows were chosen from those of the result. */
export interface ShownView extends ShownTable {
  find(rows: readonly Row[]): readonly Row[];
  sort: { column: string; direction: "ascending" | "descending" } | null;
}

/** What the screen shows of each cell as a table, where it shows one. */
export type ShownTables = ReadonlyMap<CellId, ShownView>;
