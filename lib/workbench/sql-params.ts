import { analysisNamed } from "@/lib/analyses/registry";
import { askedParams } from "@/lib/notebook/asked-params";
import type { Asking, Cell, InputCell, SqlCell } from "@/lib/notebook/notebook";
import { quoteLiteral } from "@/lib/query/literal";
import { ALL } from "@/lib/query/param";
import { paramLiterals, toParams } from "@/lib/query/query";
import { paramNames } from "@/lib/query/sql-names";
import { inputParam } from "./input-param";

/** SQL literals by parameter name, and the names nothing gives a value. */
export interface SqlParams {
  literals: Readonly<Record<string, string>>;
  missing: readonly string[];
}

const MONTH = /^\d{4}-\d{2}$/;

/** First and last day of a period, both included; all time is wider than any file. */
export function daysOf(period: string): { from: string; to: string } {
  if (period === ALL) return { from: "0001-01-01", to: "9999-12-31" };
  if (!MONTH.test(period)) {
    const [from = "", to = ""] = period.split("..");
    return { from, to };
  }
  const [year = 0, month = 0] = period.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${period}-01`, to: `${period}-${last}` };
}

/** What an input gives a query: its value by its name, a period its first and last day besides. */
export function inputLiterals(cells: readonly Cell[], input: InputCell): Record<string, string> {
  const codec = inputParam(cells, input);
  const value = codec.parse(input.value);
  const own = { [input.name]: (codec.literal as (value: string | number) => string)(value) };
  if (input.input !== "period") return own;
  const { from, to } = daysOf(String(value));
  return {
    ...own,
    [`${input.name}_from`]: `${quoteLiteral(from)}::DATE`,
    [`${input.name}_to`]: `${quoteLiteral(to)}::DATE`,
  };
}

function originLiterals(cells: readonly Cell[], origin: Asking): Record<string, string> {
  const { query } = analysisNamed(origin.analysis);
  return paramLiterals(query, toParams(query, askedParams(cells, origin)));
}

/** The values of the `$names` of a query: input cells by name, else the parameters of the analysis it was. Throws QueryError. */
export function sqlParams(cells: readonly Cell[], cell: Pick<SqlCell, "sql" | "origin">): SqlParams {
  const names = paramNames(cell.sql);
  if (names.length === 0) return { literals: {}, missing: [] };
  const inputs = cells.filter((other) => other.kind === "input");
  const given: Record<string, string> = Object.assign(
    cell.origin ? originLiterals(cells, cell.origin) : {},
    ...inputs.map((input) => inputLiterals(cells, input)),
  );
  const literals = Object.fromEntries(names.flatMap((name) => (name in given ? [[name, given[name] ?? ""]] : [])));
  return { literals, missing: names.filter((name) => !(name in given)) };
}
