import { quoteLiteral } from "./literal";
import { QueryError } from "./query-error";

export type ParamValue = string | number;

/** A parameter: how it is labelled, checked, shown as a control, and written as a SQL literal. */
export interface Param<T extends ParamValue = ParamValue> {
  readonly kind: "integer" | "decimal" | "choice" | "period" | "category" | "store" | "product" | "table" | "text";
  readonly label: string;
  readonly default: T;
  /** Numbers only, both ends included. */
  readonly min: number | null;
  readonly max: number | null;
  /** Choices only: value and the words a sentence uses. */
  readonly choices: readonly { value: T; label: string }[];
  /** Reads an untrusted value (form, stored notebook, link). Throws QueryError with a sentence. */
  parse(value: unknown): T;
  /** The value as a DuckDB literal; the only place where a parameter becomes SQL text. */
  literal(value: T): string;
}

interface NumberSpec {
  label: string;
  default: number;
  min: number;
  max: number;
}

function outOfRange(spec: NumberSpec, whole: boolean): QueryError {
  return new QueryError({
    kind: "bad-param",
    message: `${spec.label} takes a ${whole ? "whole " : ""}number from ${spec.min} to ${spec.max}.`,
    hint: `Type a number from ${spec.min} to ${spec.max}.`,
  });
}

function numeric(kind: "integer" | "decimal", spec: NumberSpec): Param<number> {
  return {
    kind,
    label: spec.label,
    default: spec.default,
    min: spec.min,
    max: spec.max,
    choices: [],
    parse(value) {
      const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      const fits = typeof read === "number" && read >= spec.min && read <= spec.max;
      if (!fits || (kind === "integer" && !Number.isInteger(read))) throw outOfRange(spec, kind === "integer");
      return read;
    },
    literal: (value) => (kind === "integer" ? `${value}::BIGINT` : `${value}::DOUBLE`),
  };
}

/** The first ordinary table of the notebook, by name. */
export const FIRST = "first";

/** "all", one month "2026-06", or two dates "2026-01-01..2026-06-30", both included. */
export const ALL = "all";
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const RANGE = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** False for 31 February too, which Date.parse would take for 3 March. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function parsePeriod(value: unknown): string {
  if (typeof value === "string") {
    const range = RANGE.exec(value);
    const days = range ? [range[1] ?? "", range[2] ?? ""] : [];
    const real = days.every(isDay);
    if (value === ALL || MONTH.test(value)) return value;
    if (range && real && (days[0] ?? "") <= (days[1] ?? "")) return value;
  }
  throw new QueryError({
    kind: "bad-param",
    message: "Period is all, one month such as 2026-06, or two dates such as 2026-01-01..2026-06-30.",
    hint: "Choose a month or type two dates, the earlier one first.",
  });
}

interface TextSpec {
  kind: "period" | "category" | "store" | "product" | "table" | "text";
  label: string;
  default?: string;
  parse: (value: unknown) => string;
}

function text({ kind, label, default: given = ALL, parse }: TextSpec): Param<string> {
  return {
    kind,
    label,
    default: given,
    min: null,
    max: null,
    choices: [],
    parse,
    literal: (value) => `${quoteLiteral(value)}::VARCHAR`,
  };
}

function parseName(label: string, other = ALL) {
  return (value: unknown): string => {
    if (typeof value === "string" && value !== "" && value.length <= 1000) return value;
    throw new QueryError({
      kind: "bad-param",
      message: `${label} is a name or ${other}.`,
      hint: "Choose one from the list.",
    });
  };
}

function parseText(label: string) {
  return (value: unknown): string => {
    if (typeof value === "string" && value.length <= 1000) return value;
    throw new QueryError({
      kind: "bad-param",
      message: `${label} is a text of at most 1,000 characters.`,
      hint: "Type a shorter text.",
    });
  };
}

/** Parameter codecs. `category` and `store` take a name or "all", `product` an id or "all", `table` the name of a file or "first". */
export const param = {
  integer: (spec: NumberSpec) => numeric("integer", spec),
  decimal: (spec: NumberSpec) => numeric("decimal", spec),
  period: (label = "Period") => text({ kind: "period", label, parse: parsePeriod }),
  category: (label = "Category") => text({ kind: "category", label, parse: parseName(label) }),
  store: (label = "Store") => text({ kind: "store", label, parse: parseName(label) }),
  product: (label = "Product") => text({ kind: "product", label, parse: parseName(label) }),
  text: (label: string) => text({ kind: "text", label, default: "", parse: parseText(label) }),
  table: (label = "Table") => text({ kind: "table", label, default: FIRST, parse: parseName(label, FIRST) }),
  choice<const T extends string>(spec: { label: string; default: NoInfer<T>; choices: Record<T, string> }): Param<T> {
    const choices = Object.entries(spec.choices).map(([value, label]) => ({ value: value as T, label: String(label) }));
    return {
      kind: "choice",
      label: spec.label,
      default: spec.default,
      min: null,
      max: null,
      choices,
      parse(value) {
        const found = choices.find((choice) => choice.value === value);
        if (found) return found.value;
        throw new QueryError({
          kind: "bad-param",
          message: `${spec.label} is one of ${choices.map((choice) => choice.label).join(", ")}.`,
          hint: "Choose one from the list.",
        });
      },
      literal: (value) => `${quoteLiteral(value)}::VARCHAR`,
    };
  },
};

export type ParamSpec = Record<string, Param<never> | Param<number> | Param<string>>;
export type ParamsOf<P> = { [K in keyof P]: P[K] extends Param<infer T> ? T : never };
