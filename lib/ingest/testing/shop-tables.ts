import type { Engine } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";

type Value = string | number | null | undefined;

export interface SoldLine {
  day?: string | null;
  order?: string;
  id: string;
  name?: string;
  category?: string;
  quantity: number;
  amount?: number;
  customer?: string;
  store?: string;
}

const literal = (value: Value) => (value === null || value === undefined ? "null" : quoteLiteral(String(value)));
const tuple = (values: readonly Value[]) => `(${values.map(literal).join(", ")})`;

/** An ENUM of the texts of a column, as reading a file makes; plain text where there are none. */
function textType(texts: readonly Value[]): string {
  const words = [...new Set(texts.filter((text) => typeof text === "string"))].sort();
  return words.length === 0 ? "varchar" : `enum(${words.map(quoteLiteral).join(", ")})`;
}

async function fill(engine: Engine, table: string, columns: readonly string[], rows: readonly Value[][]) {
  const name = identifier(table);
  await engine.execute(`create or replace table ${name} (${columns.join(", ")})`);
  if (rows.length > 0) await engine.execute(`insert into ${name} values ${rows.map(tuple).join(", ")}`);
}

/** A table of sold or returned lines as reading a file leaves it; without an amount it has no price either. */
export async function salesTable(engine: Engine, table: string, lines: readonly SoldLine[]): Promise<void> {
  const rows = lines.map((line, index) => [
    line.day,
    line.id,
    line.name ?? line.id,
    line.category,
    line.quantity,
    line.amount === undefined ? null : line.amount / line.quantity,
    line.amount,
    null,
    line.customer,
    line.order,
    line.store,
    `${table}.csv`,
    index + 2,
  ]);
  const text = (at: number) => textType(rows.map((row) => row[at]));
  await fill(
    engine,
    table,
    [
      "sold_at date",
      `product_id ${text(1)}`,
      `product_name ${text(2)}`,
      `category ${text(3)}`,
      "quantity decimal(18, 3)",
      "unit_price decimal(18, 4)",
      "amount decimal(18, 4)",
      "unit_cost decimal(18, 4)",
      `customer_id ${text(8)}`,
      `transaction_id ${text(9)}`,
      `store ${text(10)}`,
      `source_file ${text(11)}`,
      "source_line bigint",
    ],
    rows,
  );
}

export async function productsTable(
  engine: Engine,
  table: string,
  lines: readonly { id: string; name?: string; category?: string; price?: string; cost?: string }[],
): Promise<void> {
  await fill(
    engine,
    table,
    [
      "product_id varchar",
      "product_name varchar",
      "category varchar",
      "unit_price decimal(18, 4)",
      "unit_cost decimal(18, 4)",
    ],
    lines.map((line) => [line.id, line.name ?? line.id, line.category, line.price, line.cost]),
  );
}

export async function ordersTable(
  engine: Engine,
  table: string,
  lines: readonly { order: string; day: string | null; customer?: string; store?: string }[],
): Promise<void> {
  await fill(
    engine,
    table,
    ["transaction_id varchar", "sold_at date", "customer_id varchar", "store varchar"],
    lines.map((line) => [line.order, line.day, line.customer, line.store]),
  );
}

export async function storesTable(
  engine: Engine,
  table: string,
  lines: readonly { store: string; name: string }[],
): Promise<void> {
  await fill(
    engine,
    table,
    ["store varchar", "store_name varchar"],
    lines.map((line) => [line.store, line.name]),
  );
}

export async function inventoryTable(
  engine: Engine,
  table: string,
  lines: readonly { id: string; name?: string; stock: number; store?: string; cost?: string }[],
): Promise<void> {
  await fill(
    engine,
    table,
    [
      "product_id varchar",
      "product_name varchar",
      "category varchar",
      "current_stock decimal(18, 3)",
      "unit_cost decimal(18, 4)",
      "last_updated date",
      "store varchar",
    ],
    lines.map((line) => [line.id, line.name ?? line.id, null, line.stock, line.cost, null, line.store]),
  );
}
