import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { IngestError } from "../ingest-error";
import { openFile } from "../open-file";
import { fileOf } from "./testing/encode-text";

const ROOT = join(process.cwd(), "../shared/csv");
const there = existsSync(ROOT);

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

const open = (path: string) =>
  openFile(fileOf(basename(path), new Uint8Array(readFileSync(join(ROOT, path)))), { encoding: null, sheet: null });

describe.skipIf(!there)("files others test their readers with (../shared/csv; skipped where it is absent)", () => {
  it.each(["frictionless-datasets", "duckdb", "pollock", "csv-spectrum", "csv-test-data", "commons-csv", "blns"])(
    "of %s open or are refused in a sentence, each within two seconds",
    async (set) => {
      let opened = 0;
      for (const path of filesIn(join(ROOT, set))) {
        const started = performance.now();
        try {
          const { text } = await open(path.slice(ROOT.length));
          expect(text.size, path).toBeGreaterThan(0);
          opened += 1;
        } catch (error) {
          expect(error, path).toBeInstanceOf(IngestError);
          expect((error as IngestError).hint, path).not.toBeNull();
        }
        expect(performance.now() - started, path).toBeLessThan(2000);
      }
      expect(opened).toBeGreaterThan(0);
    },
  );

  it.each([
    ["frictionless-datasets/csv/encodings/iso8859.csv", "windows-1252", "Réunion"],
    ["frictionless-datasets/csv/encodings/western-macos-roman.csv", "macintosh", "Réunion"],
    ["frictionless-datasets/csv/encodings/big-western-macos-roman.csv", "macintosh", "über gründen wäre"],
    ["frictionless-datasets/csv/encodings/utf8.csv", "utf-8", "Réunion"],
    ["duckdb/data/csv/encodings/latin1.csv", "windows-1252", "José Álvarez"],
    ["duckdb/data/csv/encodings/latin1.csv.gz", "windows-1252", "José Álvarez"],
    ["duckdb/data/csv/encodings/utf16.csv", "utf-16le", "José Álvarez"],
    ["duckdb/data/csv/encodings/utf16.csv.gz", "utf-16le", "José Álvarez"],
    ["duckdb/data/csv/encodings/shift_jis.csv", "shift_jis", "山田"],
    ["rust-csv/examples/data/uspop-latin1.csv", "windows-1252", "Õakman"],
  ])("%s is read in %s", async (path, encoding, letters) => {
    const opened = await open(path);
    expect(opened.encoding).toBe(encoding);
    expect(await opened.text.text()).toContain(letters);
  });

  it.each([
    ["frictionless-datasets/excel/sample-1-sheet.xls", ["Sheet1"], "number,string,boolean\n1,two,true\n3,four,false\n"],
    [
      "frictionless-datasets/excel/sample-1-sheet.xlsx",
      ["Sheet1"],
      "number,string,boolean\n1,two,true\n3,four,false\n",
    ],
    [
      "frictionless-datasets/wrong-extension-files/sample-1-sheet.pdf",
      ["Sheet1"],
      "number,string,boolean\n1,two,true\n3,four,false\n",
    ],
    [
      "frictionless-datasets/wrong-extension-files/sample-1-sheet.txt",
      ["Sheet1"],
      "number,string,boolean\n1,two,true\n3,four,false\n",
    ],
    [
      "frictionless-datasets/excel/sample-2-sheets.xlsx",
      ["Sheet1", "Sheet2"],
      "header1,header2,header3\na,b,c\nd,e,f\n",
    ],
    ["frictionless-datasets/other/sample.ods", ["Sheet1", "Sheet2"], "header1,header2,header3\na,b,c\nd,e,f\n"],
    ["frictionless-datasets/other/sample.json", [], "boolean,number,string\ntrue,1,one\nfalse,2,two\n"],
  ])("%s is the table it holds", async (path, sheets, csv) => {
    const opened = await open(path);
    expect(opened.sheets).toEqual(sheets);
    expect(await opened.text.text()).toBe(csv);
  });
});
