import { describe, expect, it } from "vitest";
import { guessDialect } from "./dialect";
import { PLAIN } from "./plan";

describe("the dialect of a text", () => {
  it.each([
    ["a,b,c\n1,2,3\n4,5,6\n", ","],
    ["a;b;c\n1,5;2,5;3\n4,5;5;6\n", ";"],
    ["a\tb\n1,2\t3\n4\t5\n", "\t"],
    ["a|b|c\n1|2|3\n", "|"],
    ['name;text\nx;"one; two, three"\ny;"four, five"\n', ";"],
    ['Date,Item\n2024-01-01,"Bread; brown"\n2024-01-02,"Milk; whole"\n', ","],
  ])("is seen in %j", (text, delimiter) => {
    expect(guessDialect(text)).toEqual({ ...PLAIN.dialect, delimiter });
  });

  it("has single quotes only where they wrap every name of the header", () => {
    expect(guessDialect("'a','b'\n'1,5','2'\n").quote).toBe("'");
    expect(guessDialect("owner's,b\n1,2\n").quote).toBe('"');
  });

  it("is commas when nothing parts the lines", () => {
    expect(guessDialect("one\ntwo\n").delimiter).toBe(",");
  });
});
