import { describe, expect, it } from "vitest";
import { isTableText, pastedFiles } from "./pasted-files";

const CELLS = "Date\tProduct\tTotal\n2026-01-05\tTea\t2.50\n";

describe("a paste", () => {
  it.each([
    [CELLS, true],
    ["a;b\r\n1;2", true],
    ["Dear all,\nthis is a letter", false],
    ["one line, only", false],
    ["", false],
  ])("of %j is a table: %s", (text, table) => {
    expect(isTableText(text)).toBe(table);
  });

  it("of cells becomes a file with a name of its own, without the picture beside it", async () => {
    const picture = new File(["x"], "image.png", { type: "image/png" });
    const [file, ...rest] = pastedFiles({ text: CELLS, files: [picture] }, ["Pasted table"]);
    expect([file?.name, await file?.text(), rest]).toEqual(["Pasted table 2", CELLS, []]);
  });

  it("of files gives the files, of a sentence nothing", () => {
    const file = new File(["x"], "sales.xlsx");
    expect(pastedFiles({ text: "", files: [file] }, [])).toEqual([file]);
    expect(pastedFiles({ text: "just words", files: [] }, [])).toEqual([]);
  });
});
