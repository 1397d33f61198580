import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";

/** Above this many lines, counts of different values are estimates. */
export const EXACT_LINES = 1_000_000;
/** Columns looked at by one statement: few enough for the memory, many enough for the time. */
const COLUMNS_AT_ONCE = 16;
const STEPS = 10;
const TOP = 3;
const LONGEST_VALUE = 200;

export const profileTable = (id: string) => `profile_${id}`;

/** What is called what to a person. */
const TYPE_WORDS: readonly [pattern: RegExp, word: string][] = [
  [/^BOOLEAN$/, "yes/no"],
  [/^(TINY|SMALL|BIG|HUGE|U.*)?INT(EGER)?$|^DECIMAL\(\d+,0\)$/, "whole number"],
  [/^(DECIMAL.*|DOUBLE|FLOAT)$/, "number"],
  [/^DATE$/, "date"],
  [/^TIMESTAMP/, "date and time"],
];

function typeWord(type: string): string {
  return TYPE_WORDS.find(([pattern]) => pattern.test(type))?.[1] ?? "text";
}

interface Described {
  name: string;
  word: string;
  position: number;
}

/**
 * Computes `profile_<id>` from `table_<id>`: one row a column with what it holds, as `sql/model/empty-profiles.sql` says.
 * `fileName` is what the table is called to a person.
 */
export async function makeProfile(
  engine: Engine,
  id: string,
  fileName: string,
  options: RunOptions = {},
): Promise<void> {
  const table = identifier(`table_${id}`);
  const profile = identifier(profileTable(id));
  const { rows } = await engine.runText(
    `select column_name as name, data_type as type, (select count(*) from ${table}) as lines
    from duckdb_columns() where table_name = ${quoteLiteral(`table_${id}`)} order by column_index`,
    {},
    options,
  );
  const lines = Number(rows[0]?.lines ?? 0);
  const columns = rows.map((row, index) => ({
    name: String(row.name),
    word: typeWord(String(row.type)),
    position: index + 1,
  }));
  const making = identifier(`stage_profile_${id}`);
  await engine.execute(`create or replace temp table ${making} as ${shape(fileName)}`, options);
  try {
    for (let at = 0; at < columns.length; at += COLUMNS_AT_ONCE) {
      const some = columns.slice(at, at + COLUMNS_AT_ONCE).map((column) => columnSql(table, column, lines, fileName));
      await engine.execute(`insert into ${making} by name ${some.join("\nunion all by name\n")}`, options);
    }
    await engine.execute(`create or replace table ${profile} as from ${making} order by position`, options);
  } finally {
    await engine.execute(`drop table if exists ${making}`);
  }
}

/** The columns of a profile, without a row; the order of `empty-profiles.sql`. */
function shape(fileName: string): string {
  return `select ${quoteLiteral(fileName)} as data_set, null::bigint as lines, null::bigint as position,
    null::varchar as column_name, null::varchar as type, null::bigint as filled, null::bigint as empty,
    null::bigint as distinct_values, null::boolean as distinct_is_exact, null::varchar as minimum,
    null::varchar as maximum, null::double as mean, null::varchar as top_values, null::varchar as histogram limit 0`;
}

function columnSql(table: string, { name, word, position }: Described, lines: number, fileName: string): string {
  const value = identifier(name);
  const exact = lines <= EXACT_LINES;
  const shown = (what: string) => `left(${what}::varchar, ${LONGEST_VALUE})`;
  const measured = word !== "text" && word !== "yes/no";
  const number = word === "number" || word === "whole number";
  const fixed = `${quoteLiteral(fileName)} as data_set, ${lines}::bigint as lines, ${position}::bigint as position,
    ${quoteLiteral(name)} as column_name, ${quoteLiteral(word)} as type`;
  const seen = `select ${value} as v, count(*) as n from ${table} where ${value} is not null group by all`;
  const top = `(select string_agg(${shown("v")} || ' (' || n || ')', ', ' order by n desc, v) from (
    select v, n from seen order by n desc, v limit ${TOP}))`;
  const ends = `(select min(${value}) as low, max(${value}) as high from ${table})`;
  const counted = exact
    ? `(select count(*) from seen)::bigint as distinct_values, true as distinct_is_exact`
    : `(select approx_count_distinct(${value}) from ${table})::bigint as distinct_values, false as distinct_is_exact`;
  const topValues = exact || word === "yes/no" ? top : `null::varchar`;
  const mean = number ? `(select avg(${value}::double) from ${table})` : "null::double";
  const histogram = measured ? histogramSql(table, value, number) : "null::varchar";
  return `(${exact || word === "yes/no" ? `with seen as (${seen})` : ""}
  select ${fixed},
    (select count(${value}) from ${table})::bigint as filled,
    (${lines} - (select count(${value}) from ${table}))::bigint as empty,
    ${counted},
    ${shown("ends.low")} as minimum, ${shown("ends.high")} as maximum,
    ${mean}::double as mean,
    ${topValues}::varchar as top_values,
    ${histogram}::varchar as histogram
  from ${ends} as ends)`;
}

/** How many values lie in each of ten equal steps from the smallest to the largest: "12 0 3 ...". */
function histogramSql(table: string, value: string, number: boolean): string {
  const at = number ? `${value}::double` : `epoch(${value}::timestamp)::double`;
  return `(with placed as (
      select least(${STEPS - 1}, floor(${STEPS} * (v - low) / nullif(high - low, 0)))::integer as step
      from (select ${at} as v, min(${at}) over () as low, max(${at}) over () as high from ${table})
      where v is not null
    )
    select case when count(step) > 0 then array_to_string([
      ${Array.from({ length: STEPS }, (_, step) => `count(*) filter (where step = ${step})`).join(", ")}
    ], ' ') end from placed)`;
}
