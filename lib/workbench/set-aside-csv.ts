import type { Engine } from "@/lib/engine/engine";
import type { DataSet } from "@/lib/notebook/notebook";
import { setAsideName } from "./data-tables";

/** Text a spreadsheet would run as a formula, also in full-width forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function field(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** "sales.csv" as "sales-set-aside.csv". */
export function setAsideFileName(dataSet: Pick<DataSet, "fileName">): string {
  return `${dataSet.fileName.replace(/\.[^.]+$/, "")}-set-aside.csv`;
}

/** Every line set aside of a data set: line, what became of it, reason, raw text. RFC 4180. */
export async function setAsideCsv(engine: Engine, dataSet: DataSet): Promise<string> {
  const head = ["line", "fate", "reason", "raw"];
  if (dataSet.ledger.rejected + dataSet.ledger.excluded === 0) return `${head.join()}\r\n`;
  const { rows } = await engine.runText(
    `select source_line as line, fate, reason, raw from ${setAsideName(dataSet)} order by source_line`,
  );
  const lines = rows.map((row) => [String(row.line), ...head.slice(1).map((name) => field(String(row[name] ?? "")))]);
  return [head, ...lines].map((line) => `${line.join()}\r\n`).join("");
}
