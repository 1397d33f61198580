import {
  type Data,
  type Decimal,
  type Dictionary,
  type FixedSizeBinary,
  type FixedSizeList,
  type Time,
  type Timestamp,
  Type,
  type Union,
} from "apache-arrow";
import type { Value } from "@/lib/query/column";
import { decimalFromUnscaled } from "@/lib/std/decimal";
import { invariant } from "@/lib/std/invariant";
import { kindOf } from "./arrow-type";
import { dayText, timestampText, timeText } from "./calendar";

/** What a value is inside a list or a struct, before it is written as JSON. */
type Nested = Value | Nested[] | { [name: string]: Nested };
type ReadAt<T> = (index: number) => T;

/** Reads the values of one Arrow array; lists, structs, maps and unions become JSON text. */
export function valueReader(data: Data): ReadAt<Value> {
  const read = nestedReader(data);
  const asText = kindOf(data.type) === "text";
  return (index) => {
    const value = read(index);
    if (value === null || typeof value === "string") return value;
    return asText || typeof value === "object" ? JSON.stringify(value) : value;
  };
}

/** Arrow's own accessors lose digits (decimals, microseconds), so the buffers are read here. */
function nestedReader(data: Data): ReadAt<Nested> {
  const read = presentReader(data);
  return (index) => (data.getValid(index) ? read(index) : null);
}

/** Powers of 1000 by Arrow's TimeUnit: second, millisecond, microsecond, nanosecond. */
const PER_SECOND = [1n, 1000n, 1_000_000n, 1_000_000_000n] as const;

function perSecond(type: Time | Timestamp): bigint {
  return PER_SECOND[type.unit];
}

function presentReader(data: Data): ReadAt<Nested> {
  const { values, valueOffsets, children } = data;
  switch (data.typeId as Type) {
    case Type.Null:
      return () => null;
    case Type.Bool:
      return (index) => {
        const at = data.offset + index;
        return ((values[at >> 3] >> (at & 7)) & 1) === 1;
      };
    case Type.Int:
      return (index) => whole(values[index]);
    case Type.Float:
      return (index) => finite(values[index]);
    case Type.Decimal: {
      const { scale } = data.type as Decimal;
      return (index) => decimalFromUnscaled(unscaled(values, index), scale);
    }
    case Type.Utf8:
    case Type.LargeUtf8: {
      const decoder = new TextDecoder();
      return (index) => decoder.decode(span(values, valueOffsets, index));
    }
    case Type.Binary:
    case Type.LargeBinary:
      return (index) => hex(span(values, valueOffsets, index));
    case Type.FixedSizeBinary: {
      const width = (data.type as FixedSizeBinary).byteWidth;
      return (index) => hex(values.subarray(index * width, (index + 1) * width));
    }
    case Type.Date:
      return (index) => dayText(values[index]);
    case Type.Timestamp: {
      const units = perSecond(data.type as Timestamp);
      return (index) => timestampText(BigInt(values[index]), units);
    }
    case Type.Time: {
      const units = perSecond(data.type as Time);
      return (index) => timeText(BigInt(values[index]), units);
    }
    case Type.Interval:
      return (index) => intervalText(values, index);
    case Type.Dictionary:
      return dictionaryReader(data as Data<Dictionary>);
    case Type.List: {
      const item = nestedReader(child(children, 0));
      return (index) => {
        const from = Number(valueOffsets[index]);
        return Array.from({ length: Number(valueOffsets[index + 1]) - from }, (_, at) => item(from + at));
      };
    }
    case Type.FixedSizeList: {
      const item = nestedReader(child(children, 0));
      const length = (data.type as FixedSizeList).listSize;
      return (index) => Array.from({ length }, (_, at) => item(index * length + at));
    }
    case Type.Struct:
      return structReader(data);
    case Type.Map: {
      const entry = nestedReader(child(children, 0));
      return (index) => {
        const from = Number(valueOffsets[index]);
        const entries = Array.from({ length: Number(valueOffsets[index + 1]) - from }, (_, at) => entry(from + at));
        return Object.fromEntries(entries.map((pair) => mapEntry(pair)));
      };
    }
    case Type.Union: {
      const { typeIdToChildIndex } = data.type as Union;
      const members = children.map((member) => nestedReader(member));
      return (index) => {
        const position = typeIdToChildIndex[data.typeIds[index] ?? 0] ?? 0;
        return members[position]?.(index) ?? null;
      };
    }
    default:
      throw new TypeError(`Arrow type ${data.type} is not one DuckDB gives.`);
  }
}

function child(children: readonly Data[], index: number): Data {
  const found = children[index];
  invariant(found, "a nested Arrow array has its children");
  return found;
}

function span(values: Uint8Array, offsets: ArrayLike<number | bigint>, index: number): Uint8Array {
  return values.subarray(Number(offsets[index]), Number(offsets[index + 1]));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A number when it is exact as one, else the exact digits. */
function whole(value: number | bigint): number | string {
  if (typeof value === "number") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** Infinities and "not a number" cannot be said in JSON and mean nothing on a sheet: they are unknown. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** A 128 bit two's complement integer of four little-endian words. */
function unscaled(words: Uint32Array, index: number): bigint {
  let value = 0n;
  for (let word = 3; word >= 0; word -= 1) value = (value << 32n) | BigInt(words[index * 4 + word] ?? 0);
  return BigInt.asIntN(128, value);
}

/** Months, days and nanoseconds as a sentence in the manner of DuckDB: "1 year 2 months 3 days 04:05:06". */
function intervalText(words: Int32Array, index: number): string {
  const [months = 0, days = 0, low = 0, high = 0] = words.subarray(index * 4, index * 4 + 4);
  const nanos = (BigInt(high) << 32n) | BigInt(low >>> 0);
  const parts = [
    [Math.trunc(months / 12), "year"],
    [months % 12, "month"],
    [days, "day"],
  ] as const;
  const named = parts
    .filter(([count]) => count !== 0)
    .map(([count, unit]) => `${count} ${unit}${Math.abs(count) === 1 ? "" : "s"}`);
  const clock = `${nanos < 0n ? "-" : ""}${timeText(nanos < 0n ? -nanos : nanos, 1_000_000_000n)}`;
  return nanos === 0n && named.length > 0 ? named.join(" ") : [...named, clock].join(" ");
}

function dictionaryReader(data: Data<Dictionary>): ReadAt<Nested> {
  const chunks = data.dictionary?.data ?? [];
  const words = chunks.flatMap((chunk) => {
    const read = nestedReader(chunk);
    return Array.from({ length: chunk.length }, (_, index) => read(index));
  });
  return (index) => {
    const word = words[data.values[index] ?? -1];
    invariant(word !== undefined, "a dictionary holds every word its keys name");
    return word;
  };
}

function structReader(data: Data): ReadAt<Nested> {
  const fields: ReadonlyArray<readonly [string, ReadAt<Nested>]> = data.children.map((member, index) => [
    data.type.children[index]?.name ?? String(index),
    nestedReader(member),
  ]);
  return (index) => Object.fromEntries(fields.map(([name, read]) => [name, read(index)]));
}

function mapEntry(pair: Nested): [string, Nested] {
  invariant(typeof pair === "object" && pair !== null, "a map is a list of key and value");
  const [key = null, value = null] = Object.values(pair) as Nested[];
  return [typeof key === "object" ? JSON.stringify(key) : String(key), value];
}
