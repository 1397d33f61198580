import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { LedgerReason } from "@/lib/std/ledger";
import type { ReadSet } from "./read-set";
import { MONEY_TYPE } from "./text-columns";
import { replacedBy, UNMATCHED } from "./unmatched-reasons";

/** What the other data sets of a notebook can give to sale lines. */
export interface Lists {
  /** There is a list of orders. */
  orders: boolean;
  /** Some product of a product list has a price. */
  prices: boolean;
  /** Some store of a list of stores has a name. */
  stores: boolean;
}

/** The lines of one data set that count in `sales`, and those that do not because of the others. */
export interface JoinedLines {
  /** A select of the columns of `sales`. */
  counted: string;
  /** A select of the columns of `set_aside`; null when every line counts. */
  aside: string | null;
  reasons: readonly LedgerReason[];
}

const RAW = [
  "sold_at",
  "product_id",
  "nullif(product_name::varchar, product_id::varchar)",
  "category",
  "rtrim(rtrim(quantity::varchar, '0'), '.')",
  "customer_id",
  "transaction_id",
  "store",
];
const PRICED_RAW = ["unit_price", "amount"].map((column) => `rtrim(rtrim(${column}::varchar, '0'), '.')`);

export const joinedTable = (id: string) => `joined_${id}`;
export const unmatchedTable = (id: string) => `unmatched_${id}`;

/**
 * What one data set of sold or returned lines gives to `sales`. A set that takes nothing from others stays the table it
 * is; one that does is written as `joined_<id>`, its lines without a match as `unmatched_<id>`.
 */
export async function joinLines(engine: Engine, set: ReadSet, lists: Lists, options: RunOptions): Promise<JoinedLines> {
  const table = `${set.kind}_${set.id}`;
  const date = set.lacks?.includes("date") ?? false;
  const price = lists.prices && (set.lacks?.includes("price") ?? false);
  const looked = date || price || lists.stores ? await lookAt(engine, table, options) : null;
  if (looked === null || !(date || price || looked.named)) return plainLines(engine, set, table, options);
  return materialised(engine, set, { table, date, price, looked, lists }, options);
}

interface Looked {
  /** Some store of the set is named by a list. */
  named: boolean;
  stores: boolean;
  customers: boolean;
  /** Products meet the product list by their names, because no id does. */
  byName: boolean;
}

async function lookAt(engine: Engine, table: string, options: RunOptions): Promise<Looked> {
  const name = identifier(table);
  const { rows } = await engine.runText(
    `with
      products as (select distinct product_id, product_name from ${name}),
      stores as (select distinct store from ${name} where store is not null)
    select
      exists (from stores semi join store_names on store_names.store = stores.store::varchar) as named,
      exists (from stores) as stores,
      (select count(customer_id) from ${name}) > 0 as customers,
      not exists (from products semi join product_list on product_list.product_id = products.product_id::varchar)
        and exists (from products semi join product_list on product_list.product_name = products.product_name::varchar)
        as by_name`,
    {},
    options,
  );
  const row = rows[0] ?? {};
  return {
    named: row.named === true,
    stores: row.stores === true,
    customers: row.customers === true,
    byName: row.by_name === true,
  };
}

/** `replaced` days are left out by the view; they alone are copied, as `unmatched_<id>`. */
async function plainLines(
  engine: Engine,
  { id, lacks, replaced }: ReadSet,
  table: string,
  options: RunOptions,
): Promise<JoinedLines> {
  const name = identifier(table);
  // Without a price anywhere only units count.
  const columns = lacks?.includes("price") ? `* replace (${amountSql("amount")} as amount)` : "*";
  const all = columns === "*" ? `from ${name}` : `select ${columns} from ${name}`;
  if (!replaced) return { counted: all, aside: null, reasons: [] };
  const within = replacedSql("sold_at", replaced);
  const { rows } = await engine.runText(`select count(*) as n from ${name} where ${within}`, {}, options);
  const lines = Number(rows[0]?.n ?? 0);
  if (lines === 0) return { counted: all, aside: null, reasons: [] };
  const reason = replacedBy(replaced.by);
  const unmatched = identifier(unmatchedTable(id));
  await engine.execute(
    `create or replace table ${unmatched} as
    select source_file::varchar as source_file, source_line, 'excluded' as fate, ${quoteLiteral(reason)} as reason,
      concat_ws(',', ${[...RAW, ...PRICED_RAW].join(", ")}) as raw from ${name} where ${within}`,
    options,
  );
  return {
    counted: `select ${columns} from ${name} where not ${within}`,
    aside: `from ${unmatched}`,
    reasons: [{ fate: "excluded", reason, lines, rule: "replaced" }],
  };
}

const amountSql = (amount: string) => `coalesce(${amount}, 0)::${MONEY_TYPE}`;

function replacedSql(day: string, { from, to }: { from: string; to: string }): string {
  return `coalesce(${day} >= ${quoteLiteral(from)}::date and ${day} < ${quoteLiteral(to)}::date + 1, false)`;
}

interface JoinSpec {
  table: string;
  date: boolean;
  price: boolean;
  looked: Looked;
  lists: Lists;
}

async function materialised(engine: Engine, set: ReadSet, spec: JoinSpec, options: RunOptions): Promise<JoinedLines> {
  const storeType = spec.looked.named ? `store_type_${set.id}` : null;
  const joined = identifier(joinedTable(set.id));
  const lines = joinedSql(set, spec, storeType);
  if (storeType !== null) await makeStoreType(engine, storeType, spec.table, options);
  await engine.execute(
    `create or replace table ${joined} as select * exclude (fate, reason) from (${lines}) where reason is null`,
    options,
  );
  const { rows } = await engine.runText(
    `select (select count(*) from ${identifier(spec.table)}) - (select count(*) from ${joined}) as missing`,
    {},
    options,
  );
  const counted = `from ${joined}`;
  if (Number(rows[0]?.missing ?? 0) === 0) {
    await dropStoreType(engine, storeType, options);
    return { counted, aside: null, reasons: [] };
  }
  const unmatched = identifier(unmatchedTable(set.id));
  const raw = spec.price ? RAW : [...RAW, ...PRICED_RAW];
  await engine.execute(
    `create or replace table ${unmatched} as
    select source_file::varchar as source_file, source_line, fate, reason, concat_ws(',', ${raw.join(", ")}) as raw
    from (${lines}) where reason is not null`,
    options,
  );
  await dropStoreType(engine, storeType, options);
  return { counted, aside: `from ${unmatched}`, reasons: await reasonsIn(engine, unmatched, set, options) };
}

async function reasonsIn(
  engine: Engine,
  table: string,
  { replaced }: ReadSet,
  options: RunOptions,
): Promise<LedgerReason[]> {
  const { rows } = await engine.runText(
    `select fate, reason, count(*) as lines from ${table} group by all order by lines desc, reason`,
    {},
    options,
  );
  const replacing = replaced ? replacedBy(replaced.by) : null;
  return rows.map((row) => ({
    fate: row.fate === "excluded" ? "excluded" : "rejected",
    reason: String(row.reason),
    lines: Number(row.lines),
    rule: row.reason === replacing ? "replaced" : null,
  }));
}

async function makeStoreType(engine: Engine, type: string, table: string, options: RunOptions): Promise<void> {
  await engine.execute(
    `drop type if exists ${identifier(type)};
    create type ${identifier(type)} as enum (
      select distinct coalesce(store_names.store_name, stores.store) as name
      from (select distinct store::varchar as store from ${identifier(table)} where store is not null) as stores
      left join store_names on store_names.store = stores.store
      order by 1
    )`,
    options,
  );
}

/** Columns that use the type outlive it. */
async function dropStoreType(engine: Engine, type: string | null, options: RunOptions): Promise<void> {
  if (type !== null) await engine.execute(`drop type if exists ${identifier(type)}`, options);
}

/** Every line of the set with what the lists give it, and `fate` and `reason` of those that do not count. */
function joinedSql({ replaced }: ReadSet, spec: JoinSpec, storeType: string | null): string {
  const { table, date, price, looked, lists } = spec;
  const name = identifier(table);
  const key = looked.byName ? "product_name" : "product_id";
  const joins = [
    ...(price
      ? [
          `left join (
        select sold.key, listed.key is not null as listed, listed.unit_price
        from (select distinct ${key} as key from ${name}) as sold
        left join (select ${key} as key, arg_min(unit_price, product_id) as unit_price from product_list group by 1) as listed
          on listed.key = sold.key::varchar
      ) as p on p.key = s.${key}`,
        ]
      : []),
    ...(storeType !== null
      ? [
          `left join (
        select sold.key, coalesce(store_names.store_name, sold.key::varchar)::${identifier(storeType)} as store
        from (select distinct store as key from ${name} where store is not null) as sold
        left join store_names on store_names.store = sold.key::varchar
      ) as n on n.key = s.store`,
        ]
      : []),
    ...(date ? ["left join order_list as o on o.transaction_id = s.transaction_id::varchar"] : []),
  ];
  const store = storeType === null ? "s.store" : "n.store";
  const fromOrder = (own: string, column: string, has: boolean) =>
    date ? (has ? `coalesce(${own}::varchar, o.${column}::varchar)` : `o.${column}`) : own;
  const soldAt = date ? "o.sold_at" : "s.sold_at";
  const amount = price ? `try_cast(s.quantity::decimal(19, 3) * p.unit_price as ${MONEY_TYPE})` : amountSql("s.amount");
  const fates = [
    ...(replaced ? [[replacedSql(soldAt, replaced), "excluded", replacedBy(replaced.by)] as const] : []),
    ...(date && !lists.orders ? [["true", "rejected", UNMATCHED.noOrders] as const] : []),
    ...(date ? [["o.transaction_id is null", "rejected", UNMATCHED.order] as const] : []),
    ...(date ? [["o.sold_at is null", "rejected", UNMATCHED.orderDate] as const] : []),
    ...(price ? [["p.listed is not true", "rejected", UNMATCHED.product] as const] : []),
    ...(price ? [["p.unit_price is null", "rejected", UNMATCHED.productPrice] as const] : []),
    ...(price ? [[`${amount} is null`, "rejected", UNMATCHED.total] as const] : []),
  ];
  const when = (pick: (fate: (typeof fates)[number]) => string) =>
    fates.length === 0
      ? "null::varchar"
      : `case ${fates.map((fate) => `when ${fate[0]} then ${quoteLiteral(pick(fate))}`).join(" ")} end`;
  return `select
    ${soldAt} as sold_at, s.product_id, s.product_name, s.category, s.quantity,
    ${price ? "p.unit_price" : "s.unit_price"} as unit_price,
    ${amount} as amount,
    s.unit_cost,
    ${fromOrder("s.customer_id", "customer_id", looked.customers)} as customer_id,
    s.transaction_id,
    ${fromOrder(store, "store", looked.stores)} as store,
    s.source_file, s.source_line,
    ${when((fate) => fate[1])} as fate,
    ${when((fate) => fate[2])} as reason
  from ${name} as s
  ${joins.join("\n  ")}`;
}
