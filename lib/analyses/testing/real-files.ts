import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { buildRelations, type Executor, remakeCatalogue } from "./relations";

const ROOT = resolve(process.cwd(), "../shared/data");

interface RealFile {
  folder: string;
  file: string;
}

/** Where a real file is on disk; most machines have none. */
export const realPath = ({ folder, file }: RealFile) => resolve(ROOT, folder, file);
export const isThere = (file: RealFile) => existsSync(realPath(file));

/** A real file of sales, and how its columns become the canonical ones. */
export interface SalesFile extends RealFile {
  /** Beside it: its figures, computed without DuckDB. */
  truth: string;
  /** SQL over the file's columns, each of which is text. */
  sold_at: string;
  product: string;
  category: string;
  quantity: string;
  amount: string;
  customer: string;
  transaction: string;
}

export const UCI: SalesFile = {
  folder: "uci-online-retail",
  file: "online-retail.csv",
  truth: "truth.json",
  sold_at: '"InvoiceDate"::timestamp',
  product: "coalesce(nullif(trim(\"Description\"), ''), '(blank)')",
  category: "null",
  quantity: '"Quantity"',
  amount: '"Quantity"::decimal(18, 3) * "UnitPrice"::decimal(18, 4)',
  customer: '"CustomerID"',
  transaction: '"InvoiceNo"',
};

export const NORTHWIND: SalesFile = {
  folder: "northwind-mssql",
  file: "derived_flat_sales.csv",
  truth: "truth.json",
  sold_at: '"date"::date',
  product: '"product"',
  category: '"category"',
  quantity: '"quantity"',
  amount: '"total"',
  customer: '"customer"',
  transaction: '"transaction_id"',
};

/** The same file with the stock code as product. */
export const UCI_BY_CODE: SalesFile = { ...UCI, product: 'trim("StockCode")', truth: "truth_by_stockcode.json" };

/** Fills `sales` from a real file; `csv` is its path as the executor reads it. */
export async function loadSales(executor: Executor, spec: SalesFile, csv: string): Promise<void> {
  await buildRelations(executor, {});
  await executor.execute(`
    create or replace table sales as
    select
      ${spec.sold_at} as sold_at, ${spec.product} as product_id, ${spec.product} as product_name,
      ${spec.category}::varchar as category, ${spec.quantity}::decimal(18, 3) as quantity,
      null::decimal(18, 4) as unit_price, (${spec.amount})::decimal(18, 4) as amount, null::decimal(18, 4) as unit_cost,
      ${spec.customer}::varchar as customer_id, ${spec.transaction}::varchar as transaction_id, null::varchar as store,
      '${spec.file}' as source_file, row_number() over () + 1 as source_line
    from read_csv('${csv}', header = true, all_varchar = true)
  `);
  await remakeCatalogue(executor);
}

export const NORTHWIND_STOCK = { folder: NORTHWIND.folder, file: "derived_flat_inventory.csv" };

/** Fills `inventory` with Northwind's stock list, which knows list prices but no cost. */
export async function loadNorthwindStock(executor: Executor, csv: string): Promise<void> {
  await executor.execute(`
    create or replace table inventory as
    select
      product as product_id, product as product_name, category, current_stock::decimal(18, 3) as current_stock,
      null::decimal(18, 4) as unit_cost, null::date as last_updated, null::varchar as store
    from read_csv('${csv}', header = true, all_varchar = true)
  `);
  await remakeCatalogue(executor);
}
