import type { Row } from "@/lib/query/result";

export interface TopValue {
  value: string;
  count: number;
}

/** One column of a file as it is looked at. */
export interface ProfiledColumn {
  name: string;
  /** "text", "whole number", "number", "date", "date and time", "yes/no". */
  holds: string;
  lines: number;
  filled: number;
  empty: number;
  /** The most frequent values; empty where they were not counted, or cannot be told apart in the text they are kept as. */
  top: readonly TopValue[];
  /** Whole numbers that are all years. */
  years: boolean;
  /** How many values lie in each step from the smallest to the largest; empty for what has no size. */
  steps: readonly number[];
}

/** As many of the most frequent values as a profile names. */
const TOP = 3;

/** Reads "tea (12), coffee (3)" back; a value that holds such a text itself leaves more than one reading, and none is taken. */
function topValues(text: string, distinct: number): TopValue[] {
  const found = [...text.matchAll(/([\s\S]*?) \((\d+)\)(?:, |$)/g)].map(([, value = "", count]) => ({
    value,
    count: Number(count),
  }));
  return found.length === Math.min(TOP, distinct) ? found : [];
}

/** A row of the profile with its texts read. */
export function profiledColumn(row: Row): ProfiledColumn {
  const count = (name: string) => Number(row[name] ?? 0);
  const text = (name: string) => String(row[name] ?? "");
  return {
    name: text("column_name"),
    holds: text("type"),
    lines: count("filled") + count("empty"),
    filled: count("filled"),
    empty: count("empty"),
    years: text("type") === "whole number" && count("minimum") >= 1800 && count("maximum") <= 2100,
    top: topValues(text("top_values"), count("distinct_values")),
    steps: text("histogram").split(" ").filter(Boolean).map(Number),
  };
}
