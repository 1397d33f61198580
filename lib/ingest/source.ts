import type { Engine } from "@/lib/engine/engine";
import { quoteLiteral } from "@/lib/query/literal";
import type { NamedBlob } from "./decode";
import { type Dialect, type ImportPlan, PLAIN } from "./plan";
import { regularise } from "./regularise";

/** The records of a file as SQL. */
export interface Source {
  /** A select of `line`, `problem`, `raw` and the file's columns as c1, c2, ... in order, all text but `line`. */
  records: string;
  path: string;
}

/** The name of a column of the file in the SQL of the import. */
export function cell(plan: Pick<ImportPlan, "columns">, name: string): string {
  return `c${plan.columns.indexOf(name) + 1}`;
}

export function cells(plan: Pick<ImportPlan, "columns">): string[] {
  return plan.columns.map((_, index) => `c${index + 1}`);
}

function readCsv(path: string, { delimiter, quote }: Dialect, names: readonly string[], header: boolean): string {
  const columns = names.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  return `read_csv(${quoteLiteral(path)}, auto_detect = false, header = ${header}, delim = ${quoteLiteral(delimiter)},
    quote = ${quoteLiteral(quote)}, escape = ${quoteLiteral(quote)}, columns = {${columns}})`;
}

/** The file as it is: the engine's strict reader refuses it as a whole when one line does not fit. */
export async function plainSource(engine: Engine, file: NamedBlob, plan: ImportPlan): Promise<Source> {
  const path = await engine.attach(file, file.name);
  const names = cells(plan);
  const records = `select row_number() over () + 1 as line, null::varchar as problem, null::varchar as raw, ${names.join(", ")}
    from ${readCsv(path, plan.dialect, names, true)}`;
  return { records, path };
}

/** The file rewritten line by line; slower, takes everything. `lines` is its own count of them. */
export async function regularSource(
  engine: Engine,
  file: NamedBlob,
  plan: ImportPlan,
  signal?: AbortSignal,
): Promise<Source & { lines: number }> {
  const { blob, lines } = await regularise(file, plan, signal);
  const path = await engine.attach(blob, `regular-${file.name}`);
  const names = cells(plan);
  const { dialect } = PLAIN;
  const records = `select line::bigint as line, problem, raw, ${names.join(", ")}
    from ${readCsv(path, dialect, ["line", "problem", "raw", ...names], false)}`;
  return { records, lines, path };
}
