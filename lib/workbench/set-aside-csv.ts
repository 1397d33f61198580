import type { Engine } from "@/lib/engine/engine";
import { unmatchedTable } from "@/lib/ingest/join-lines";
import type { DataSet } from "@/lib/notebook/notebook";
import { csvField, inertText } from "@/lib/std/inert-text";
import { setAsideName } from "./data-tables";

/** "sales.csv" as "sales-set-aside.csv". */
export function setAsideFileName(dataSet: Pick<DataSet, "fileName">): string {
  return `${dataSet.fileName.replace(/\.[^.]+$/, "")}-set-aside.csv`;
}

/**
 * Every line of a data set that does not count, by itself or because of other files: line, what became of it, reason, raw
 * text. RFC 4180.
 */
export async function setAsideCsv(engine: Engine, dataSet: DataSet): Promise<string> {
  const head = ["line", "fate", "reason", "raw"];
  const tables = [
    ...(dataSet.ledger.rejected + dataSet.ledger.excluded > 0 ? [setAsideName(dataSet)] : []),
    ...(dataSet.unmatched.length > 0 ? [unmatchedTable(dataSet.id)] : []),
  ];
  if (tables.length === 0) return `${head.join()}\r\n`;
  const selects = tables.map((table) => `select source_line as line, fate, reason, raw from ${table}`);
  const { rows } = await engine.runText(`${selects.join(" union all ")} order by line`);
  const lines = rows.map((row) => [
    String(row.line),
    ...head.slice(1).map((name) => csvField(inertText(String(row[name] ?? "")))),
  ]);
  return [head, ...lines].map((line) => `${line.join()}\r\n`).join("");
}
