import { MINUS, numberWriter } from "@/lib/analyses/number-writer";
import type { Format } from "@/lib/query/format";

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

const day = { name: "value", label: "", kind: "date", unit: "none", hidden: false } as const;

/** Writes values that are kept as text, by what their column holds; years keep their four figures together. */
export function valueWriter(format: Format): (value: string, holds: string) => string {
  const number = numberWriter(format.locale);
  return (value, holds) => {
    switch (holds) {
      case "whole number":
      case "number":
        return NUMBER.test(value)
          ? number(value, { maximumFractionDigits: 6, useGrouping: "min2" })
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
