import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statementSpans, withoutParams } from "./sql-text";

const statements = (text: string) => statementSpans(text).map(({ start, end }) => text.slice(start, end));

describe("the statements of a text", () => {
  it.each([
    ["select 1", ["select 1"]],
    ["  select 1 ;\n select 2;", ["select 1", "select 2"]],
    ["select ';' as a; select 'it''s;'", ["select ';' as a", "select 'it''s;'"]],
    ['select 1 as "a;b"', ['select 1 as "a;b"']],
    ["select 1 -- one; two\n, 2", ["select 1 -- one; two\n, 2"]],
    ["select /* a; /* b; */ c; */ 1; select 2", ["select /* a; /* b; */ c; */ 1", "select 2"]],
    ["select $$a;b$$; select $x$;$$;$x$", ["select $$a;b$$", "select $x$;$$;$x$"]],
    [String.raw`select E'a\';b'; select 2`, [String.raw`select E'a\';b'`, "select 2"]],
    ["select type'x;y'", ["select type'x;y'"]],
    [";; -- nothing\n /* ; */ ;", []],
    ["", []],
  ])("of %j are %j", (text, expected) => {
    expect(statements(text)).toEqual(expected);
  });

  it("never lose or invent code, whatever the text", () => {
    const noise = fc.array(fc.constantFrom("'", '"', ";", "--", "/*", "*/", "$$", "$a$", "\n", " ", "x", "E'"));
    fc.assert(
      fc.property(noise, (pieces) => {
        const text = pieces.join("");
        const spans = statementSpans(text);
        const ends = spans.flatMap(({ start, end }) => [start, end]);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
        expect(spans.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
      }),
    );
  });
});

describe("a text without its parameters", () => {
  it("says NULL for each, but leaves strings, names and dollar quotes alone", () => {
    expect(withoutParams(`select $a, '$b', "$c", $$ $d $$ -- $e\nlimit $limit`)).toBe(
      `select NULL, '$b', "$c", $$ $d $$ -- $e\nlimit NULL`,
    );
  });
});
