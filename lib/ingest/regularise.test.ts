import { describe, expect, it } from "vitest";
import { PLAIN } from "./plan";
import { type RegularPlan, regularise } from "./regularise";

const PLAN = { dialect: { ...PLAIN.dialect, delimiter: ";" }, columns: ["a", "b", "c"] } as const;
const file = (text: string) => Object.assign(new Blob([text]), { name: "till.csv" });

async function rewritten(text: string): Promise<{ lines: number; text: string }> {
  const { blob, lines } = await regularise(file(text), PLAN);
  return { lines, text: await blob.text() };
}

describe("a file rewritten", () => {
  it("keeps every line that fits, with the row a spreadsheet shows", async () => {
    expect(await rewritten('a;b;c\n1;2;3\n\n"x;y";"p\nq";"say ""hi"""\n')).toEqual({
      lines: 2,
      text: '2;;;1;2;3\n4;;;"x;y";"p\nq";"say ""hi"""\n',
    });
  });

  it("gives a line that does not fit its problem and its raw text", async () => {
    const { lines, text } = await rewritten('a;b;c\n1;2\n1;2;3;4\n1;"open\n5;6;7\n');
    expect(lines).toBe(4);
    expect(text.split("\n")).toEqual([
      '2;fewer fields than the header;"1;2";;;',
      '3;more fields than the header;"1;2;3;4";;;',
      '4;a quote is opened and never closed;"1;""open";;;',
      "5;;;5;6;7",
      "",
    ]);
  });

  it("forgives empty fields at the end, blank lines and total lines", async () => {
    expect((await rewritten("a;b;c\n1;2;3;; \n   \nTotal;5\n")).text).toBe("2;;;1;2;3\n3;;;   ;;\n4;;;Total;5;\n");
  });

  it("has no lines when there is only a header", async () => {
    expect(await rewritten("a;b;c\n")).toMatchObject({ lines: 0, text: "" });
  });
});

describe("a file rewritten after its plan", () => {
  const TEXT = "Sales of May;;\n\na;b;c\n1;2;3\n1;2\n1;2;3;4\n\nd;e\n5;6\n";
  const LAYOUT = { headerRow: 3, headerRows: 1, firstRow: 4, lastRow: 6 };
  const written = async (plan: Partial<RegularPlan>, text = TEXT) => {
    const { blob, dialect, ...counts } = await regularise(file(text), { ...PLAN, layout: LAYOUT, ...plan });
    return { counts, text: (await blob.text()).split("\n").slice(0, -1) };
  };

  it("counts the lines around the table with their reason and text", async () => {
    expect(await written({})).toEqual({
      counts: { lines: 6, padded: 0, cut: 0, strays: 0 },
      text: [
        '1;above the table;"Sales of May;;";;;',
        "4;;;1;2;3",
        '5;fewer fields than the header;"1;2";;;',
        '6;more fields than the header;"1;2;3;4";;;',
        '8;below the table;"d;e";;;',
        '9;below the table;"5;6";;;',
      ],
    });
  });

  it("fills up and cuts lines of an ordinary table", async () => {
    const { counts, text } = await written({ kind: "table" });
    expect(counts).toEqual({ lines: 6, padded: 1, cut: 1, strays: 0 });
    expect(text.slice(1, 4)).toEqual(["4;;;1;2;3", "5;;;1;2;", "6;;;1;2;3"]);
  });

  it("counts the lines a person counts, whatever rule left them out", async () => {
    const { counts, text } = await written({ countedLines: [1, 5, 6, 9] });
    expect(counts).toEqual({ lines: 6, padded: 2, cut: 1, strays: 0 });
    expect(text).toEqual([
      "1;;;Sales of May;;",
      "4;;;1;2;3",
      "5;;;1;2;",
      "6;;;1;2;3",
      '8;below the table;"d;e";;;',
      "9;;;5;6;",
    ]);
  });

  it("leaves out nothing by a rule that is switched off", async () => {
    const off = { preamble: false, "second-table": false, "short-line": false, "long-line": false };
    const { text } = await written({ rules: off });
    expect(text.map((line) => line.split(";")[1])).toEqual(["", "", "", "", "", ""]);
  });

  it("leaves out headers of several rows and reads files without one", async () => {
    const two = { headerRow: 1, headerRows: 2, firstRow: 3, lastRow: null };
    expect((await written({ layout: two }, "a;b;c\nkg;;EUR\n1;2;3\n")).text).toEqual(["3;;;1;2;3"]);
    const none = { headerRow: null, headerRows: 0, firstRow: 1, lastRow: null };
    expect((await written({ layout: none }, "1;2;3\n")).text).toEqual(["1;;;1;2;3"]);
  });

  it("carries fields of an order down to its other lines", async () => {
    const layout = { headerRow: 1, headerRows: 1, firstRow: 2, lastRow: null };
    const carryDown = { key: "a", columns: ["b"] };
    const { text } = await written({ layout, carryDown }, 'a;b;c\n#1;May;x\n;;y\n"#2";;z\n');
    expect(text).toEqual(["2;;;#1;May;x", "3;;;#1;May;y", "4;;;#2;;z"]);
  });

  it("is written with commas when its own delimiter is a rare one", async () => {
    const dialect = { ...PLAIN.dialect, delimiter: "||", escape: "\\" as const };
    const { text } = await written({ dialect, layout: PLAIN.layout }, 'a||b||c\n1||"x\\"y"||2,5\n');
    expect(text).toEqual(['2,,,1,"x""y","2,5"']);
  });

  it("says in how many lines a quote was read as a letter", async () => {
    const { counts, text } = await written({ layout: PLAIN.layout }, 'a;b;c\n1;5" pipe;2\n1;2;3\n');
    expect([counts.strays, text[0]]).toEqual([1, '2;;;1;"5"" pipe";2']);
  });
});
