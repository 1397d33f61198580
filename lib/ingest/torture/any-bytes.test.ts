import { existsSync, openAsBlob, readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { tell } from "@/lib/std/testing/tell";
import { IngestError } from "../ingest-error";
import { loadedTable } from "./loaded-table";

const ROOT = resolve(process.cwd(), "../shared/csv");
const present = existsSync(ROOT);
if (!present) tell("The torture files are not here: their tests are skipped.");

/** No file of the sets may take longer. */
const LONGEST_MS = 10_000;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return statSync(path).size > 0 ? [path] : [];
  });
}

const SETS = [
  "duckdb/data",
  "frictionless-datasets",
  "commons-csv",
  "rust-csv/examples",
  "papaparse",
  "csv-injection",
  "blns",
];

describe.skipIf(!present)("any file", () => {
  it.each(SETS)("is cut into lines that are all accounted for, or refused with a sentence: %s", async (set) => {
    const files = filesUnder(resolve(ROOT, set));
    expect(files.length).toBeGreaterThan(0);
    for (const path of files) {
      const name = relative(ROOT, path);
      const began = performance.now();
      try {
        const file = Object.assign(await openAsBlob(path), { name: basename(path) });
        const { structure, regular, rows, problems } = await loadedTable(file);
        const header = structure.layout.headerRow === null ? 0 : 1;
        expect.soft(rows.length - header + problems.length, name).toBe(regular.lines);
        const width = structure.columns.length;
        expect
          .soft(
            rows.every((row) => row.length === width),
            `${name} is not ${width} wide`,
          )
          .toBe(true);
      } catch (error) {
        if (!(error instanceof IngestError)) throw new Error(`${name} failed`, { cause: error });
        expect.soft(error.hint, name).not.toBe("");
      }
      expect.soft(performance.now() - began, name).toBeLessThan(LONGEST_MS);
    }
  });
});
