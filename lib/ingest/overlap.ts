import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { DataKind } from "@/lib/std/data-kind";
import type { ReadSet } from "./read-set";

/** What a new data set and one that is present both hold. */
export interface Overlap {
  /** The present data set. */
  id: string;
  /** Equal lines (sales, returns), or products x stores, products, orders, stores both know. */
  lines: number;
  /** First and last day both hold lines of, YYYY-MM-DD; null for what has no days. */
  from: string | null;
  to: string | null;
  /** Lines of the new data set that the present one does not hold. */
  newLines: number;
}

/** Without a number of the sale, equal lines may be equal by chance: below this share of the shared days they are. */
const LEAST_SHARE = 0.2;

const SOLD = [
  "sold_at::timestamp",
  "product_id::varchar",
  "product_name::varchar",
  "quantity",
  "amount",
  "transaction_id::varchar",
  "customer_id::varchar",
  "store::varchar",
];

/** What makes two lines of a list speak of the same thing. */
const KEYS: Readonly<Partial<Record<DataKind, readonly string[]>>> = {
  inventory: ["product_id::varchar", "store::varchar"],
  products: ["product_id::varchar"],
  orders: ["transaction_id::varchar"],
  stores: ["store::varchar"],
};

/**
 * The present data set of the same kind that holds most of a new one's lines, or null when none holds enough to be more
 * than chance. Sold lines are equal when day and time, product, quantity, amount, sale, customer and store are; each is
 * matched once. Only days both hold are looked at.
 */
export async function findOverlap(
  engine: Engine,
  newSet: ReadSet & { table: string },
  present: readonly ReadSet[],
  options: RunOptions = {},
): Promise<Overlap | null> {
  let most: Overlap | null = null;
  for (const set of present) {
    if (set.kind !== newSet.kind || set.id === newSet.id) continue;
    const tables = { fresh: newSet.table, known: `${set.kind}_${set.id}` };
    const keys = KEYS[set.kind];
    const found =
      set.kind === "sales" || set.kind === "returns"
        ? await soldTwice(engine, tables, options)
        : keys
          ? await listedTwice(engine, tables, keys, options)
          : null;
    if (found !== null && found.lines > (most?.lines ?? 0)) most = { id: set.id, ...found };
  }
  return most;
}

interface Tables {
  fresh: string;
  known: string;
}
type Found = Omit<Overlap, "id">;

async function soldTwice(engine: Engine, { fresh, known }: Tables, options: RunOptions): Promise<Found | null> {
  const [a, b] = [await spanOf(engine, fresh, options), await spanOf(engine, known, options)];
  if (a === null || b === null) return null;
  // Lines whose days stand in a list of orders have none of their own: all of them are looked at.
  const dated = a.first !== null && b.first !== null;
  const [first, last] = [later(a.first, b.first), earlier(a.last, b.last)];
  if (dated && (first === null || last === null || first > last)) return null;
  if (!dated && (a.first !== null || b.first !== null || !(a.numbered && b.numbered))) return null;
  const within = dated
    ? `where sold_at >= ${quoteLiteral(first ?? "")}::date and sold_at < ${quoteLiteral(last ?? "")}::date + 1`
    : "";
  const counted = (table: string) =>
    `select hash(${SOLD.join(", ")}) as line, count(*) as n from ${identifier(table)} ${within} group by 1`;
  const { rows } = await engine.runText(
    `select
      (select coalesce(sum(least(f.n, k.n)), 0)::bigint from (${counted(fresh)}) as f join (${counted(known)}) as k using (line)) as lines,
      (select count(*) from ${identifier(fresh)} ${within}) as shared`,
    {},
    options,
  );
  const lines = Number(rows[0]?.lines ?? 0);
  const shared = Number(rows[0]?.shared ?? 0);
  const least = a.numbered && b.numbered ? 1 : Math.max(1, shared * LEAST_SHARE);
  if (lines < least) return null;
  const days = dated ? await daysOfBoth(engine, { fresh, known }, within, options) : { from: null, to: null };
  return { lines, ...days, newLines: a.lines - lines };
}

interface Span {
  lines: number;
  first: string | null;
  last: string | null;
  /** Some line names its sale. */
  numbered: boolean;
}

async function spanOf(engine: Engine, table: string, options: RunOptions): Promise<Span | null> {
  const { rows } = await engine.runText(
    `select count(*) as lines, min(sold_at)::date as first_day, max(sold_at)::date as last_day,
      count(transaction_id) > 0 as numbered from ${identifier(table)}`,
    {},
    options,
  );
  const row = rows[0] ?? {};
  const day = (value: unknown) => (typeof value === "string" ? value : null);
  const lines = Number(row.lines ?? 0);
  if (lines === 0) return null;
  return { lines, first: day(row.first_day), last: day(row.last_day), numbered: row.numbered === true };
}

const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);

async function daysOfBoth(
  engine: Engine,
  { fresh, known }: Tables,
  within: string,
  options: RunOptions,
): Promise<{ from: string | null; to: string | null }> {
  const days = (table: string) => `select distinct sold_at::date as day from ${identifier(table)} ${within}`;
  const { rows } = await engine.runText(
    `select min(day) as from_day, max(day) as to_day from (${days(fresh)} intersect ${days(known)})`,
    {},
    options,
  );
  const day = (value: unknown) => (typeof value === "string" ? value : null);
  return { from: day(rows[0]?.from_day), to: day(rows[0]?.to_day) };
}

async function listedTwice(
  engine: Engine,
  { fresh, known }: Tables,
  keys: readonly string[],
  options: RunOptions,
): Promise<Found | null> {
  const listed = (table: string) => `select distinct hash(${keys.join(", ")}) as entry from ${identifier(table)}`;
  const { rows } = await engine.runText(
    `with fresh as (${listed(fresh)}), known as (${listed(known)})
    select (select count(*) from fresh) as entries, (select count(*) from fresh semi join known using (entry)) as both`,
    {},
    options,
  );
  const entries = Number(rows[0]?.entries ?? 0);
  const lines = Number(rows[0]?.both ?? 0);
  if (lines === 0 || lines < entries * LEAST_SHARE) return null;
  return { lines, from: null, to: null, newLines: entries - lines };
}
