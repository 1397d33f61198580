import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { DataKind } from "@/lib/std/data-kind";
import type { LedgerReason } from "@/lib/std/ledger";
import catalogue from "@/sql/model/catalogue.sql?raw";
import emptyInventory from "@/sql/model/empty-inventory.sql?raw";
import emptyProducts from "@/sql/model/empty-products.sql?raw";
import emptySales from "@/sql/model/empty-sales.sql?raw";
import emptySetAside from "@/sql/model/empty-set-aside.sql?raw";
import inventory from "@/sql/model/inventory.sql?raw";
import soldProducts from "@/sql/model/sold-products.sql?raw";
import { TEXT_COLUMNS } from "./text-columns";

/** A data set whose tables are in the engine. */
export interface ReadSet {
  id: string;
  kind: DataKind;
  /** Some of its lines were set aside, so `set_aside_<id>` exists. */
  hasSetAside: boolean;
  /** What its lines take from other files: the date from orders, the price from products. Default: nothing. */
  lacks?: readonly ("date" | "price")[];
  /** Days whose lines come from a newer file instead. */
  replaced?: { from: string; to: string; by: string } | null;
  /** Name of the file; tables that are not about selling are known by it. */
  fileName?: string;
}

/** Lines of a data set that do not count because of the other files. */
export interface Unmatched {
  id: string;
  reasons: readonly LedgerReason[];
}

/**
 * (Re)creates what analyses read, over the tables `sales_<id>`, `inventory_<id>` and `set_aside_<id>` of the data sets:
 * the views `sales`, `inventory`, `products`, `set_aside` and the tables `sold_products` and `catalogue`. All exist
 * afterwards, empty when there is no such data. Tables of other data sets are left alone.
 */
export async function defineRelations(
  engine: Engine,
  dataSets: readonly ReadSet[],
  options: RunOptions = {},
): Promise<readonly Unmatched[]> {
  const tables = (kind: DataKind) => dataSets.filter((set) => set.kind === kind).map(({ id }) => `${kind}_${id}`);
  const asides = dataSets.filter(({ hasSetAside }) => hasSetAside).map(({ id }) => `set_aside_${id}`);
  const sourced = [...TEXT_COLUMNS.sales.map(({ column }) => column), "source_file"];
  const stocked = TEXT_COLUMNS.inventory.map(({ column }) => column);
  await engine.execute(
    [
      view("sales", tables("sales"), emptySales, sourced),
      view("stock_lines", tables("inventory"), emptyInventory, stocked),
      view("products", [], emptyProducts, []),
      view("set_aside", asides, emptySetAside, []),
    ].join(";\n"),
    options,
  );
  for (const statement of [soldProducts, inventory, catalogue]) await engine.execute(statement, options);
  return [];
}

/** One table stays as it is and keeps its ENUM columns; of several, text is united as text. */
function view(name: string, tables: readonly string[], empty: string, texts: readonly string[]): string {
  const casts = texts.map((column) => `${column}::varchar as ${column}`).join(", ");
  const selects =
    tables.length === 1
      ? tables.map((table) => `from ${identifier(table)}`)
      : tables.map((table) => `select *${casts ? ` replace (${casts})` : ""} from ${identifier(table)}`);
  return `create or replace view ${identifier(name)} as\n${selects.join("\nunion all by name\n") || empty}`;
}
