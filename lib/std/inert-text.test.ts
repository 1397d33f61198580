import { describe, expect, it } from "vitest";
import { csvField, inertText } from "./inert-text";
import { FORMULAS } from "./testing/formulas";

describe("text for a spreadsheet", () => {
  it.each(FORMULAS)("is inert: %j", (text) => {
    expect(inertText(text)).toBe(`'${text}`);
  });

  it.each(["Tea", "1-2", "a=b", "'=1", "", "3 + 4", "café"])("stays as it is where nothing would run: %j", (text) => {
    expect(inertText(text)).toBe(text);
  });

  it("is quoted as RFC 4180 asks", () => {
    expect(csvField('a "b", c')).toBe('"a ""b"", c"');
    expect(csvField("two\nlines")).toBe('"two\nlines"');
    expect(csvField("plain; text")).toBe("plain; text");
  });
});
