import { describe, expect, it } from "vitest";
import { namesIn, paramNames, paramRenamedIn, withLiterals } from "./sql-names";

/** Every place where a name is no name. */
const HIDDEN = `-- c1 $c1
/* c2 $c2 /* c3 */ c4 $c4 */ 's1 $s1 ''s2', E's3\\'$s3', $$d1 $d1$$, $tag$d2 $$ $d2$tag$, 1e5, 0xff`;

describe("the names in a text", () => {
  it("are its identifiers and keywords in lower case, quoted ones without their quotes", () => {
    expect([...namesIn('SELECT a$b, "Two ""Words""", größe1 FROM Sales')]).toEqual([
      "select",
      "a$b",
      'two "words"',
      "größe1",
      "from",
      "sales",
    ]);
  });

  it("do not stand in comments, strings, dollar quotes, numbers and parameters", () => {
    expect(namesIn(HIDDEN)).toEqual(new Set());
  });
});

describe("the parameters of a text", () => {
  it("are named once each, in order of first use", () => {
    expect(paramNames(`select $b, a$c, "$d", $Limit, $a, $b ${HIDDEN}`)).toEqual(["b", "Limit", "a"]);
  });

  it("are replaced by literals in parentheses where there is one", () => {
    expect(withLiterals(`select $a-$b, $ab, "$a" ${HIDDEN}`, { a: "-1", c1: "0", d1: "0", s1: "0" })).toBe(
      `select (-1)-$b, $ab, "$a" ${HIDDEN}`,
    );
    expect(withLiterals("select $toString", {})).toBe("select $toString");
  });

  it("keep what a literal holds: a `$` in it is no parameter", () => {
    expect(withLiterals("select $a, $b", { a: "'$b $& $1'", b: "2" })).toBe("select ('$b $& $1'), (2)");
  });

  it("are renamed without touching tables and columns of that name", () => {
    expect(paramRenamedIn(`select day from day where day = $day and $days ${HIDDEN}`, "day", "until")).toBe(
      `select day from day where day = $until and $days ${HIDDEN}`,
    );
  });
});
