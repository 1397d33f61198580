import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { tell } from "@/lib/std/testing/tell";
import { IngestError } from "../ingest-error";
import { loadedTable } from "./loaded-table";

const ROOT = resolve(process.cwd(), "../shared/csv");
const present = existsSync(ROOT);
if (!present) tell("The small sets of files are not here: their tests are skipped.");

const namesIn = (folder: string) => (present ? readdirSync(resolve(ROOT, folder)).sort() : []);
const json = (path: string): unknown => JSON.parse(readFileSync(resolve(ROOT, path), "utf8"));
const load = (path: string) =>
  loadedTable(Object.assign(new Blob([readFileSync(resolve(ROOT, path))]), { name: path }));

/** Files that are read otherwise, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "all-empty.csv": "Physically empty lines are no lines.",
  "empty-one-column.csv": "Physically empty lines are no lines.",
  "location_coordinates.csv": "The set expects another phone number than stands in its file.",
  "newlines_crlf.csv": "Line ends inside a field stay as they are; the set expects them changed.",
};

describe.skipIf(!present)("csv-spectrum", () => {
  it.each(namesIn("csv-spectrum/csvs"))("is read as its makers read it: %s", async (name) => {
    const { rows } = await load(`csv-spectrum/csvs/${name}`);
    const [header = [], ...lines] = rows;
    const objects = lines.map((line) => Object.fromEntries(header.map((key, index) => [key, line[index]])));
    const wanted = json(`csv-spectrum/json/${name.replace(".csv", ".json")}`);
    if (name in OTHERWISE) expect(objects).not.toEqual(wanted);
    else expect(objects).toEqual(wanted);
  });
});

const good = namesIn("csv-test-data/csv").filter((name) => !name.startsWith("bad-"));
const bad = namesIn("csv-test-data/csv").filter((name) => name.startsWith("bad-"));

describe.skipIf(!present)("csv-test-data", () => {
  it.each(good)("is read as its makers read it: %s", async (name) => {
    const { rows } = await load(`csv-test-data/csv/${name}`);
    const wanted = json(`csv-test-data/json/${name.replace(".csv", ".json")}`) as (string[] | Record<string, string>)[];
    const [first] = wanted;
    const table =
      Array.isArray(first) || first === undefined
        ? wanted
        : [Object.keys(first), ...wanted.map((row) => Object.values(row))];
    const own = first === undefined ? rows.slice(1) : rows;
    if (name in OTHERWISE) expect(own).not.toEqual(table);
    else expect(own).toEqual(table);
  });

  it.each(bad)("has faults that are reported: %s", async (name) => {
    const said = await load(`csv-test-data/csv/${name}`).then(
      ({ structure, regular, problems }) => [
        ...problems,
        ...structure.questions,
        ...(["padded", "cut", "strays"] as const).filter((count) => regular[count] > 0),
        ...(regular.lines === 0 ? ["no lines"] : []),
      ],
      (error: unknown) => {
        expect(error).toBeInstanceOf(IngestError);
        return ["refused"];
      },
    );
    expect(said).not.toEqual([]);
  });
});
