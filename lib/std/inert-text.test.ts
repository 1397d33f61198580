import { describe, expect, it } from "vitest";
import { csvField, inertText } from "./inert-text";

describe("text for a spreadsheet", () => {
  it.each([
    '=HYPERLINK("http://x.test","go")',
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "  =1+1",
    "\u00a0=1+1",
  ])("is inert: %j", (text) => {
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
