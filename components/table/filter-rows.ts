import type { Column } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";

const LATIN = /^[\0-\x7f]*$/;

function plain(text: string): string {
  const lower = text.toLowerCase();
  return LATIN.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** The text of every row in its shown columns, for `filterRows`; without case and accents. */
export function searchTexts(rows: readonly Row[], columns: readonly Column[]): string[] {
  const names = columns.filter((column) => !column.hidden).map((column) => column.name);
  return rows.map((row) => plain(names.map((name) => row[name] ?? "").join("\n")));
}

/** Rows that hold every word of the query, whatever its case and accents; all for an empty one. `texts` are theirs. */
export function filterRows(rows: readonly Row[], texts: readonly string[], query: string): readonly Row[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
}
