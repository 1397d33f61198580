import { column } from "@/lib/query/column";
import { FIRST, param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/profile.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

/** What do the columns of a file hold? One row per column of an ordinary table. */
export const profile = defineAnalysis({
  name: "profile",
  title: "Profile",
  question: "What do the columns of a file hold?",
  query: defineQuery({
    name: "profile",
    text: sql,
    params: { table: param.table() },
    row: {
      position: column.integer({ label: "#", unit: "rank" }),
      column_name: column.text({ label: "Column" }),
      type: column.text({ label: "Holds" }),
      filled: column.integer({ label: "Filled", unit: "count" }),
      empty: column.integer({ label: "Empty", unit: "count" }),
      distinct_values: column.integer({ label: "Different values", unit: "count" }),
      minimum: column.text({ label: "Smallest" }),
      maximum: column.text({ label: "Largest" }),
      mean: column.double({ label: "Mean" }),
      top_values: column.text({ label: "Most frequent" }),
      histogram: column.text({ label: "Values in ten steps, smallest to largest" }),
      distinct_is_exact: column.boolean({ label: "Different values are counted", hidden: true }),
      lines: column.integer({ label: "Lines", unit: "count", hidden: true }),
      data_set: column.text({ label: "File", hidden: true }),
    },
  }),
  phrase: ["The columns of ", { param: "table" }],
  columns: (columns, rows) => {
    const estimated = rows.some((row) => row.distinct_is_exact === false);
    return columns.map((each) => {
      if (each.name === "distinct_values" && estimated) return { ...each, label: "Different values (about)" };
      const optional = each.name === "mean" || each.name === "top_values" || each.name === "histogram";
      const silent = optional && rows.every((row) => row[each.name as keyof typeof row] === null);
      return silent ? { ...each, hidden: true } : each;
    });
  },
  chart: () => null,
  totals: () => null,
  answer(rows, _, __, say) {
    const [first] = rows;
    if (!first) return [];
    const lines = first.lines ?? 0;
    const empty = rows.filter((row) => row.filled === 0).length;
    const size = `${say.count(rows.length)} ${plural(rows.length, "column")}, ${say.count(lines)} ${plural(lines, "line")}`;
    if (empty === 0) return sentence`${strong(size)}; every column holds something.`;
    if (empty === rows.length) return sentence`${strong(size)}; nothing is in them.`;
    return sentence`${strong(size)}; ${say.count(empty)} ${plural(empty, "column is", "columns are")} empty.`;
  },
  notes(rows, { table }, facts) {
    if (facts.tables.length === 0) {
      return ["No file here is an ordinary table. Add one, or read a file as a table in its import."];
    }
    if (rows.length > 0) return [];
    return [
      table === FIRST ? "This file has no columns." : `${table} is no longer in the notebook. Choose another table.`,
    ];
  },
});
