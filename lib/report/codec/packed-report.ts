import * as z from "zod/mini";
import type { Answer } from "@/lib/analyses/analysis";
import { VALUE_KINDS } from "@/lib/query/column";
import { MOST_ROWS, type Report, type ReportCell, type ReportInsight, type ReportTable } from "../report";
import { unreadable } from "../report-error";
import { fractionOf, fractionValue } from "./fraction";
import { packedColumn, unpackedColumn } from "./packed-column";

/** Begins and ends decisive words in a packed sentence; no sentence has it. */
const STRONG = "\u007f";

const kinds = z.enum(VALUE_KINDS);

/** As much of what was packed as has to be known to unpack it; what it holds is checked afterwards. */
const packedTable = z.looseObject({
  columns: z.array(z.looseObject({ kind: kinds })),
  values: z.array(z.array(z.unknown())),
  /** Rows stand once, so that a column of equal values can be one value. */
  rows: z.number().check(z.int(), z.gte(0), z.lte(MOST_ROWS)),
});
const packedAnswer = z.union([z.string(), z.array(z.unknown())]);
const packedInsight = z.looseObject({
  finding: packedAnswer,
  stake: z.nullable(z.looseObject({ amount: z.union([z.string(), z.number()]) })),
});
const packedCell = z.looseObject({
  answer: z.optional(packedAnswer),
  table: z.nullish(packedTable),
  insights: z.nullish(z.looseObject({ shown: z.array(packedInsight) })),
});
const withCells = z.looseObject({ cells: z.array(packedCell) });

/** A report for writing: the same value with its tables and sentences packed. */
export function packedReport(report: Report): unknown {
  return { ...report, cells: report.cells.map(packCell) };
}

/** Its parts are always in this order: reports have most phrases in common then. */
function packCell(cell: ReportCell): unknown {
  if (cell.kind !== "result") return cell;
  const { kind, name, title, asking, asked, caution, answer, comparison, notes, figures, insights, ...rest } = cell;
  const { chart, table, explanation } = rest;
  return {
    kind,
    name,
    title,
    asking,
    asked,
    caution,
    answer: packAnswer(answer),
    comparison,
    notes,
    explanation,
    figures,
    insights: insights && { ...insights, shown: insights.shown.map(packInsight) },
    chart,
    table: table && packTable(table),
  };
}

/** One text where its pieces take turns, which is how a report is made; else the pieces. */
function packAnswer(answer: Answer): string | Answer {
  const packed = answer.map(({ text, strong }) => (strong ? `${STRONG}${text}${STRONG}` : text)).join("");
  const [first] = answer;
  const turns = answer.every(({ text, strong }, at) => text !== "" && strong === ((at % 2 === 0) === first?.strong));
  const marks = 2 * answer.filter(({ strong }) => strong).length;
  return turns && packed.split(STRONG).length === marks + 1 ? packed : answer;
}

function unpackAnswer(packed: string | readonly unknown[]): readonly unknown[] {
  if (typeof packed !== "string") return packed;
  return packed
    .split(STRONG)
    .map((text, at) => ({ text, strong: at % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

function packInsight({ finding, stake, ...rest }: ReportInsight): unknown {
  return {
    ...rest,
    finding: packAnswer(finding),
    stake: stake && { ...stake, amount: fractionOf(stake.amount) ?? stake.amount },
  };
}

function unpackInsight({ finding, stake, ...rest }: z.infer<typeof packedInsight>): unknown {
  const amount = typeof stake?.amount === "string" ? fractionValue(stake.amount) : stake?.amount;
  return { ...rest, finding: unpackAnswer(finding), stake: stake && { ...stake, amount } };
}

function packTable({ columns, values, ...rest }: ReportTable): unknown {
  return {
    columns,
    ...rest,
    rows: values[0]?.length ?? 0,
    values: values.map((column, at) => packedColumn(columns[at]?.kind ?? "text", column)),
  };
}

function unpackTable({ columns, values, rows, ...rest }: z.infer<typeof packedTable>): unknown {
  const whole = values.map((column, at) => unpackedColumn(columns[at]?.kind ?? "text", column, rows));
  return { ...rest, columns, values: whole };
}

/** What was packed, still to be checked. Throws ReportError when it is not what a report packs to. */
export function unpackedReport(packed: unknown): unknown {
  const read = withCells.safeParse(packed);
  if (!read.success) throw unreadable(read.error);
  const cells = read.data.cells.map(({ answer, table, insights, ...rest }) => ({
    ...rest,
    ...(answer === undefined ? {} : { answer: unpackAnswer(answer) }),
    ...(table === undefined ? {} : { table: table && unpackTable(table) }),
    ...(insights === undefined
      ? {}
      : { insights: insights && { ...insights, shown: insights.shown.map(unpackInsight) } }),
  }));
  return { ...read.data, cells };
}
