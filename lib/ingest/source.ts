import type { Engine } from "@/lib/engine/engine";
import { quoteLiteral } from "@/lib/query/literal";
import type { NamedBlob } from "./decode";
import type { Dialect, ImportPlan } from "./plan";
import type { RegularFile } from "./regularise";

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
  return `read_csv(${quoteLiteral(path)}, auto_detect = false, compression = 'none', header = ${header}, delim = ${quoteLiteral(delimiter)},
    quote = ${quoteLiteral(quote)}, escape = ${quoteLiteral(quote)}, columns = {${columns}})`;
}

/**
 * True when the engine's strict reader can take the text as it is: the table begins in its first row and goes on to its
 * end, one character parts the fields, quotes are doubled, and nothing is carried from line to line.
 */
export function isPlain({ dialect, layout, carryDown }: Pick<ImportPlan, "dialect" | "layout" | "carryDown">): boolean {
  const { delimiter, quote, escape: behind, skipBlanks } = dialect;
  const { headerRow, headerRows, firstRow, lastRow } = layout;
  const cutPlainly = delimiter.length === 1 && quote !== "'" && behind === "doubled" && !skipBlanks;
  const wholeFile = lastRow === null && (headerRow === null ? firstRow === 1 : headerRow === 1 && headerRows === 1);
  return cutPlainly && wholeFile && firstRow === (headerRow === null ? 1 : 2) && carryDown === null;
}

/** The file as it is, of a plain plan: the engine's strict reader refuses it as a whole when one line does not fit. */
export async function plainSource(engine: Engine, file: NamedBlob, plan: ImportPlan): Promise<Source> {
  const path = await engine.attach(file, file.name);
  const names = cells(plan);
  const header = plan.layout.headerRow !== null;
  const records = `select row_number() over () + ${header ? 1 : 0} as line, null::varchar as problem, null::varchar as raw,
    ${names.join(", ")}
    from ${readCsv(path, plan.dialect, names, header)}`;
  return { records, path };
}

/** A file that was rewritten line by line. */
export async function regularSource(
  engine: Engine,
  plan: ImportPlan,
  { blob, dialect }: Pick<RegularFile, "blob" | "dialect">,
  name: string,
): Promise<Source> {
  const path = await engine.attach(blob, `regular-${name}`);
  const names = cells(plan);
  const records = `select line::bigint as line, problem, raw, ${names.join(", ")}
    from ${readCsv(path, dialect, ["line", "problem", "raw", ...names], false)}`;
  return { records, path };
}
