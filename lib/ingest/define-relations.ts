import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { DataKind } from "@/lib/std/data-kind";
import catalogue from "@/sql/model/catalogue.sql?raw";
import comingSeasons from "@/sql/model/coming-seasons.sql?raw";
import completeMonths from "@/sql/model/complete-months.sql?raw";
import emptyInventory from "@/sql/model/empty-inventory.sql?raw";
import emptyOrders from "@/sql/model/empty-orders.sql?raw";
import emptyProducts from "@/sql/model/empty-products.sql?raw";
import emptySales from "@/sql/model/empty-sales.sql?raw";
import emptySetAside from "@/sql/model/empty-set-aside.sql?raw";
import emptyStores from "@/sql/model/empty-stores.sql?raw";
import inventory from "@/sql/model/inventory.sql?raw";
import latestMonths from "@/sql/model/latest-months.sql?raw";
import orderList from "@/sql/model/order-list.sql?raw";
import productList from "@/sql/model/product-list.sql?raw";
import productMonths from "@/sql/model/product-months.sql?raw";
import productSales from "@/sql/model/product-sales.sql?raw";
import productSeasons from "@/sql/model/product-seasons.sql?raw";
import products from "@/sql/model/products.sql?raw";
import soldProducts from "@/sql/model/sold-products.sql?raw";
import storeNames from "@/sql/model/store-names.sql?raw";
import { defineTables } from "./define-tables";
import { joinedTable, joinLines, type Lists, unmatchedTable } from "./join-lines";
import { shortenOrderList } from "./order-words";
import type { ReadSet, Unmatched } from "./read-set";
import { TEXT_COLUMNS } from "./text-columns";

export type { ReadSet, Unmatched } from "./read-set";

/**
 * (Re)creates what analyses read over the tables `<kind>_<id>` and `set_aside_<id>` of the data sets: every relation of
 * sql/README.md, empty when there is no such data, and a view for each ordinary table. Of two lists that know the same
 * product, order or store the later one in `dataSets` wins. Lines that lack a price count with a total of 0 while no
 * product list has prices; lines that lack a date count only with a list of orders. Tables of other data sets are left
 * alone, but for those derived here. Gives the data sets with lines that do not count because of the others.
 */
export async function defineRelations(
  engine: Engine,
  dataSets: readonly ReadSet[],
  options: RunOptions = {},
): Promise<readonly Unmatched[]> {
  const tables = (kind: DataKind) => dataSets.filter((set) => set.kind === kind).map(({ id }) => `${kind}_${id}`);
  const stocked = TEXT_COLUMNS.inventory.map(({ column }) => column);
  await engine.execute(
    [
      view("stock_lines", tables("inventory").map(whole), emptyInventory, stocked),
      listView("product_lines", tables("products"), emptyProducts),
      listView("order_lines", tables("orders"), emptyOrders),
      listView("store_lines", tables("stores"), emptyStores),
    ].join(";\n"),
    options,
  );
  for (const statement of [storeNames, productList, orderList]) await engine.execute(statement, options);

  const sold = dataSets.filter(({ kind }) => kind === "sales" || kind === "returns");
  const lists = await listsThatGive(engine, dataSets, options);
  if (lists.orders) await shortenOrderList(engine, options);
  const joined = [];
  for (const set of sold) joined.push({ id: set.id, ...(await joinLines(engine, set, lists, options)) });

  const sourced = [...TEXT_COLUMNS.sales.map(({ column }) => column), "source_file"];
  const asides = dataSets.filter(({ hasSetAside }) => hasSetAside).map(({ id }) => whole(`set_aside_${id}`));
  const unmatched = joined.flatMap(({ aside }) => aside ?? []);
  await engine.execute(
    [
      view(
        "sales",
        joined.map(({ counted }) => counted),
        emptySales,
        sourced,
      ),
      view("set_aside", [...asides, ...unmatched], emptySetAside, []),
    ].join(";\n"),
    options,
  );
  const listed = [soldProducts, products, inventory, catalogue];
  const measured = [productSales, completeMonths, productMonths, latestMonths, productSeasons, comingSeasons];
  for (const statement of [...listed, ...measured]) await engine.execute(statement, options);
  await dropStale(engine, joined, options);
  await defineTables(engine, dataSets, options);
  return joined.flatMap(({ id, reasons }) => (reasons.length > 0 ? [{ id, reasons }] : []));
}

const whole = (table: string) => `from ${identifier(table)}`;

/** One select stays as it is and keeps its ENUM columns; of several, text is united as text. */
function view(name: string, selects: readonly string[], empty: string, texts: readonly string[]): string {
  const casts = texts.map((column) => `${column}::varchar as ${column}`).join(", ");
  const united =
    selects.length === 1
      ? selects
      : selects.map((select) => `select *${casts ? ` replace (${casts})` : ""} from (${select})`);
  return `create or replace view ${identifier(name)} as\n${united.join("\nunion all by name\n") || empty}`;
}

/** The lines of lists, those of the newest list and there the first line with the smallest `newest_first`. */
function listView(name: string, tables: readonly string[], empty: string): string {
  const selects = tables.map((table, position) => {
    const before = `${tables.length - 1 - position}::bigint << 40`;
    return `select *, (${before}) + rowid as newest_first from ${identifier(table)}`;
  });
  const none = `select *, null::bigint as newest_first from (${empty})`;
  return `create or replace view ${identifier(name)} as\n${[none, ...selects].join("\nunion all by name\n")}`;
}

async function listsThatGive(engine: Engine, dataSets: readonly ReadSet[], options: RunOptions): Promise<Lists> {
  const has = (kind: DataKind) => dataSets.some((set) => set.kind === kind);
  if (!has("products") && !has("stores")) return { orders: has("orders"), prices: false, stores: false };
  const { rows } = await engine.runText(
    "select (select count(unit_price) from product_list) > 0 as prices, exists (from store_names) as stores",
    {},
    options,
  );
  return { orders: has("orders"), prices: rows[0]?.prices === true, stores: rows[0]?.stores === true };
}

/** Drops what earlier calls joined and this one does not read. */
async function dropStale(
  engine: Engine,
  joined: readonly { id: string; counted: string; aside: string | null }[],
  options: RunOptions,
): Promise<void> {
  const read = new Set(
    joined.flatMap(({ id, counted, aside }) => [
      ...(counted === whole(joinedTable(id)) ? [joinedTable(id)] : []),
      ...(aside === whole(unmatchedTable(id)) ? [unmatchedTable(id)] : []),
    ]),
  );
  const { rows } = await engine.runText(
    String.raw`select table_name as name from duckdb_tables()
      where not internal and (table_name like 'joined\_%' escape '\' or table_name like 'unmatched\_%' escape '\')`,
    {},
    options,
  );
  const stale = rows.map(({ name }) => String(name)).filter((name) => !read.has(name));
  if (stale.length === 0) return;
  await engine.execute(stale.map((name) => `drop table if exists ${identifier(name)}`).join(";\n"), options);
}
