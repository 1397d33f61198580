import { RESERVED_WORDS } from "@/lib/query/written-name";

/** What a query is built of, as it is offered while typing; words that belong together come together. */
export const CLAUSES: readonly string[] = [
  ..."select from where having limit offset qualify window with as on using and or not in is null like ilike".split(
    " ",
  ),
  ..."between exists distinct case when then else end asc desc join values filter exclude replace".split(" "),
  ..."over interval rows range recursive summarize describe pivot unpivot lambda glob collate".split(" "),
  "group by",
  "group by all",
  "order by",
  "order by all",
  "partition by",
  "left join",
  "right join",
  "full join",
  "inner join",
  "cross join",
  "semi join",
  "anti join",
  "asof join",
  "positional join",
  "union all",
  "union all by name",
  "union",
  "intersect",
  "except",
  "is null",
  "is not null",
  "is distinct from",
  "is not distinct from",
  "not in",
  "not like",
  "nulls first",
  "nulls last",
  "within group",
  "grouping sets",
  "similar to",
  "true",
  "false",
  "rows between",
  "unbounded preceding",
  "current row",
];

export const TYPES: readonly string[] = (
  "bigint blob boolean date decimal double float hugeint integer interval smallint text time timestamp " +
  "timestamptz tinyint uuid varchar"
).split(" ");

/** Words that could be a column's name but hardly are one. */
const LIKE_RESERVED =
  "between by exclude exists filter nulls over partition preceding following recursive rows unbounded";

/** Words set apart as part of the language. Others of the engine's ("date", "name", "year") are more often columns. */
export const KEYWORDS: ReadonlySet<string> = new Set([...RESERVED_WORDS, ...LIKE_RESERVED.split(" ")]);
