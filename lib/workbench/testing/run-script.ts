import { DuckDBInstance, type Json } from "@duckdb/node-api";
import { statementSpans } from "@/lib/engine/sql-text";

/** Runs a script in native DuckDB as its shell would in a folder; gives the rows of every query, in order. */
export async function runScript(text: string, folder: string): Promise<Record<string, Json>[][]> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run(`set file_search_path = '${folder}'`);
  const answers: Record<string, Json>[][] = [];
  for (const { start, end } of statementSpans(text)) {
    const reader = await connection.runAndReadAll(text.slice(start, end));
    if (/^(?:create|drop|delete|alter|insert|comment)/i.test(text.slice(start))) continue;
    answers.push(reader.getRowObjectsJson());
  }
  connection.closeSync();
  return answers;
}
