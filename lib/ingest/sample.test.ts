import { describe, expect, it } from "vitest";
import { PLAIN } from "./plan";
import { headRecords } from "./sample";

const lines = (count: number) => Array.from({ length: count }, (_, row) => `${row}\tTea\t2.50\n`).join("");
const DIALECT = { ...PLAIN.dialect, delimiter: "\t" };

describe("the records at the start of a file", () => {
  it("leave out the last one, which the sample may have cut", () => {
    const records = headRecords({ head: `${lines(3)}3\tTe`, whole: false, slices: [] }, DIALECT);
    expect(records.map(({ fields }) => fields[0])).toEqual(["0", "1", "2"]);
  });

  it("are not lost below a quote that nobody closes", () => {
    const records = headRecords({ head: `0\t"Tea\t2.50\n${lines(20_000)}`, whole: false, slices: [] }, DIALECT);
    expect(records.length).toBeGreaterThan(19_000);
  });
});
