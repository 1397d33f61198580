import { describe, expect, it } from "vitest";
import { PLAIN } from "./plan";
import { regularise } from "./regularise";

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
