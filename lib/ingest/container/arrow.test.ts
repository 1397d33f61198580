import {
  DateDay,
  DateMillisecond,
  Decimal,
  Field,
  Float32,
  Float64,
  Int64,
  makeData,
  makeTable,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMicrosecond,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFile } from "../open-file";
import { fileOf } from "./testing/encode-text";

async function opened(bytes: Uint8Array) {
  const { text, ...rest } = await openFile(fileOf("till.arrow", Uint8Array.from(bytes)), {
    encoding: null,
    sheet: null,
  });
  return { ...rest, text: await text.text() };
}

const KINDS = ["file", "stream"] as const;

/** Whole numbers that stand for hundredths. */
function decimals(values: readonly bigint[]) {
  const words = new Uint32Array(values.length * 4);
  for (const [row, value] of values.entries()) {
    for (let word = 0; word < 4; word += 1)
      words[row * 4 + word] = Number(BigInt.asUintN(32, value >> BigInt(32 * word)));
  }
  return makeData({ type: new Decimal(2, 18, 128), length: values.length, data: words });
}

describe.each(KINDS)("an Arrow %s", (kind) => {
  it("becomes CSV with every digit of its numbers and ISO dates", async () => {
    const columns = {
      id: makeData({ type: new Int64(), data: new BigInt64Array([1n, 9007199254740993n]) }),
      price: decimals([1990n, -1n]),
      single: makeData({ type: new Float32(), data: new Float32Array([19.99, -0.5]) }),
      double: makeData({ type: new Float64(), data: new Float64Array([1e-7, 2.5e21]) }),
      day: makeData({ type: new DateDay(), data: new Int32Array([20634, -1]) }),
      moment: makeData({ type: new DateMillisecond(), data: new BigInt64Array([20634n * 86_400_000n, 0n]) as never }),
      at: makeData({
        type: new TimestampMicrosecond(),
        data: new BigInt64Array([1_782_822_896_789_000n, -1_000_000n]),
      }),
      item: vectorFromArray(['Café, "hot"', null], new Utf8()).data[0],
    };
    const schema = new Schema(Object.entries(columns).map(([name, data]) => new Field(name, data?.type as Utf8, true)));
    const children = Object.values(columns) as never[];
    const data = makeData({ type: new Struct(schema.fields), length: 2, nullCount: 0, children });
    const { text, ...rest } = await opened(tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), kind));
    expect(rest).toEqual({ encoding: "utf-8", sheet: null, sheets: [], typed: true, evidence: [] });
    expect(text).toBe(
      [
        "id,price,single,double,day,moment,at,item",
        '1,19.9,19.99,0.0000001,2026-06-30,2026-06-30,2026-06-30 12:34:56.789,"Café, ""hot"""',
        "9007199254740993,-0.01,-0.5,2500000000000000000000,1969-12-31,1970-01-01,1969-12-31 23:59:59,",
        "",
      ].join("\n"),
    );
  });

  it("of several batches gives back what was written", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 }),
        async (parts) => {
          const [first, ...others] = parts.map((part) => makeTable({ n: Int32Array.from(part) }));
          const table = first?.concat(...others);
          const { text } = await opened(tableToIPC(table as NonNullable<typeof table>, kind));
          expect(text).toBe(`n\n${parts.flat().join("\n")}\n`);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("gives texts by their words where they stand in a dictionary", async () => {
    const table = new Table({
      item: vectorFromArray(["tea", "coffee", "tea", null]),
      n: makeVector(Int32Array.from([1, 2, 3, 4])),
    });
    expect((await opened(tableToIPC(table, kind))).text).toBe("item,n\ntea,1\ncoffee,2\ntea,3\n,4\n");
  });

  it("that is cut off is refused in a sentence", async () => {
    const bytes = tableToIPC(makeTable({ n: Int32Array.from({ length: 1000 }, (_, index) => index) }), kind);
    await expect(opened(bytes.slice(0, 700))).rejects.toMatchObject({
      name: "IngestError",
      kind: "unreadable",
      message: expect.stringContaining("till.arrow is an Arrow file"),
    });
  });
});
