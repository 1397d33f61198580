import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_CELLS } from "../report";
import { ReportError, type ReportErrorKind } from "../report-error";
import { arbitraryReport } from "../testing/arbitrary-report";
import { madeReport } from "../testing/made-report";
import { rawFragment } from "../testing/raw-fragment";
import version1 from "../testing/version-1.json";
import { encodeBase64url } from "./base64url";
import { decodeFragment, encodeFragment } from "./fragment";
import { packedReport } from "./packed-report";
import phrases from "./phrases-1.json";

/** The error a fragment gives; fails for any that is not the room's own. */
async function refusal(fragment: string, passPhrase?: string): Promise<ReportErrorKind> {
  const error: unknown = await decodeFragment(fragment, { passPhrase: passPhrase ?? null }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ReportError) {
    expect(error.message).toMatch(/\.$/);
    expect(error.hint).toMatch(/\.$/);
    return error.kind;
  }
  throw new Error(`No refusal but ${String(error)}`);
}

const changed = (change: (report: Record<string, unknown>) => void): Promise<string> => {
  const report = JSON.parse(JSON.stringify(packedReport(madeReport())));
  change(report);
  return rawFragment(JSON.stringify(report));
};

describe("a report in an address", () => {
  it("comes back as it was, whatever its words and values", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        expect(await decodeFragment(`#${await encodeFragment(report)}`)).toEqual(report);
      }),
      { numRuns: 150 },
    );
  });

  it("holds letters an address keeps as they are", async () => {
    expect(await encodeFragment(madeReport("नमक & <b>"))).toMatch(/^2-\d+-[A-Za-z0-9_-]+$/);
  });

  it("opens with its pass phrase alone", async () => {
    const report = madeReport();
    const fragment = await encodeFragment(report, { passPhrase: "tall ships 7" });
    expect(await decodeFragment(fragment, { passPhrase: "tall ships 7" })).toEqual(report);
    expect(await refusal(fragment)).toBe("needs-pass-phrase");
    expect(await refusal(fragment, "tall ships 8")).toBe("wrong-pass-phrase");
    expect(await refusal(fragment.slice(0, -9), "tall ships 7")).toBe("truncated");
    const end = fragment.at(-3) === "A" ? "B" : "A";
    expect(await refusal(`${fragment.slice(0, -3)}${end}${fragment.slice(-2)}`, "tall ships 7")).toBe(
      "wrong-pass-phrase",
    );
  });

  it("is of the version whose parts it has: a page that knows version 1 alone says that it is newer", async () => {
    const report = madeReport();
    const fragment = await encodeFragment(report, { passPhrase: "tall ships 7" });
    expect(fragment).toMatch(/^2-/);
    // What is locked cannot be opened as another version.
    expect(await refusal(fragment.replace(/^2/, "1"), "tall ships 7")).toBe("wrong-pass-phrase");
    const open = await encodeFragment(report);
    expect(await decodeFragment(open.replace(/^2/, "1"))).toEqual(report);
  });

  it("is cut where a text of a table is longer than one may be, so that it can be opened", async () => {
    const made = madeReport();
    const long = `${"x".repeat(19_998)}😀${"y".repeat(500)}`;
    const table = (value: string) => ({
      columns: [{ name: "v".repeat(3000), label: "V", kind: "text" as const, unit: "none" as const, hidden: false }],
      values: [[value]],
      total: 1,
      ending: [value],
    });
    const report = (value: string) => ({
      ...made,
      cells: made.cells.map((cell) => (cell.kind === "result" ? { ...cell, table: table(value) } : cell)),
    });
    expect(await decodeFragment(await encodeFragment(report(long)))).toEqual(report(`${"x".repeat(19_998)}…`));
  });

  it("keeps how a table was sorted, and is not made where that speaks of rows it has not", async () => {
    const made = madeReport();
    const seen = (rows: number[], drawn: number) => ({
      ...made,
      cells: made.cells.map((cell) =>
        cell.kind === "result" && cell.name === "best_sellers" && cell.table
          ? { ...cell, table: { ...cell.table, view: { rows, found: 2, drawn } } }
          : cell,
      ),
    });
    expect(await decodeFragment(await encodeFragment(seen([2, 0], 3)))).toEqual(seen([2, 0], 3));
    await expect(encodeFragment(seen([3], 3))).rejects.toMatchObject({ kind: "too-large" });
    await expect(encodeFragment(seen([0], 4))).rejects.toMatchObject({ kind: "too-large" });
  });

  it("is not made where nobody could open it", async () => {
    const made = madeReport();
    const note = { kind: "note" as const, title: "Note", text: "x".repeat(20_000) };
    const notes = (count: number) => ({
      ...made,
      cells: Array.from({ length: count }, (_, at) => ({ ...note, name: `n${at}` })),
    });
    expect((await decodeFragment(await encodeFragment(notes(MOST_CELLS)))).cells).toHaveLength(MOST_CELLS);
    await expect(encodeFragment(notes(MOST_CELLS + 1))).rejects.toMatchObject({ kind: "too-large" });
    const [table] = made.cells.flatMap((cell) => (cell.kind === "result" && cell.table ? [cell.table] : []));
    if (!table) throw new Error("The made report has a table.");
    const columns = table.columns.slice(0, 1);
    const rows = { ...table, columns, ending: null, values: [Array.from({ length: 201 }, () => "x".repeat(19_000))] };
    const wide = made.cells.map((cell) => (cell.kind === "result" && cell.table ? { ...cell, table: rows } : cell));
    await expect(encodeFragment({ ...made, cells: wide })).rejects.toMatchObject({ kind: "too-large" });
    const full = { ...rows, values: [Array.from({ length: 200 }, (_, at) => `${at}${"ß".repeat(19_000)}`)] };
    const heavy = made.cells.map((cell) => (cell.kind === "result" && cell.table ? { ...cell, table: full } : cell));
    await expect(encodeFragment({ ...made, cells: heavy })).rejects.toThrow("A link cannot hold");
  });

  it("of version 1 opens for good: the list of phrases is never changed", async () => {
    const list = readFileSync(join(import.meta.dirname, "phrases-1.json"));
    expect(createHash("sha256").update(list).digest("hex")).toBe(version1.phrases);
    expect(await decodeFragment(version1.fragment)).toEqual(version1.report);
    expect(await decodeFragment(version1.sealed, { passPhrase: version1.passPhrase })).toEqual(version1.report);
  });
});

describe("what is no report", () => {
  it("is told when the end is missing, with how much arrived", async () => {
    const fragment = await encodeFragment(madeReport());
    for (const part of [0.99, 0.7, 0.2]) {
      expect(await refusal(fragment.slice(0, Math.floor(fragment.length * part)))).toBe("truncated");
    }
    await expect(decodeFragment(fragment.slice(0, 40))).rejects.toThrow(
      /^This link was cut off: \d+ of its [\d,]+ characters arrived/,
    );
  });

  it("is told when it is of a newer version, or there is nothing", async () => {
    expect(await refusal(await rawFragment("{}", { version: 3 }))).toBe("newer");
    expect(await refusal("#")).toBe("empty");
    expect(await refusal("")).toBe("empty");
  });

  it("never gives a report where a letter was changed", async () => {
    const fragment = await encodeFragment(madeReport());
    const start = fragment.lastIndexOf("-", 10) + 1;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: fragment.length - 2 }),
        fc.constantFrom("A", "z", "_"),
        async (at, letter) => {
          fc.pre(fragment[at] !== letter);
          expect(await refusal(fragment.slice(0, at) + letter + fragment.slice(at + 1))).toMatch(
            /unreadable|too-large|needs-pass-phrase/,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is refused by kind for any bytes and any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const letters = encodeBase64url(new Uint8Array(bytes));
        expect(await refusal(`1-${letters.length}-${letters}`)).toMatch(/unreadable|needs-pass-phrase/);
      }),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), async (text) => {
        expect(await refusal(`#${text}`)).toMatch(/unreadable|truncated|newer|empty/);
      }),
      { numRuns: 200 },
    );
  });

  it("stops unpacking as soon as it is more than a report holds", async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32), { level: 9 });
    expect(bomb.length).toBeLessThan(70_000);
    const letters = encodeBase64url(new Uint8Array([0, 1, 2, 3, 4, ...bomb]));
    let seen = 0;
    const opening = decodeFragment(`1-${letters.length}-${letters}`, {
      onBytes: (bytes) => {
        seen = bytes;
      },
    });
    await expect(opening).rejects.toMatchObject({ kind: "too-large" });
    expect(seen).toBeGreaterThan(4_000_000);
    expect(seen).toBeLessThan(4_500_000);
  });

  it("is refused when few letters stand for more text than a report has", async () => {
    const longest = phrases.reduce((best, phrase, at) => (phrase.length > (phrases[best]?.length ?? 0) ? at : best), 0);
    const letter = String.fromCharCode(0xe000 + longest);
    expect(await refusal(await rawFragment(JSON.stringify(letter.repeat(50_000))))).toBe("too-large");
    expect(await refusal("a".repeat(2_000_001))).toBe("too-large");
  });

  it.each([
    ["an unknown part", (report) => Object.assign(report, { more: 1 })],
    [
      "a key that means something to a program",
      (report) => Object.defineProperty(report, "__proto__", { value: 1, enumerable: true }),
    ],
    ["a language nobody can write in", (report) => Object.assign(report, { locale: "no such language!" })],
    ["a currency that is none", (report) => Object.assign(report, { currency: "<b>" })],
    ["a text without end", (report) => Object.assign(report, { title: "x".repeat(20_001) })],
    [
      "more cells than a notebook has",
      (report) =>
        Object.assign(report, {
          cells: Array.from({ length: MOST_CELLS + 1 }, (_, at) => ({
            kind: "note",
            name: `n${at}`,
            title: "",
            text: "",
          })),
        }),
    ],
    [
      "two cells of one name",
      (report) =>
        Object.assign(report, { cells: [1, 2].map(() => ({ kind: "note", name: "n", title: "", text: "" })) }),
    ],
    ["a deep nest", (report) => Object.assign(report, { title: JSON.parse("[".repeat(30) + "]".repeat(30)) })],
  ] as [string, (report: Record<string, unknown>) => void][])("is refused with %s", async (_, change) => {
    expect(await refusal(await changed(change))).toBe("unreadable");
  });

  it("is refused with a nest deeper than a program can follow", async () => {
    expect(await refusal(await rawFragment("[".repeat(500_000)))).toBe("unreadable");
    expect(await refusal(await rawFragment("[".repeat(100_000) + "]".repeat(100_000)))).toBe("unreadable");
  });
});
