import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";

/** Names that are probably the same, written differently. */
export interface SimilarNames {
  count: number;
  example: readonly [string, string];
}

const BLANKS = ["' '", "chr(9)", "chr(10)", "chr(13)", "chr(160)", "chr(8239)"];
const letters = BLANKS.reduce((name, blank) => `replace(${name}, ${blank}, '')`, "lower(name)");

/** The names of a file. */
export interface NamesSource {
  /** The dictionary that holds them. */
  type: string;
  /** A query of `name`, the different texts they come from: quicker to read; null where it lacks some. */
  texts: string | null;
}

/** Names that differ only in capitals or blanks; null when all differ in letters too. */
export async function similarNames(
  engine: Engine,
  { type, texts }: NamesSource,
  options: RunOptions,
): Promise<SimilarNames | null> {
  const names = `select unnest(enum_range(null::${identifier(type)}))::varchar as name`;
  // Most shops have none: telling that takes a quarter of the time.
  const alike = await engine.runText(
    `select count(*) - count(distinct ${letters}) as n from (${texts ?? names})`,
    {},
    options,
  );
  if (Number(alike.rows[0]?.n ?? 0) === 0) return null;
  const { rows } = await engine.runText(
    `with
    names as (${names}),
    alike as (
      select count(*) as n, min(name) as first, max(name) as last
      from names group by ${letters} having count(*) > 1
    )
    select coalesce(sum(n), 0)::bigint as n, arg_max(first, (n, first)) as first, arg_max(last, (n, first)) as last from alike`,
    {},
    options,
  );
  const [row] = rows;
  const count = Number(row?.n ?? 0);
  return count === 0 ? null : { count, example: [String(row?.first), String(row?.last)] };
}
