import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { column, type RowSpec } from "@/lib/query/column";
import { defineQuery } from "@/lib/query/query";
import { toDecimal } from "@/lib/std/decimal";
import { EngineError } from "./engine-error";
import { type NodeEngine, openNodeEngine } from "./node";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

/** The values of one SQL expression per row, as decoded. */
async function decoded(expressions: readonly string[]) {
  const rows = expressions.map((expression, index) => `(${index}, ${expression})`).join(", ");
  const table = await engine.runText(`select v from (values ${rows}) as t(i, v) order by i`);
  return table.rows.map((row) => row.v ?? null);
}

async function value(expression: string) {
  const table = await engine.runText(`select ${expression} as v`);
  return { value: table.rows[0]?.v ?? null, kind: table.columns[0]?.kind };
}

function decimalText(unscaled: bigint, scale: number): string {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return `${unscaled < 0n ? "-" : ""}${whole}${scale === 0 ? "" : `.${digits.slice(-scale)}`}`;
}

const LIMIT_38 = 10n ** 38n - 1n;

describe("decoding", () => {
  it("keeps every digit of decimals of every width, with nulls among them", async () => {
    const cases = fc.record({
      width: fc.constantFrom(4, 9, 18, 38),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      values: fc.array(fc.option(fc.bigInt({ min: -LIMIT_38, max: LIMIT_38 })), { minLength: 1, maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ width, share, values }) => {
        const scale = Math.floor(share * width);
        const texts = values.map((big) => (big === null ? null : decimalText(big % 10n ** BigInt(width), scale)));
        const found = await decoded(
          texts.map((text) => `${text === null ? "null" : `'${text}'`}::decimal(${width}, ${scale})`),
        );
        expect(found).toEqual(texts.map((text) => (text === null ? null : toDecimal(text))));
      }),
      { numRuns: 40 },
    );
  });

  it("gives whole numbers as numbers where they are exact and as digits where not", async () => {
    const bounds = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(bounds), { minLength: 1, maxLength: 12 }), async (values) => {
        const found = await decoded(values.map((big) => `${big === null ? "null" : `'${big}'`}::bigint`));
        const exact = (big: bigint) => (Number.isSafeInteger(Number(big)) ? Number(big) : big.toString());
        expect(found).toEqual(values.map((big) => (big === null ? null : exact(big))));
      }),
      { numRuns: 40 },
    );
  });

  it("writes timestamps as the engine itself writes them, to the microsecond", async () => {
    const micros = fc.bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n });
    await fc.assert(
      fc.asyncProperty(fc.array(micros, { minLength: 1, maxLength: 12 }), async (values) => {
        const stamps = values.map((big) => `make_timestamp(${big}::bigint)`);
        const shortened = (await decoded(stamps)).map((text) =>
          String(text)
            .replace(/(\.\d*?)0+$/, "$1")
            .replace(/\.$/, ""),
        );
        const own = await decoded(stamps.map((stamp) => `replace(${stamp}::varchar, ' ', 'T')`));
        expect(shortened).toEqual(own);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ["170141183460469231731687303715884105727::hugeint", "decimal", "170141183460469231731687303715884105727"],
    ["-170141183460469231731687303715884105727::hugeint", "decimal", "-170141183460469231731687303715884105727"],
    ["18446744073709551615::ubigint", "integer", "18446744073709551615"],
    ["9007199254740991::bigint", "integer", 9007199254740991],
    ["255::utinyint", "integer", 255],
    ["1.5::float", "double", 1.5],
    ["'nan'::double", "double", null],
    ["'-infinity'::double", "double", null],
    ["true", "boolean", true],
    ["date '1969-12-31'", "date", "1969-12-31"],
    ["date '2024-02-29'", "date", "2024-02-29"],
    ["timestamp_s '1969-12-31 23:59:59'", "timestamp", "1969-12-31T23:59:59"],
    ["timestamp_ms '2024-01-02 03:04:05.1'", "timestamp", "2024-01-02T03:04:05.100"],
    ["timestamp_ns '2024-01-02 03:04:05.000000001'", "timestamp", "2024-01-02T03:04:05.000000001"],
    ["timestamptz '2024-01-02 03:04:05+02:00'", "timestamp", "2024-01-02T01:04:05"],
    ["time '23:59:59.5'", "text", "23:59:59.500"],
    ["interval '14 months 3 days 04:05:06'", "text", "1 year 2 months 3 days 04:05:06"],
    ["interval 0 days", "text", "00:00:00"],
    ["'naïve 🧾'", "text", "naïve 🧾"],
    ["'b'::enum('a', 'b')", "text", "b"],
    [String.raw`'\x00\xFF'::blob`, "text", "00ff"],
    ["[1.10, null, -2]::decimal(9, 2)[]", "text", '["1.1",null,"-2"]'],
    ["[1, 2]::integer[2]", "text", "[1,2]"],
    ["{'day': date '2024-02-29', 'tags': ['x']}", "text", '{"day":"2024-02-29","tags":["x"]}'],
    ["map {'a': 1, 'b': null}", "text", '{"a":1,"b":null}'],
    ["['a']::enum('a', 'b')[]", "text", "[a]"],
    ["union_value(num := 2)", "text", "2"],
    ["null", "integer", null],
  ])("reads %s as %s %s", async (expression, kind, expected) => {
    expect(await value(expression)).toEqual({ kind, value: expected });
  });

  it("keeps the columns of an empty result, and all nulls of a full one", async () => {
    const empty = await engine.runText("select 1::bigint as a, 'x' as b, 1.5::decimal(9, 2) as c where false");
    expect(empty.rows).toEqual([]);
    expect(empty.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["a integer", "b text", "c decimal"]);
    const nulls = await engine.runText(
      "select null::decimal(9, 2) as a, null::date as b, null::varchar as c, null::int[] as d, null::enum('x') as e from range(3)",
    );
    expect(nulls.rows).toEqual(Array(3).fill({ a: null, b: null, c: null, d: null, e: null }));
  });

  it("keeps ENUM words in large results, where nulls and several batches mix", async () => {
    const { rows } = await engine.runText(
      "select case when i % 3 = 0 then null else (['a', 'b'])[1 + i % 2]::enum('a', 'b') end as e, i from range(5000) as r(i)",
    );
    const wrong = rows.filter(({ e, i }) => e !== (Number(i) % 3 === 0 ? null : Number(i) % 2 === 0 ? "a" : "b"));
    expect(rows).toHaveLength(5000);
    expect(wrong).toEqual([]);
  });

  it("numbers columns whose name comes twice, and takes __proto__ for a name like any other", async () => {
    const { columns, rows } = await engine.runText(`select 1 as a, 2 as a, 3 as "__proto__"`);
    expect(columns.map(({ name }) => name)).toEqual(["a", "a_1", "__proto__"]);
    expect(Object.entries(rows[0] ?? {})).toEqual([
      ["a", 1],
      ["a_1", 2],
      ["__proto__", 3],
    ]);
  });
});

describe("a declared row", () => {
  const declared = (text: string, row: RowSpec) =>
    engine.run(defineQuery({ name: "stock", text, params: {}, row }), {});
  const amount = { amount: column.decimal({ label: "Amount" }) };

  it("is refused by query and column when a column has another kind", async () => {
    const error: unknown = await declared("select 1.5::double as amount", amount).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({
      kind: "internal",
      message: "The query stock gave a column amount that is double, not decimal.",
    });
  });

  it.each([
    ["select 1 as other", "amount that is missing"],
    ["select 1::decimal(9, 2) as amount, 2 as extra", "extra that is not declared"],
  ])("is refused for %s", async (text, problem) => {
    await expect(declared(text, amount)).rejects.toThrow(`The query stock gave a column ${problem}.`);
  });

  it("is refused when a whole number is not exact", async () => {
    const row = { n: column.integer({ label: "N" }) };
    await expect(declared("select 9007199254740993 as n", row)).rejects.toThrow("too large to be exact");
  });
});
