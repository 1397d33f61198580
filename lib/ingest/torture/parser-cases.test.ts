import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { tell } from "@/lib/std/testing/tell";
import { guessDialect } from "../dialect";
import { type Dialect, PLAIN } from "../plan";
import { recordsOf } from "../records";

const ROOT = resolve(process.cwd(), "../shared/csv");
const present = existsSync(ROOT);
if (!present) tell("The parsers' cases are not here: their tests are skipped.");

const json = <T>(path: string): T => JSON.parse(readFileSync(resolve(ROOT, path), "utf8")) as T;

/** Fields of the records that are no empty line; a record that cannot be cut is said by its problem. */
function read(text: string, dialect: Dialect): (readonly string[])[] {
  return recordsOf(text, dialect)
    .map(({ fields, problem }) => (problem === null ? fields : [`(${problem})`]))
    .filter((fields) => fields.length > 1 || fields[0] !== "");
}

const GIVEN_UP = "A quote that is never closed costs its own line alone, which is rejected with its text.";
const BLANKS = "Blanks around a quoted field are no letters: files with them are written so by hand and by databases.";
const SETTING = "Asks for a setting no file of a shop needs.";
const COMMENTS = "Comments between lines of a table are lines of their own, too short to count.";

/** Cases that are read otherwise here, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "Quoted field with whitespace around quotes": BLANKS,
  "Quoted field has no closing quote": GIVEN_UP,
  "Quoted field has invalid trailing quote after delimiter": GIVEN_UP,
  "Quoted field has invalid trailing quote before delimiter": GIVEN_UP,
  "Quoted field has invalid trailing quote after new line": GIVEN_UP,
  "Mixed slash n and slash r should choose first as precident": "Line ends may be mixed in one file.",
  quote_outer_space: BLANKS,
  quote_no_escapes: "A quote that no delimiter follows is a letter, and the field goes on.",
  quote_escapes_no_double: "Quotes may be doubled in any dialect.",
  term_weird: SETTING,
  ascii_delimited: SETTING,
  quote_change: SETTING,
  quote_delimiter: SETTING,
  quote_escapes_change: SETTING,
  comment_1: COMMENTS,
  "testCSV246_checkWithNoComment.txt": COMMENTS,
  "testCSV85_default.txt": COMMENTS,
  "testCSV85_ignoreEmpty.txt": COMMENTS,
  "test_default.txt": BLANKS,
  "test_default_comment.txt": COMMENTS,
  "test_rfc4180.txt": BLANKS,
  "test_rfc4180_trim.txt": "Blanks in front of a delimiter stay letters; they are trimmed where a value is read.",
};

/** The cases of a set that are read otherwise are those of the table, no more and no fewer. */
function expectOtherwise(cases: readonly string[], differing: readonly string[]) {
  expect([...differing].sort()).toEqual(cases.filter((name) => name in OTHERWISE).sort());
}

interface PapaCase {
  description: string;
  input: string;
  config?: Record<string, unknown>;
  expected: { data: (string[] | Record<string, string>)[] };
}

/** Settings this reader has, too; a case with another one asks for something else than cutting a text. */
const KNOWN_SETTINGS = ["delimiter", "quoteChar", "escapeChar", "newline", "skipEmptyLines", "fastMode"];

function dialectOf({ description, input, config = {} }: PapaCase): Dialect {
  const guessed = description.includes("guess") ? guessDialect(input).delimiter : ",";
  return {
    ...PLAIN.dialect,
    delimiter: typeof config.delimiter === "string" ? config.delimiter : guessed,
    quote: config.quoteChar === "'" ? "'" : '"',
    escape: config.escapeChar === "\\" ? "\\" : "doubled",
  };
}

function papaCases(path: string): PapaCase[] {
  return json<PapaCase[]>(path).filter(({ config = {}, expected }) => {
    const known = Object.keys(config).every((key) => KNOWN_SETTINGS.includes(key));
    const { delimiter = ",", quoteChar = '"' } = config;
    const fits = typeof delimiter === "string" && delimiter !== "\n" && (quoteChar === '"' || quoteChar === "'");
    return known && fits && config.skipEmptyLines !== "greedy" && expected.data.every(Array.isArray);
  });
}

interface RustCase {
  name: string;
  input: string;
  expected: string[][];
  builder_options: string;
}

function rustDialect(options: string): Dialect {
  return {
    ...PLAIN.dialect,
    delimiter: options.includes("delimiter(b'z')") ? "z" : options.includes("delimiter(") ? "\t" : ",",
    quote: options.includes("quoting(false)") ? "" : '"',
    escape: options.includes(String.raw`escape(Some(b'\\'))`) ? "\\" : "doubled",
  };
}

describe.skipIf(!present)("other parsers' cases", () => {
  it.each([["papaparse/core_parser_tests.json"], ["papaparse/parse_tests.json"]])(
    "are read alike, but those with a reason: %s",
    (path) => {
      const cases = papaCases(path);
      expect(cases.length).toBeGreaterThan(40);
      const differing = cases.filter((given) => {
        const rows = given.expected.data.filter((row) => Array.isArray(row) && (row.length > 1 || row[0] !== ""));
        return JSON.stringify(read(given.input, dialectOf(given))) !== JSON.stringify(rows);
      });
      expectOtherwise(
        cases.map(({ description }) => description),
        differing.map(({ description }) => description),
      );
    },
  );

  it("are read alike, but those with a reason: rust-csv/core_reader_cases.json", () => {
    const cases = json<RustCase[]>("rust-csv/core_reader_cases.json");
    const letters = (text: string) => text.replaceAll("{feff}", "\uFEFF");
    const differing = cases.filter(({ input, expected, builder_options }) => {
      const rows = expected.map((row) => row.map(letters)).filter((row) => row.length > 1 || row[0] !== "");
      return JSON.stringify(read(letters(input), rustDialect(builder_options))) !== JSON.stringify(rows);
    });
    expectOtherwise(
      cases.map(({ name }) => name),
      differing.map(({ name }) => name),
    );
  });

  it("are read alike, but those with a reason: commons-csv/CSVFileParser", () => {
    const folder = resolve(ROOT, "commons-csv/CSVFileParser");
    const controls = readdirSync(folder).filter((name) => /^test.*\.txt$/.test(name));
    expect(controls.length).toBeGreaterThan(5);
    const differing = controls.filter((control) => {
      const [settings = "", , ...expected] = readFileSync(resolve(folder, control), "utf8").split("\n");
      const [file = "", ...options] = settings.split(" ");
      const dialect = { ...PLAIN.dialect, skipBlanks: options.includes("IgnoreSpaces=true") };
      const lines = read(readFileSync(resolve(folder, file), "utf8"), dialect).map(
        (fields) => `${fields.length}:[${fields.join(", ")}]`,
      );
      return JSON.stringify(lines) !== JSON.stringify(expected.filter((line) => line !== "" && line !== "1:[]"));
    });
    expectOtherwise(controls, differing);
  });
});
