import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { tell } from "@/lib/std/testing/tell";
import type { NamedBlob } from "../decode";
import { loadedTable } from "./loaded-table";
import { type PollockScore, pollockScore, sumOf, type Table } from "./pollock-score";

const ROOT = resolve(process.cwd(), "../shared/csv/pollock");
const present = existsSync(ROOT);
if (!present) tell("The Pollock files are not here: their test is skipped.");

/** Files on which the engine's own guess scores higher, and why that is so. */
const LOWER: Readonly<Record<string, string>> = {};

interface Expected {
  expected_header: string[];
  expected_rows: string[][];
}

function cleanTable(name: string): Table {
  const path = resolve(ROOT, "core_expected", `${name}.expected.json`);
  const { expected_header: header, expected_rows: rows } = JSON.parse(readFileSync(path, "utf8")) as Expected;
  return header.length === 0 ? [] : [header, ...rows];
}

async function ours(name: string): Promise<Table> {
  const bytes = readFileSync(resolve(ROOT, "csv", name));
  const file: NamedBlob = Object.assign(new Blob([bytes]), { name });
  return (await loadedTable(file)).rows;
}

/** What the engine's reader makes of a file by itself: the loader "DuckDB Auto" of the benchmark. */
async function engines(connection: DuckDBConnection, name: string): Promise<Table | null> {
  const path = resolve(ROOT, "csv", name).replaceAll("'", "''");
  const options = "strict_mode = false, ignore_errors = true, null_padding = true";
  try {
    const reader = await connection.runAndReadAll(`select columns(*)::varchar from read_csv('${path}', ${options})`);
    const rows = reader.getRows().map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
    const names = reader.columnNames();
    return names.every((column) => /^column\d+$/.test(column)) ? rows : [names, ...rows];
  } catch {
    return null;
  }
}

const mean = (scores: readonly PollockScore[]) => scores.reduce((sum, score) => sum + sumOf(score), 0) / scores.length;

describe.skipIf(!present)("the polluted files of the Pollock benchmark", () => {
  it("are read better than by the engine's own guess, and at 9.6 of 10 or more", async () => {
    const names = readFileSync(resolve(ROOT, "core_files.txt"), "utf8")
      .split("\n")
      .filter((line) => line.endsWith(".csv"));
    expect(names).toHaveLength(190);
    const connection = await (await DuckDBInstance.create()).connect();
    const own: PollockScore[] = [];
    const other: PollockScore[] = [];
    const lower: string[] = [];
    for (const name of names) {
      const clean = cleanTable(name);
      const [mine, theirs] = [
        pollockScore(clean, await ours(name)),
        pollockScore(clean, await engines(connection, name)),
      ];
      own.push(mine);
      other.push(theirs);
      if (sumOf(mine) < sumOf(theirs) - 1e-9)
        lower.push(`${name}: ${sumOf(mine).toFixed(3)} < ${sumOf(theirs).toFixed(3)}`);
    }
    tell(`Pollock, 190 files: ours ${mean(own).toFixed(3)}, engine alone ${mean(other).toFixed(3)} of 10`);
    connection.closeSync();
    for (const line of lower) tell(`${line} because ${LOWER[line.split(":")[0] ?? ""] ?? "?"}`);
    expect(lower.map((line) => line.split(":")[0])).toEqual(Object.keys(LOWER));
    expect(mean(own)).toBeGreaterThanOrEqual(9.6);
    expect(mean(own)).toBeGreaterThanOrEqual(mean(other));
  });
});
