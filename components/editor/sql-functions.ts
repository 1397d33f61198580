import { DUCKDB_FUNCTIONS } from "./duckdb-functions";
import type { SqlFunction } from "./sql-names";

/** What the engine calls by its grammar, not by its catalogue, and what only stands before OVER. */
const OF_THE_GRAMMAR = `
cast(value as type)	Converts a value to a type; fails where it cannot.
coalesce(value, ...)	The first value that is not null.
cume_dist()	Share of the rows up to this one, 0 to 1; before OVER.
dense_rank()	Rank without gaps; before OVER.
extract(part from date)	A part of a date: year, month, day.
first_value(value)	The value of the window's first row; before OVER.
grouping(value, ...)	Which grouping set a row is of.
lag(value, [offset], [default])	The value some rows before; before OVER.
last_value(value)	The value of the window's last row; before OVER.
lead(value, [offset], [default])	The value some rows after; before OVER.
nth_value(value, n)	The value of the window's n-th row; before OVER.
ntile(n)	The rows in n parts of the same size; before OVER.
percent_rank()	Rank as a share, 0 to 1; before OVER.
rank()	Rank with gaps after ties; before OVER.
row_number()	The row's number, from 1; before OVER.
try_cast(value as type)	Converts a value to a type; null where it cannot.
`;

function read(line: string): SqlFunction {
  const [signature = "", about = ""] = line.split("\t");
  return { name: signature.slice(0, signature.indexOf("(")), signature, about };
}

let known: readonly SqlFunction[] | null = null;

/** Every function of the engine that a question to the data may need, by name. */
export function sqlFunctions(): readonly SqlFunction[] {
  known ??= `${DUCKDB_FUNCTIONS.trim()}\n${OF_THE_GRAMMAR.trim()}`.split("\n").map(read);
  return known;
}
