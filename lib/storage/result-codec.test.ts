import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Column, Value, ValueKind } from "@/lib/query/column";
import type { Result } from "@/lib/query/result";
import type { Bytes } from "./files";
import * as codec from "./result-codec";

const KEY = "0123abcd";
const encodeResult = (value: Result) => codec.encodeResult(value, KEY);
const decodeResult = (bytes: Bytes) => codec.decodeResult(bytes, KEY);

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const VALUES: Record<ValueKind, fc.Arbitrary<Value>> = {
  text: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "Größe", "=1+1", "नमस्ते", "a\0b", "😀")),
  decimal: fc
    .tuple(fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n }), fc.nat(9_999))
    .map(([whole, cents]) => `${whole}.${cents}`),
  date: day,
  timestamp: day.map((date) => `${date}T13:05:09`),
  integer: fc.maxSafeInteger(),
  double: fc.double(),
  boolean: fc.boolean(),
};

const PLAIN = { noNullPrototype: true };

const column = fc.record<Column>(
  {
    name: fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom("__proto__", "constructor", "a.b", "ab"),
    ),
    label: fc.string({ unit: "grapheme" }),
    kind: fc.constantFrom(...(Object.keys(VALUES) as ValueKind[])),
    unit: fc.constantFrom("none", "money", "share"),
    hidden: fc.boolean(),
  },
  PLAIN,
);

const result: fc.Arbitrary<Result> = fc
  .uniqueArray(column, { selector: ({ name }) => name, maxLength: 6 })
  .chain((columns) => {
    const row = fc
      .tuple(...columns.map(({ kind }) => fc.option(VALUES[kind], { freq: 4 })))
      .map((values) => Object.fromEntries(columns.map(({ name }, index) => [name, values[index] ?? null])));
    return fc.record(
      {
        columns: fc.constant(columns),
        rows: fc.array(row, { maxLength: 30 }),
        provenance: fc.record(
          {
            dataHashes: fc.array(fc.string(), { maxLength: 3 }),
            asOf: fc.option(day),
            computedAt: fc.nat(),
            durationMs: fc.double({ min: 0, max: 1e6, noNaN: true }).map(Math.abs),
            engine: fc.string(),
          },
          PLAIN,
        ),
      },
      PLAIN,
    );
  });

const SMALL: Result = {
  columns: [
    { name: "product", label: "Product", kind: "text", unit: "none", hidden: false },
    { name: "amount", label: "Amount", kind: "decimal", unit: "money", hidden: false },
  ],
  rows: [
    { product: "Tea", amount: "9747747.934" },
    { product: null, amount: null },
  ],
  provenance: { dataHashes: ["ab"], asOf: "2026-06-30", computedAt: 1, durationMs: 12.5, engine: "duckdb-wasm 1.32.0" },
};

fc.configureGlobal({ includeErrorInReport: true });

describe("a stored result", () => {
  it("comes back as exactly the value that went in", async () => {
    await fc.assert(
      fc.asyncProperty(result, async (value) => {
        expect(await decodeResult(await encodeResult(value))).toStrictEqual(value);
      }),
      { numRuns: 400 },
    );
  });

  it("keeps 20,000 rows", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({ product: `P${index % 977}`, amount: `${index}.01` }));
    const value = { ...SMALL, rows };
    expect(await decodeResult(await encodeResult(value))).toStrictEqual(value);
  });

  it("is null when any single bit of any part of the file is flipped", async () => {
    const bytes = await encodeResult(SMALL);
    const footer = bytes.length - 8 - new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
    const parts = { magic: 4, seal: 68, values: footer, footer: bytes.length - 8, length: bytes.length - 4 };
    const refused = new Map<string, number>();
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const at = bit >> 3;
      const spoiled = bytes.slice();
      spoiled[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
      expect(await decodeResult(spoiled), `bit ${bit & 7} of byte ${at}`).toBeNull();
      const part = Object.entries(parts).find(([, end]) => at < end)?.[0] ?? "last magic";
      refused.set(part, (refused.get(part) ?? 0) + 1);
    }
    expect([...refused.keys()]).toEqual(["magic", "seal", "values", "footer", "length", "last magic"]);
    expect([...refused.values()].reduce((sum, count) => sum + count)).toBe(bytes.length * 8);
  });

  it("is null when bytes are set, put in, taken out, doubled or swapped", async () => {
    const bytes = await encodeResult(SMALL);
    const from = (parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
    for (let at = 0; at < bytes.length; at += 7) {
      const [head, tail] = [bytes.slice(0, at), bytes.slice(at)];
      const spoiled = [
        from([head, new Uint8Array(tail.length)]),
        from([head, Uint8Array.of(0), tail]),
        from([head, tail.slice(1)]),
        from([bytes, head, Uint8Array.of(0)]),
        from([tail, head, Uint8Array.of(0)]),
      ];
      for (const [index, each] of spoiled.entries()) {
        expect(await decodeResult(each), `way ${index} at ${at}`).toBeNull();
      }
    }
  });

  it("is null when it is cut short anywhere, or is no result at all", async () => {
    const bytes = await encodeResult(SMALL);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await decodeResult(bytes.slice(0, length))).toBeNull();
    }
    expect(await decodeResult(new TextEncoder().encode("<!doctype html>".repeat(40)))).toBeNull();
  });

  it("is null in another result's place", async () => {
    expect(await decodeResult(await codec.encodeResult(SMALL, "4567cdef"))).toBeNull();
  });

  it("is refused when a value is not of its column's kind", async () => {
    for (const amount of [9.5, true, "about 9", "1e5", "NaN"]) {
      await expect(encodeResult({ ...SMALL, rows: [{ product: "Tea", amount }] })).rejects.toThrow("amount");
    }
    await expect(encodeResult({ ...SMALL, rows: [{ product: "Tea" }] })).rejects.toThrow("amount");
  });
});
