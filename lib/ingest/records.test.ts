import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dialect, PLAIN } from "./plan";
import { RecordSplitter, recordsOf, UNCLOSED_QUOTE } from "./records";

const COMMA: Dialect = PLAIN.dialect;
const fieldsOf = (text: string, dialect = COMMA) => recordsOf(text, dialect).map((record) => record.fields);

describe("records", () => {
  it("are cut at delimiters and any line end, the last one without too", () => {
    expect(fieldsOf("a,b\r\n1,2\n3,4\r5,6")).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(fieldsOf("a;b\n1;'x;y'", { ...COMMA, delimiter: ";", quote: "'" })).toEqual([
      ["a", "b"],
      ["1", "x;y"],
    ]);
    expect(fieldsOf('a\t"b"', { ...COMMA, delimiter: "\t", quote: "" })).toEqual([["a", '"b"']]);
  });

  it("keep quoted delimiters, quotes and line ends inside their field", () => {
    expect(fieldsOf('"a,1","say ""hi""","two\r\nlines"\n1,2,3')).toEqual([
      ["a,1", 'say "hi"', "two\r\nlines"],
      ["1", "2", "3"],
    ]);
  });

  it("have the number of the row a spreadsheet shows, where empty lines take a row", () => {
    const records = recordsOf('a,b\n"x\ny",1\n\n\r\n2,3\n', COMMA);
    expect(records.map(({ line }) => line)).toEqual([1, 2, 5]);
    expect(records.map(({ raw }) => raw)).toEqual(["a,b", '"x\ny",1', "2,3"]);
  });

  it("take a quote inside a field for a letter", () => {
    expect(fieldsOf('5" pipe,1\n"6" pipe",2\n')).toEqual([
      ['5" pipe', "1"],
      ['6" pipe', "2"],
    ]);
  });

  it("give up the line of a quote that is never closed, and go on below it", () => {
    const records = recordsOf('a,b\n1,"open\n2,x\n3,"y"\n', COMMA);
    expect(records.map(({ fields, problem }) => problem ?? fields)).toEqual([
      ["a", "b"],
      UNCLOSED_QUOTE,
      ["2", "x"],
      ["3", "y"],
    ]);
    expect(records[1]).toMatchObject({ line: 2, raw: '1,"open' });
    expect(recordsOf('1,"open', COMMA)).toMatchObject([
      { line: 1, fields: [], raw: '1,"open', problem: UNCLOSED_QUOTE },
    ]);
  });

  it("come out as they went in, whatever stands in the fields", () => {
    const field = fc.string({ unit: fc.constantFrom("a", "é", " ", ",", '"', "\n", "\r", ";"), maxLength: 6 });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (table) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = table.map((row) => row.map(quoted).join(",")).join("\n");
        expect(fieldsOf(text)).toEqual(table);
      }),
    );
  });

  it("do not depend on where the text was cut into pieces", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "1", ",", '"', "\n", "\r\n", " "), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (whole, first, second) => {
        const [from, to] = [Math.min(first, second), Math.max(first, second)];
        const splitter = new RecordSplitter(COMMA);
        const pieces = [whole.slice(0, from), whole.slice(from, to), whole.slice(to)];
        const records = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
        expect(records).toEqual(recordsOf(whole, COMMA));
      }),
    );
  });
});
