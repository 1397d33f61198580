import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlTokens } from "./sql-tokens";

const kinds = (text: string) =>
  sqlTokens(text)
    .filter(({ kind }) => kind !== "blank")
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe("the pieces of a SQL text", () => {
  it.each([
    ["from a_1 t", ["word from", "word a_1", "word t"]],
    ['"a ""b"" --"', ['name "a ""b"" --"']],
    ["'it''s' e'\\'' type'x'", ["string 'it''s'", "string e'\\''", "word type", "string 'x'"]],
    [
      "$a, $$ x $$, $t$ $$ $t$, a$b",
      ["param $a", "sign ,", "string $$ x $$", "sign ,", "string $t$ $$ $t$", "sign ,", "word a$b"],
    ],
    ["1.5e-3 .5 0xFF 1_000", ["number 1.5e-3", "number .5", "number 0xFF", "number 1_000"]],
    ["a.b;", ["word a", "sign .", "word b", "semicolon ;"]],
    ["1 -- a 'b\n/* /* */ ; */ 2", ["number 1", "comment -- a 'b", "comment /* /* */ ; */", "number 2"]],
    ["'open", ["string 'open"]],
    ["größe\u00a0x", ["word größe", "word x"]],
  ])("of %j are %j", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it("make up the text again, whatever it is", () => {
    const piece = fc.oneof(
      fc.constantFrom("'", '"', ";", "--", "/*", "*/", "$$", "$a$", "$a", "\n", "e'", "\\", "1e", ".", "é", "😀"),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const tokens = sqlTokens(text);
        expect(tokens.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        expect(tokens.every(({ start, end }) => start < end)).toBe(true);
      }),
    );
  });
});
