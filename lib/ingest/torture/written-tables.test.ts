import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessStructure } from "../structure";

/** How a table is written. */
interface Writing {
  delimiter: string;
  quote: '"' | "'";
  behind: "doubled" | "\\";
  lineEnd: string;
  always: boolean;
  lastLineEnd: boolean;
}

const writing: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|", "^", "~", "||"),
  quote: fc.constantFrom('"', "'"),
  behind: fc.constantFrom("doubled", "\\"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  always: fc.boolean(),
  lastLineEnd: fc.boolean(),
});

const WORDS = ["Bread", "Milk", "Rolls", "Tea", "Apples", "Soap", "Jam", "Salt", "Rice", "Oil"];

/** A product's name: words, and what makes reading hard between them. */
const nameOf = (hard: readonly string[]) =>
  fc
    .array(fc.constantFrom(...WORDS, ...hard), { minLength: 2, maxLength: 4 })
    .map((words) => `Best ${words.join(" ")}`);

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-03-${String(n).padStart(2, "0")}`);
const price = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));
const units = fc.integer({ min: 1, max: 500 }).map(String);

function written(
  rows: readonly (readonly string[])[],
  { delimiter, quote, behind, lineEnd, always, lastLineEnd }: Writing,
) {
  const escaped = (text: string) =>
    behind === "\\"
      ? text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`)
      : text.replaceAll(quote, quote + quote);
  const special = (text: string) => [delimiter, quote, "\n", "\r", "\\"].some((part) => text.includes(part));
  const field = (text: string) => (always || special(text) ? `${quote}${escaped(text)}${quote}` : text);
  return rows.map((row) => row.map(field).join(delimiter)).join(lineEnd) + (lastLineEnd ? lineEnd : "");
}

const structure = (head: string) => guessStructure({ head, whole: true, slices: [] });
const HEADER = ["Day", "Product", "Units", "Price"];

describe("a table written in any dialect", () => {
  it("is found as it was, without being told how it is written", () => {
    const rows = (how: Writing) =>
      fc.array(fc.tuple(day, nameOf([how.delimiter, `5${how.quote}`, "a\nb", ", ", ";", "#"]), units, price), {
        minLength: 12,
        maxLength: 30,
      });
    const given = writing.chain((how) => fc.tuple(fc.constant(how), rows(how)));
    fc.assert(
      fc.property(given, ([how, body]) => {
        const { columns, records, layout, questions } = structure(written([HEADER, ...body], how));
        expect(columns).toEqual(HEADER);
        expect(records.map(({ fields }) => fields)).toEqual(body);
        expect(layout).toEqual({ headerRow: 1, headerRows: 1, firstRow: 2, lastRow: null });
        expect(questions).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("is found when a field in quotes holds its delimiter of two signs", () => {
    const how: Writing = {
      delimiter: "||",
      quote: '"',
      behind: "doubled",
      lineEnd: "\n",
      always: true,
      lastLineEnd: false,
    };
    const bread = "Best Bread Bread";
    const bars = "Best || Bread Bread";
    const names = [bread, bars, "Best Bread ||", bread, bars, bread, "Best || Bread", "Best Bread ;", bread, bread];
    const body = [...names, "Best Bread , ", bars].map((name) => ["2024-03-01", name, "1", "0.01"]);
    expect(structure(written([HEADER, ...body], how)).columns).toEqual(HEADER);
  });

  it("is found without names, too", () => {
    const plain = fc.array(fc.tuple(day, nameOf([]), units, price), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(writing, plain, (how, body) => {
        const { records, layout } = structure(written(body, how));
        expect(records.map(({ fields }) => fields)).toEqual(body);
        expect(layout.headerRow).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it("is found below titles and above notes", () => {
    const body = fc.array(fc.tuple(day, nameOf([]), units, price), { minLength: 4, maxLength: 20 });
    const titles = fc.array(fc.constantFrom("Report of sales", "My shop", "All amounts are gross"), { maxLength: 4 });
    fc.assert(
      fc.property(writing, titles, body, (how, above, rows) => {
        const table = written([HEADER, ...rows], { ...how, lastLineEnd: true });
        const text = `${above.map((title) => title + how.lineEnd).join("")}${table}${how.lineEnd}Made by the till`;
        const { records, layout, columns } = structure(text);
        expect(columns).toEqual(HEADER);
        expect(records.map(({ fields }) => fields)).toEqual(rows);
        expect([layout.headerRow, layout.lastRow]).toEqual([above.length + 1, above.length + rows.length + 1]);
      }),
      { numRuns: 200 },
    );
  });
});
