import type { Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import type { Report, ResultCell } from "../report";
import type { NamedTable, ShownColumn, ShownTable } from "./shown-table";

type Figures = NonNullable<ResultCell["figures"]>;
type Figure = Figures["big"][number];
type Insights = NonNullable<ResultCell["insights"]>;

const textColumn = (name: string, label: string): ShownColumn => ({
  name,
  label,
  kind: "text",
  unit: "none",
  hidden: false,
});

/** The words of spans in a row. */
export function wordsOf(spans: readonly { text: string }[]): string {
  return spans.map(({ text }) => text).join("");
}

/** A column a figure, a row a period, and what each has changed by. */
function figureTable({ big, whole, wholeLabel }: Figures): ShownTable {
  const columns: ShownColumn[] = [textColumn("period", "Period")];
  const rows: Row[] = [];
  const add = (column: ShownColumn) => {
    if (columns.some(({ name }) => name === column.name)) return;
    // What is returned is an amount of the whole, and a share of a month.
    const isTaken = columns.some(({ label }) => label === column.label);
    columns.push(isTaken ? { ...column, label: `${column.label}, ${column.unit}` } : column);
  };
  const fill = (figures: readonly Figure[], periodOf: (figure: Figure) => string) => {
    for (const figure of figures) {
      const period = periodOf(figure);
      let row = rows.find((each) => each.period === period);
      if (!row) {
        row = { period };
        rows.push(row);
      }
      add({ ...figure.column, name: figure.metric, label: figure.column.label, hidden: false });
      row[figure.metric] = figure.value;
      for (const { percent, against } of figure.changes) {
        const name = `${figure.metric}_${against}`;
        const label = `${figure.column.label}, change ${against}`;
        add({ ...textColumn(name, label), kind: "double", unit: "percent" });
        row[name] = percent;
      }
    }
  };
  fill(whole, () => wholeLabel);
  fill(big, ({ period }) => period ?? wholeLabel);
  return { columns, rows, totals: null };
}

const INSIGHT_COLUMNS: readonly ShownColumn[] = [
  textColumn("title", "Insight"),
  textColumn("category", "Category"),
  textColumn("confidence", "Confidence"),
  { ...textColumn("stake", "At stake"), kind: "double", unit: "money" },
  textColumn("stake_words", "What is at stake"),
  textColumn("finding", "Finding"),
  textColumn("action", "What to do"),
];

function insightTable(insights: Insights): ShownTable {
  const rows = insights.shown.map(({ title, category, confidence, stake, finding, action }) => ({
    title,
    category,
    confidence,
    stake: stake?.amount ?? null,
    stake_words: stake?.words ?? null,
    finding: wordsOf(finding),
    action,
  }));
  return { columns: INSIGHT_COLUMNS, rows, totals: null };
}

/** A report's table, read by rows. */
function storedTable({ columns, values, ending }: NonNullable<ResultCell["table"]>): ShownTable {
  const rowOf = (of: (at: number) => Value): Row => Object.fromEntries(columns.map(({ name }, at) => [name, of(at)]));
  const rows = (values[0] ?? []).map((_, row) => rowOf((at) => values[at]?.[row] ?? null));
  const totals = ending === null ? null : rowOf((at) => ending[at] ?? null);
  return { columns: columns.filter(({ hidden }) => !hidden), rows, totals };
}

/** What a result cell shows as a table; `whole` are the rows of cells of which the report holds only the first. */
export function tableOf(cell: ResultCell, whole: ReadonlyMap<string, ShownTable>): NamedTable {
  const { name, title, figures, insights, table } = cell;
  const named = (shown: ShownTable): NamedTable => ({ ...shown, name, title });
  if (insights) return named(insightTable(insights));
  if (figures) return named(figureTable(figures));
  const shown = whole.get(name) ?? (table ? storedTable(table) : null);
  return named(shown ?? { columns: [], rows: [], totals: null });
}

/** The cells of a report that have a result. */
export function resultCells(report: Pick<Report, "cells">): ResultCell[] {
  return report.cells.filter((cell) => cell.kind === "result");
}
