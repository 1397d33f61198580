import type { Drawing } from "@/lib/notebook/notebook";
import { identifier } from "@/lib/query/literal";
import { bestCategory, bestDate, bestMeasure, bestName, type KnownColumn } from "./telling-columns";

/** A query to begin with, and how its rows are drawn. */
export interface FirstQuestion {
  title: string;
  sql: string;
  chart: { title: string; drawing: Drawing } | null;
}

/** As many as are named one below the other. */
const MOST_NAMED = 20;
const MOST_SHOWN = 100;
/** About as many steps has a histogram. */
const STEPS = 20;

const quoted = (name: string) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : identifier(name));

const countName = (column: string) => (column.toLowerCase() === "lines" ? "number_of_lines" : "lines");

const averageOf = (measure: KnownColumn | null) =>
  measure ? `,\n  round(avg(${identifier(measure.name)}), 2) as ${identifier(`Average ${measure.name}`)}` : "";

function drawn(type: Drawing["type"], title: string, x: string, y: string): FirstQuestion["chart"] {
  return {
    title: `Chart of ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    drawing: { type, x, y, group: null, aggregate: "none" },
  };
}

/**
 * The first thing worth asking of an ordinary table, from what its columns hold: how many lines fall into each period,
 * else into each category; else which lines are the largest, how a number is spread, or simply the first lines. `view`
 * is what queries call the table.
 */
export function firstQuestion(view: string, columns: readonly KnownColumn[]): FirstQuestion | null {
  if (columns.length === 0) return null;
  const from = `from ${quoted(view)}`;
  return (
    overTime(from, columns) ??
    byCategory(from, columns) ??
    largest(from, columns) ??
    spread(from, columns) ?? { title: "First lines", sql: `${from}\nlimit ${MOST_SHOWN}`, chart: null }
  );
}

function overTime(from: string, columns: readonly KnownColumn[]): FirstQuestion | null {
  const date = bestDate(columns);
  if (!date) return null;
  const { column, grain } = date;
  const title = `Lines by ${grain}`;
  const name = identifier(column.name);
  const sql = `select
  date_trunc('${grain}', ${name})::date as ${grain},
  count(*) as lines${averageOf(bestMeasure(columns))}
${from}
where ${name} is not null
group by all
order by ${grain}`;
  return { title, sql, chart: drawn("line", title, grain, "lines") };
}

function byCategory(from: string, columns: readonly KnownColumn[]): FirstQuestion | null {
  const category = bestCategory(columns);
  if (!category) return null;
  const title = `Lines by ${category.name}`;
  const lines = countName(category.name);
  const measure = bestMeasure(columns.filter((column) => column !== category));
  const sql = `select
  ${identifier(category.name)},
  count(*) as ${lines}${averageOf(measure)}
${from}
group by all
order by ${category.holds === "whole number" ? "1" : `${lines} desc, 1`}`;
  return { title, sql, chart: drawn("bars", title, category.name, lines) };
}

function largest(from: string, columns: readonly KnownColumn[]): FirstQuestion | null {
  const [name, measure] = [bestName(columns), bestMeasure(columns)];
  if (!name || !measure) return null;
  const title = `Largest ${measure.name}`;
  const size = identifier(measure.name);
  const sql = `select ${identifier(name.name)}, ${size}
${from}
where ${size} is not null
order by ${size} desc, 1
limit ${MOST_NAMED}`;
  return { title, sql, chart: drawn("bars", title, name.name, measure.name) };
}

/** A step of 1, 2 or 5 times a power of ten, so that about as many as wanted cover the width. */
function niceStep(width: number): number {
  const rough = width / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((each) => each * power >= rough) ?? 10;
  return Number((factor * power).toPrecision(1));
}

function spread(from: string, columns: readonly KnownColumn[]): FirstQuestion | null {
  const measure = bestMeasure(columns);
  const width = Number(measure?.maximum) - Number(measure?.minimum);
  if (!measure || !(width > 0) || !Number.isFinite(width)) return null;
  const title = `How ${measure.name} is spread`;
  const name = identifier(measure.name);
  const step = niceStep(width);
  const sql = `select
  floor(${name} / ${step}) * ${step} as at_least,
  count(*) as lines
${from}
where ${name} is not null
group by all
order by at_least`;
  return { title, sql, chart: drawn("bars", title, "at_least", "lines") };
}
