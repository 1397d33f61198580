import { MINUS, numberWriter } from "@/lib/analyses/number-writer";
import type { ProfiledColumn } from "@/lib/analyses/profiled-column";
import type { Format } from "@/lib/query/format";

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

const day = { name: "value", label: "", kind: "date", unit: "none", hidden: false } as const;

/** Writes a value that is kept as text, as what its column holds. */
export type WriteValue = (value: string, of: Pick<ProfiledColumn, "holds" | "years">) => string;

/** Keeps what is costly to make: one for a whole table. Years keep their four figures together. */
export function valueWriter(format: Format): WriteValue {
  const number = numberWriter(format.locale);
  return (value, { holds, years }) => {
    switch (holds) {
      case "whole number":
      case "number":
        return NUMBER.test(value)
          ? number(value, { maximumFractionDigits: 6, useGrouping: years ? false : "auto" })
          : value.replace(/^-/, MINUS);
      case "date":
        return format.value(value, day);
      case "date and time":
        return format.value(value.replace(" ", "T"), { ...day, kind: "timestamp" });
      case "yes/no":
        return value === "true" ? "yes" : value === "false" ? "no" : value;
      default:
        return value;
    }
  };
}
