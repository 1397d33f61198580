import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dialect, PLAIN } from "./plan";
import { LONGER_THAN_CUT, RecordSplitter, recordsOf, refitted, UNCLOSED_QUOTE } from "./records";

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

  it("may be parted by several characters, or by blanks", () => {
    expect(fieldsOf('a||"b||c"||d|e', { ...COMMA, delimiter: "||" })).toEqual([["a", "b||c", "d|e"]]);
    expect(fieldsOf('a, "b, c",  d', { ...COMMA, skipBlanks: true })).toEqual([["a", "b, c", "d"]]);
    expect(fieldsOf('  a   b "c d"\n1  2 3', { ...COMMA, delimiter: " ", skipBlanks: true })).toEqual([
      ["a", "b", "c d"],
      ["1", "2", "3"],
    ]);
    expect(fieldsOf('a  "b c"', { ...COMMA, delimiter: " " })).toEqual([["a", "", "b c"]]);
  });

  it("have quotes behind an escape character, which may escape itself, or doubled ones", () => {
    const backslash: Dialect = { ...COMMA, escape: "\\" };
    expect(fieldsOf(String.raw`"6\" pipe","c:\dir\\","8\'9",x\y,"a""b"`, backslash)).toEqual([
      ['6" pipe', "c:\\dir\\", "8\\'9", "x\\y", 'a"b'],
    ]);
    expect(fieldsOf('"6\0" pipe",2', { ...COMMA, escape: "\0" })).toEqual([['6" pipe', "2"]]);
  });

  it("begin without a byte order mark, and may hold NUL bytes", () => {
    expect(fieldsOf("\uFEFFa,b\n\0,\uFEFF")).toEqual([
      ["a", "b"],
      ["\0", "\uFEFF"],
    ]);
  });

  it("say how they are spelled", () => {
    const spelled = (text: string) => recordsOf(text, COMMA).map(({ regular, strays }) => [regular, strays]);
    expect(spelled('a,b\n"a","b ""c"""\n"a" ,b\na"b,c\n"a"b",c')).toEqual([
      [true, 0],
      [true, 0],
      [false, 0],
      [false, 1],
      [false, 1],
    ]);
    expect(recordsOf("a||b", { ...COMMA, delimiter: "||" })[0]?.regular).toBe(false);
  });

  it("are given up when they are too long, and reading goes on below", () => {
    const splitter = new RecordSplitter(COMMA);
    const long = "x".repeat(300_000);
    const records = [long, long, long, "\n1,2\n"].flatMap((piece) => splitter.push(piece));
    expect(records.map(({ line, fields, problem }) => [line, problem ?? fields])).toEqual([
      [1, LONGER_THAN_CUT],
      [2, ["1", "2"]],
    ]);
    expect(records[0]?.raw).toHaveLength(10_000);
  });

  it.each([
    ["doubled quotes at the start of every line", '""abc"",1\n', COMMA],
    ["quotes that are always escaped", '"abc\\",1\n', { ...COMMA, escape: "\\" } as const],
    ["a quote in every line", 'a,"\n', COMMA],
    ["a quote that opens and closes between lines", '"a"b\n', COMMA],
  ])("take no more time a line when there are more of them: %s", (_, line, dialect) => {
    const lines = 200_000;
    const began = performance.now();
    expect(recordsOf(line.repeat(lines), dialect).length).toBeGreaterThan(lines / 3);
    expect(performance.now() - began).toBeLessThan(20_000);
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
    const text = fc.string({
      unit: fc.constantFrom("a", "1", ",", "|", "||", "\\", '"', "\n", "\r\n", " "),
      maxLength: 40,
    });
    const dialect: fc.Arbitrary<Dialect> = fc.record({
      delimiter: fc.constantFrom(",", "||", " "),
      quote: fc.constantFrom('"', ""),
      escape: fc.constantFrom("doubled", "\\"),
      skipBlanks: fc.boolean(),
    });
    fc.assert(
      fc.property(text, dialect, fc.nat(60), fc.nat(60), (whole, how, first, second) => {
        const [from, to] = [Math.min(first, second), Math.max(first, second)];
        const splitter = new RecordSplitter(how);
        const pieces = [whole.slice(0, from), whole.slice(from, to), whole.slice(to)];
        const records = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
        expect(records).toEqual(recordsOf(whole, how));
      }),
      { numRuns: 4_000 },
    );
  });

  it("are read otherwise where that gives them the width of the table", () => {
    const mended = (raw: string, width: number) => {
      const [record] = recordsOf(raw, COMMA);
      return record && refitted(record, COMMA, width).fields;
    };
    expect(mended('"2024-01-01,Bread,"white, sliced",2', 4)).toEqual(['"2024-01-01', "Bread", "white, sliced", "2"]);
    expect(mended('"Table, 48"","oak, oiled",9', 3)).toEqual(['Table, 48"', "oak, oiled", "9"]);
    expect(mended('1,5" pipe,2', 3)).toEqual(["1", '5" pipe', "2"]);
    expect(mended('"a"b",c', 4)).toEqual(['a"b', "c"]);
  });
});
