import fc from "fast-check";
import type { Column, Value } from "@/lib/query/column";
import type { Report, ReportTable } from "../report";
import { madeReport } from "./made-report";

const words = fc.string({ unit: "grapheme", maxLength: 30 });
const number = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 9999 }))
      .map(([over, under]) => over / under),
  )
  // JSON has one zero.
  .map((value) => (value === 0 ? 0 : value));
const decimal = fc.oneof(
  fc.integer().map(String),
  fc.tuple(fc.integer(), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
  words,
);
const value: fc.Arbitrary<Value> = fc.oneof(words, number, fc.boolean(), fc.constant(null), decimal);

const column: fc.Arbitrary<Column> = fc.record({
  name: words,
  label: words,
  kind: fc.constantFrom("text", "integer", "decimal", "double", "boolean", "date", "timestamp"),
  unit: fc.constantFrom("none", "money", "share", "count"),
  hidden: fc.boolean(),
});

/** Values of any kind in columns of any kind, sometimes all equal. */
const table: fc.Arbitrary<ReportTable> = fc
  .tuple(fc.array(column, { minLength: 1, maxLength: 5 }), fc.nat(6))
  .chain(([columns, rows]) => {
    const filled = fc.oneof(
      fc.array(value, { minLength: rows, maxLength: rows }),
      value.map((same) => Array.from({ length: rows }, () => same)),
    );
    return fc.record({
      columns: fc.constant(columns),
      values: fc.tuple(...columns.map(() => filled)),
      total: fc.nat(1000),
      ending: fc.option(fc.array(value, { minLength: columns.length, maxLength: columns.length })),
    });
  });

const answer = fc.array(fc.record({ text: words, strong: fc.boolean() }), { maxLength: 6 });

/** Reports with any words, sentences and tables. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .record({ name: words, title: words, tables: fc.array(table, { maxLength: 4 }), answer, amount: number })
  .map(({ name, title, tables, answer, amount }) => {
    const made = madeReport(name);
    const stake = { amount, words: title };
    return {
      ...made,
      title,
      cells: made.cells.map((cell, at) => {
        if (cell.kind !== "result") return cell;
        const insights = cell.insights && {
          ...cell.insights,
          shown: cell.insights.shown.map((each) => ({ ...each, stake })),
        };
        return { ...cell, answer, insights, table: tables[at] ?? null };
      }),
    };
  });
