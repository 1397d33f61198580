import type { Engine, RunOptions } from "@/lib/engine/engine";
import type { Value } from "@/lib/query/column";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { Row } from "@/lib/query/result";
import emptyProfiles from "@/sql/model/empty-profiles.sql?raw";

/** Above this many lines, counts of different values are estimates. */
const EXACT_LINES = 1_000_000;
/** Columns looked at by one statement: few enough for the memory, many enough for the time. */
const COLUMNS_AT_ONCE = 32;
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
  /** What its values are called to a person. */
  word: string;
}

/** What is found of one column. */
interface Profiled {
  column: Described;
  filled: number;
  distinct: number;
  minimum: Value;
  maximum: Value;
  mean: Value;
  topValues: string | null;
  histogram: Value;
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
  const { rows } = await engine.runText(
    `select column_name as name, data_type as type, (select count(*) from ${table}) as lines
    from duckdb_columns() where table_name = ${quoteLiteral(`table_${id}`)} order by column_index`,
    {},
    options,
  );
  const lines = Number(rows[0]?.lines ?? 0);
  const columns = rows.map((row) => ({ name: String(row.name), word: typeWord(String(row.type)) }));
  const profiled: Profiled[] = [];
  for (let at = 0; at < columns.length; at += COLUMNS_AT_ONCE) {
    const some = columns.slice(at, at + COLUMNS_AT_ONCE);
    profiled.push(...(await profileSome(engine, { table, columns: some, exact: lines <= EXACT_LINES }, options)));
  }
  const tuples = profiled.map((of, index) => tuple({ ...of.column, index, lines, fileName }, of));
  const empty = `select * exclude (data_set_position) from (${emptyProfiles})`;
  await engine.execute(
    [
      `create or replace table ${identifier(profileTable(id))} as ${empty}`,
      ...(tuples.length > 0 ? [`insert into ${identifier(profileTable(id))} values ${tuples.join(",\n")}`] : []),
    ].join(";\n"),
    options,
  );
}

interface TupleSpec extends Described {
  index: number;
  lines: number;
  fileName: string;
}

function tuple({ name, word, index, lines, fileName }: TupleSpec, of: Profiled): string {
  const values: Value[] = [
    fileName,
    lines,
    index + 1,
    name,
    word,
    of.filled,
    lines - of.filled,
    of.distinct,
    lines <= EXACT_LINES,
    of.minimum,
    of.maximum,
    of.mean,
    of.topValues,
    of.histogram,
  ];
  return `(${values.map((value) => (value === null ? "null" : quoteLiteral(String(value)))).join(", ")})`;
}

interface ProfileSpec {
  table: string;
  columns: readonly Described[];
  exact: boolean;
}

async function profileSome(engine: Engine, spec: ProfileSpec, options: RunOptions): Promise<Profiled[]> {
  const { rows } = await engine.runText(spanSql(spec), {}, options);
  const spans = rows[0] ?? {};
  const counted = spec.exact ? (await engine.runText(wordsSql(spec), {}, options)).rows : [];
  const steps = stepsSql(spec, spans);
  const histograms = steps === null ? {} : ((await engine.runText(steps, {}, options)).rows[0] ?? {});
  return spec.columns.map((column, index) => {
    const of = (what: string) => spans[`${what}_${index}`] ?? null;
    const words = counted.filter((row) => row.at === index);
    return {
      column,
      filled: Number(of("filled")),
      distinct: Number(spec.exact ? (words[0]?.different ?? 0) : of("different")),
      minimum: of("minimum"),
      maximum: of("maximum"),
      mean: of("mean"),
      topValues: words.length === 0 ? null : words.map(({ word, n }) => `${word} (${n})`).join(", "),
      histogram: histograms[`steps_${index}`] ?? null,
    };
  });
}

const shown = (what: string) => `left(${what}::varchar, ${LONGEST_VALUE})`;
const isNumber = ({ word }: Described) => word === "number" || word === "whole number";
const isMeasured = (column: Described) => isNumber(column) || column.word.startsWith("date");

/** Where a value lies on a line: itself, or seconds. */
function place(column: Described): string {
  const value = identifier(column.name);
  return isNumber(column) ? `${value}::double` : `epoch(${value}::timestamp)::double`;
}

function spanSql({ table, columns, exact }: ProfileSpec): string {
  const asked = columns.flatMap((column, index) => {
    const value = identifier(column.name);
    return [
      `count(${value}) as filled_${index}`,
      `${shown(`min(${value})`)} as minimum_${index}`,
      `${shown(`max(${value})`)} as maximum_${index}`,
      ...(exact ? [] : [`approx_count_distinct(${value}) as different_${index}`]),
      ...(isNumber(column) ? [`avg(${value}::double) as mean_${index}`] : []),
      ...(isMeasured(column)
        ? [`min(${place(column)}) as low_${index}`, `max(${place(column)}) as high_${index}`]
        : []),
    ];
  });
  return `select ${asked.join(", ")} from ${table}`;
}

/** The most frequent values of each column, and how many different ones it has. */
function wordsSql({ table, columns }: ProfileSpec): string {
  return columns
    .map(({ name }, index) => {
      const value = identifier(name);
      return `(select ${index} as at, ${shown("v")} as word, n, different from (
        select ${value} as v, count(*) as n, count(*) over () as different
        from ${table} where ${value} is not null group by 1 order by n desc, v limit ${TOP}))`;
    })
    .join("\nunion all\n");
}

/** How many values lie in each of ten equal steps from the smallest to the largest: "12 0 3 ...". */
function stepsSql({ table, columns }: ProfileSpec, spans: Row): string | null {
  const counted = columns.flatMap((column, index) => {
    const [low, high] = [spans[`low_${index}`], spans[`high_${index}`]];
    if (!isMeasured(column) || typeof low !== "number" || typeof high !== "number") return [];
    const step = `least(${STEPS - 1}, floor(${STEPS} * (${place(column)} - ${low}::double) / ${high > low ? high - low : 1}::double))`;
    return [
      {
        index,
        steps: `histogram(${step}::integer) filter (where ${identifier(column.name)} is not null) as map_${index}`,
      },
    ];
  });
  if (counted.length === 0) return null;
  const texts = counted.map(
    ({
      index,
    }) => `array_to_string([${Array.from({ length: STEPS }, (_, at) => `coalesce(map_${index}[${at}], 0)`).join(", ")}], ' ')
      as steps_${index}`,
  );
  return `select ${texts.join(", ")} from (select ${counted.map(({ steps }) => steps).join(", ")} from ${table})`;
}
