import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import { dateSql, plausibleSql } from "./date-sql";
import { type DateShape, dateShape, noEvidence, orderOf, weigh } from "./dates";
import { numberSql } from "./number-sql";
import { readNumber } from "./numbers";
import { arePlain, plainDateSql } from "./plain-date-sql";
import type { DateOrder, DecimalMark, ImportPlan } from "./plan";
import { MISSING_PATTERN } from "./set-aside-reasons";

/** What the values of a column could be; only all of its values decide. */
type Candidate =
  | { type: "text" }
  | { type: "boolean"; yes: string; no: string }
  | { type: "whole" }
  | { type: "number"; plain: boolean }
  | { type: "date"; shapes: readonly DateShape[]; order: DateOrder; timed: boolean; plain: boolean };

/** A column of a table: SQL over its text as a value of its type, null where it is empty. */
export interface TypedColumn {
  value: string;
  /** Values that stand for none ("N/A", "-") and are empty in a column of another type than text. */
  missing: number;
}

export interface TableReading extends Pick<ImportPlan, "dateOrder" | "decimalMark"> {
  newestYear: number;
}

const COLUMNS_AT_ONCE = 64;
const SAMPLE_ROWS = 1000;
const MOST_DECIMALS = 6;
const WORDS: readonly (readonly [yes: string, no: string])[] = [
  ["true", "false"],
  ["yes", "no"],
  ["y", "n"],
];
const MISSING = new RegExp(MISSING_PATTERN);
const WHOLE = /^-?(0|[1-9]\d{0,17})$/;
const PLAIN_NUMBER = { point: /^-?\d*\.?\d+$/, comma: /^-?\d*,?\d+$/ } as const;
/** Numbers of articles, telephones and postcodes: not for reckoning. */
const NAMING = /^(\+|[-+]?0\d)/;

/** Types the columns of a stage table by all their values: `names` are its text columns, in order. */
export async function typedColumns(
  engine: Engine,
  stage: string,
  { names, reading }: { names: readonly string[]; reading: TableReading },
  options: RunOptions,
): Promise<TypedColumn[]> {
  const typed: TypedColumn[] = [];
  for (let at = 0; at < names.length; at += COLUMNS_AT_ONCE) {
    const some = names.slice(at, at + COLUMNS_AT_ONCE);
    typed.push(...(await typeSome(engine, stage, { names: some, reading }, options)));
  }
  return typed;
}

async function typeSome(
  engine: Engine,
  stage: string,
  { names, reading }: { names: readonly string[]; reading: TableReading },
  options: RunOptions,
): Promise<TypedColumn[]> {
  const table = identifier(stage);
  const { rows } = await engine.runText(
    `select ${names.join(", ")} from ${table}
    where reason is null and rowid % (select greatest(1, count(*) // ${SAMPLE_ROWS}) from ${table}) = 0 limit ${2 * SAMPLE_ROWS}`,
    {},
    options,
  );
  const found = new Map<string, TypedColumn>();
  let open = names.map((name) => {
    const values = rows.flatMap((row) => (typeof row[name] === "string" ? [row[name]] : []));
    return { name, candidate: candidateOf(values, reading) };
  });
  while (open.length > 0) {
    const asked = open.filter(({ candidate }) => candidate.type !== "text");
    for (const { name, candidate } of open) if (candidate.type === "text") found.set(name, asText(name));
    if (asked.length === 0) break;
    const reads = asked.map(({ name, candidate }, index) => `${readSql(name, candidate, reading)} as read_${index}`);
    const checks = asked.map(({ name, candidate }, index) => checkSql(name, candidate, reading, index));
    const counted = await engine.runText(
      `select ${checks.join(", ")} from (select *, ${reads.join(", ")} from ${table} where reason is null)`,
      {},
      options,
    );
    open = [];
    for (const [index, { name, candidate }] of asked.entries()) {
      const column = judged({ name, candidate, row: counted.rows[0] ?? {}, index }, reading);
      if ("value" in column) found.set(name, column);
      else open.push({ name, candidate: column });
    }
  }
  return names.map((name) => found.get(name) ?? asText(name));
}

const asText = (name: string): TypedColumn => ({ value: `nullif(${name}, '')`, missing: 0 });

function candidateOf(values: readonly string[], reading: TableReading): Candidate {
  const filled = values.filter((value) => !MISSING.test(value.trim().toLowerCase()));
  if (filled.length === 0) return { type: "text" };
  const every = (fits: (value: string) => boolean) => filled.every(fits);
  if (every((value) => WHOLE.test(value))) return { type: "whole" };
  if (every((value) => !NAMING.test(value) && readNumber(value, reading.decimalMark) !== null)) {
    return { type: "number", plain: every((value) => PLAIN_NUMBER[reading.decimalMark].test(value)) };
  }
  const words = new Set(filled.map((value) => value.trim().toLowerCase()));
  for (const [yes, no] of WORDS)
    if (words.size === 2 && words.has(yes) && words.has(no)) return { type: "boolean", yes, no };
  const shapes = shapesOf(filled);
  if (shapes === null) return { type: "text" };
  const order = orderHere(filled) ?? reading.dateOrder;
  // 3/4/2026: without a word on the order it is no date.
  const open =
    order === "year-first" && shapes.some(({ layout, yearDigits }) => layout === "numbers" && yearDigits === 4);
  if (open) return { type: "text" };
  return { type: "date", shapes, order, timed: shapes.some(({ time }) => time !== ""), plain: arePlain(shapes) };
}

/** The order of day and month that a column's own values leave no doubt of. */
function orderHere(values: readonly string[]): DateOrder | null {
  const evidence = noEvidence();
  for (const value of values) weigh(evidence, value);
  return evidence.dayFirst > 0 && evidence.monthFirst > 0 ? null : orderOf(evidence);
}

/** The ways dates are written, or null when some value is no date, or is one by chance ("20260630"). */
function shapesOf(values: readonly string[]): DateShape[] | null {
  const found = new Map<string, DateShape>();
  for (const value of values) {
    const shape = dateShape(value);
    if (shape === null || shape.layout === "compact") return null;
    const { layout, separator, yearDigits, time, offset, plain } = shape;
    found.set([layout, separator, yearDigits, time, offset, plain].join("|"), shape);
  }
  return [...found.values()];
}

/** The value as its candidate type; a number as a double. */
function readSql(name: string, candidate: Candidate, { decimalMark, newestYear }: TableReading): string {
  switch (candidate.type) {
    case "text":
      return name;
    case "boolean":
      return `(case lower(trim(${name})) when ${quoteLiteral(candidate.yes)} then true when ${quoteLiteral(candidate.no)} then false end)`;
    case "whole":
      return `(case when try_cast(${name} as bigint)::varchar = ${name} then try_cast(${name} as bigint) end)`;
    case "number":
      return `(case when prefix(${name}, '+') or (ltrim(${name}, '-') >= '00' and ltrim(${name}, '-') < '0:') then null
        else ${figureSql(name, candidate, "double", decimalMark)} end)`;
    case "date": {
      const spec = { shapes: candidate.shapes, order: candidate.order, newestYear };
      const read = candidate.plain ? plainDateSql(name, spec) : dateSql({ ...spec, text: name });
      return `list_transform([${read}], lambda t: case when ${plausibleSql("t")} then t end)[1]`;
    }
  }
}

/** A number in the way its column writes it; plain ones cost the engine next to nothing. */
function figureSql(name: string, { plain }: { plain: boolean }, type: string, mark: DecimalMark): string {
  if (!plain) return numberSql(name, type, mark);
  return `try_cast(${mark === "point" ? name : `replace(replace(${name}, '.', ' '), ',', '.')`} as ${type})`;
}

/** What is asked of all values of a column: `read` is the name of what they read as. */
function checkSql(name: string, candidate: Candidate, { decimalMark }: TableReading, index: number): string {
  const read = `read_${index}`;
  const missing = `regexp_matches(lower(trim(${name})), ${quoteLiteral(MISSING_PATTERN)})`;
  const usable = candidate.type === "number" ? `coalesce(isfinite(${read}), false)` : `${read} is not null`;
  const state = `(case when ${usable} or ${name} is null or ${name} = '' then 0 when ${missing} then 1 else 2 end)`;
  const checks = [
    `count(*) filter (where ${state} = 1) as missing_${index}`,
    `count(*) filter (where ${state} = 2) as wrong_${index}`,
  ];
  if (candidate.type === "number") {
    const mark = decimalMark === "point" ? "." : ",";
    const decimals = candidate.plain
      ? `(case when contains(${name}, '${mark}') then length(${name}) - strpos(${name}, '${mark}') else 0 end)`
      : `length(regexp_extract(${name}, '[${mark}]([0-9]+)[^0-9]*$', 1))`;
    const exponent = `contains(lower(${name}), 'e') and regexp_matches(${name}, '[0-9][eE][+-]?[0-9]')`;
    checks.push(
      `max(abs(${read})) as largest_${index}`,
      `max(${decimals}) as decimals_${index}`,
      `coalesce(bool_or(${exponent}), false) as exponent_${index}`,
    );
  }
  if (candidate.type === "date") checks.push(`coalesce(bool_or(${read} <> ${read}::date), false) as timed_${index}`);
  return checks.join(", ");
}

interface Judging {
  name: string;
  candidate: Candidate;
  row: Readonly<Record<string, unknown>>;
  index: number;
}

/** What values may be that are not all of the candidate's type. */
function weaker(candidate: Candidate): Candidate {
  if (candidate.type === "whole") return { type: "number", plain: true };
  if (candidate.type === "number" && candidate.plain) return { ...candidate, plain: false };
  return candidate.type === "date" && candidate.plain ? { ...candidate, plain: false } : { type: "text" };
}

/** The column, or the next thing its values could be. */
function judged({ name, candidate, row, index }: Judging, reading: TableReading): TypedColumn | Candidate {
  const of = (what: string) => Number(row[`${what}_${index}`] ?? 0);
  if (of("wrong") > 0) return weaker(candidate);
  const missing = of("missing");
  const read = readSql(name, candidate, reading);
  if (candidate.type === "number") {
    const decimals = of("decimals");
    const digits = 18 - decimals;
    if (row[`exponent_${index}`] === true || decimals > MOST_DECIMALS || of("largest") >= 10 ** digits) {
      return decimals === 0 && of("largest") >= 1e18 ? { type: "text" } : { value: read, missing };
    }
    const type = decimals === 0 ? "bigint" : `decimal(18, ${decimals})`;
    return { value: figureSql(name, candidate, type, reading.decimalMark), missing };
  }
  if (candidate.type === "date" && row[`timed_${index}`] !== true && !candidate.timed) {
    return { value: `(${read})::date`, missing };
  }
  return { value: read, missing };
}
