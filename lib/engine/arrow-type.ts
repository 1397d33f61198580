import {
  DataType,
  type Decimal,
  type Field,
  type FixedSizeList,
  type Float,
  type Int,
  Precision,
  type Timestamp,
  TimeUnit,
  Type,
} from "apache-arrow";
import type { ValueKind } from "@/lib/query/column";
import { identifier } from "@/lib/query/literal";

/** How an Arrow type is held. Everything without a kind of its own is text. */
export function kindOf(type: DataType): ValueKind {
  switch (type.typeId as Type) {
    case Type.Int:
      return "integer";
    case Type.Float:
      return "double";
    case Type.Decimal:
      return "decimal";
    case Type.Bool:
      return "boolean";
    case Type.Date:
      return "date";
    case Type.Timestamp:
      return "timestamp";
    default:
      return "text";
  }
}

/** True for an ENUM and for everything that holds one: its words stand in a dictionary beside the values. */
export function hasDictionary(type: DataType): boolean {
  return DataType.isDictionary(type) || (type.children ?? []).some((field: Field) => hasDictionary(field.type));
}

const TIMESTAMPS = {
  [TimeUnit.SECOND]: "TIMESTAMP_S",
  [TimeUnit.MILLISECOND]: "TIMESTAMP_MS",
  [TimeUnit.MICROSECOND]: "TIMESTAMP",
  [TimeUnit.NANOSECOND]: "TIMESTAMP_NS",
} as const;

function integerType({ bitWidth, isSigned }: Int): string {
  const name = { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" }[bitWidth];
  return isSigned ? name : `U${name}`;
}

/** The DuckDB type that an Arrow column becomes when its rows are inserted. */
export function sqlTypeOf(type: DataType): string {
  switch (type.typeId as Type) {
    case Type.Bool:
      return "BOOLEAN";
    case Type.Int:
      return integerType(type as Int);
    case Type.Float:
      return (type as Float).precision === Precision.SINGLE ? "FLOAT" : "DOUBLE";
    case Type.Decimal:
      return `DECIMAL(${(type as Decimal).precision},${(type as Decimal).scale})`;
    case Type.Date:
      return "DATE";
    case Type.Time:
      return "TIME";
    case Type.Timestamp:
      return (type as Timestamp).timezone ? "TIMESTAMPTZ" : TIMESTAMPS[(type as Timestamp).unit];
    case Type.Interval:
      return "INTERVAL";
    case Type.Binary:
    case Type.LargeBinary:
    case Type.FixedSizeBinary:
      return "BLOB";
    case Type.List:
      return `${childType(type, 0)}[]`;
    case Type.FixedSizeList:
      return `${childType(type, 0)}[${(type as FixedSizeList).listSize}]`;
    case Type.Struct:
      return `STRUCT(${type.children.map((field: Field) => `${identifier(field.name)} ${sqlTypeOf(field.type)}`).join(", ")})`;
    default:
      return "VARCHAR";
  }
}

function childType(type: DataType, index: number): string {
  const field: Field | undefined = type.children[index];
  return field ? sqlTypeOf(field.type) : "VARCHAR";
}
