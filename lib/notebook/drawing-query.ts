import { identifier } from "@/lib/query/literal";
import type { Aggregate, ChartCell, TimeStep } from "./notebook";

const CALLS: Readonly<Record<Exclude<Aggregate, "none">, string>> = {
  sum: "sum",
  average: "avg",
  count: "count",
  least: "min",
  most: "max",
};

/** The query whose rows a chart cell draws: the columns x, y and group of its source; null while something is to be chosen. */
export function drawingQuery({ source, drawing }: Pick<ChartCell, "source" | "drawing">): string | null {
  const { type, x, y, group, aggregate, step } = drawing;
  const counts = aggregate === "count";
  if (source === "" || x === "" || (y === "" && !counts)) return null;
  const names = [x, ...(group === null || group === x ? [] : [group])];
  const keys = names.map((name) => identifier(name));
  const from = `from ${identifier(source)}`;
  const known = `where ${identifier(x)} is not null`;
  if (aggregate === "none") {
    const order = type === "line" ? "\norder by 1" : "";
    return `select ${[...keys, identifier(y)].join(", ")}\n${from}\n${known}${order}`;
  }
  const value = counts
    ? `count(*) as ${identifier(countName(names))}`
    : `${CALLS[aggregate]}(${identifier(y)}) as ${identifier(y)}`;
  if (step !== undefined) {
    const [, ...others] = keys;
    return `select ${[stepped(x, step), ...others, value].join(", ")}\n${from}\n${known}\ngroup by all\norder by 1`;
  }
  const order = type === "bars" ? `${inOrder(keys[0] ?? "")}, ${keys.length + 1} desc nulls last, 1` : "1";
  return `select ${[...keys, value].join(", ")}\n${from}\n${known}\ngroup by ${keys.join(", ")}\norder by ${order}`;
}

/** The first moment of the step a time is in. */
function stepped(x: string, step: TimeStep): string {
  const name = identifier(x);
  return `date_trunc('${step}', ${name})${step === "hour" ? "" : "::date"} as ${name}`;
}

/** As many bars as are seen at once. */
const MOST_IN_ORDER = 30;

/** A few days, hours or other steps stay in their order; names, and what there is much of, are by size. */
function inOrder(x: string): string {
  return `case when typeof(${x}) not similar to 'VARCHAR|ENUM.*' and count(*) over () <= ${MOST_IN_ORDER} then ${x} end`;
}

/** What the column of a count is called: "rows", or another name where that is taken. */
function countName(taken: readonly string[]): string {
  return taken.includes("rows") ? "number_of_rows" : "rows";
}

/** The column of `drawingQuery` that holds the values. */
export function drawnColumn({ x, y, group, aggregate }: ChartCell["drawing"]): string {
  return aggregate === "count" ? countName([x, ...(group === null ? [] : [group])]) : y;
}
