import type { DateShape } from "./dates";
import { applies, type ImportPlan, type Role } from "./plan";
import type { FileRecord } from "./records";
import { isPlain } from "./source";

/** How a clean file can be read in one step, each column by the engine's own types. */
export interface QuickPlan {
  /** strptime's words for its dates; null for ISO. */
  dateFormat: string | null;
  timed: boolean;
  /** Lines the file is likely to have. */
  lines: number;
}

const POINT = /^-?\d{1,9}(?:\.\d{1,4})?$/;
const COMMA = /^-?\d{1,9}(?:,\d{1,4})?$/;
const NEEDED: readonly Role[] = ["quantity", "amount"];
const NUMBERS: readonly Role[] = ["quantity", "amount", "unit_price", "unit_cost"];

interface Looked {
  records: readonly FileRecord[];
  /** All ways in which dates of the sample are written. */
  dates: readonly DateShape[];
  /** Lines the file is likely to have. */
  lines: number;
}

/**
 * Null when a file must be read with more care: its plan asks for more than columns of plain numbers and dates of one
 * form, or its sample holds anything else. What the sample does not show is found out while it is read.
 */
export function quickPlan(plan: ImportPlan, { records, dates, lines }: Looked): QuickPlan | null {
  const { mapping } = plan;
  const unusual =
    plan.kind !== "sales" ||
    !isPlain(plan) ||
    plan.lineTypes !== null ||
    applies(plan, "duplicate") ||
    [mapping.time, mapping.discount, mapping.currency].some((column) => column !== undefined) ||
    mapping.date === undefined;
  const [shape] = dates;
  if (unusual || records.length === 0 || dates.length !== 1 || !shape?.plain || shape.offset) return null;
  const format = dateFormat(shape, plan);
  if (format === undefined) return null;
  const cellOf = (record: FileRecord, role: Role) => record.fields[plan.columns.indexOf(mapping[role] ?? "")] ?? "";
  const number = plan.decimalMark === "point" ? POINT : COMMA;
  const plainNumber = (text: string, needed: boolean) => number.test(text) || (text === "" && !needed);
  const clean = records.every(
    (record) =>
      record.fields.length === plan.columns.length &&
      cellOf(record, "date") !== "" &&
      NUMBERS.every((role) => {
        const needed = NEEDED.includes(role) || (role === "unit_price" && mapping.amount === undefined);
        return mapping[role] === undefined || plainNumber(cellOf(record, role), needed);
      }),
  );
  if (!clean) return null;
  return { dateFormat: format, timed: shape.time !== "", lines };
}

/** Null is ISO, which the engine reads by itself; undefined cannot be told in one form. */
function dateFormat(shape: DateShape, { dateOrder }: ImportPlan): string | null | undefined {
  const s = shape.separator;
  if (shape.layout === "year-first" && (s === "-" || s === "/")) return null;
  if (shape.layout !== "numbers" || shape.yearDigits !== 4 || dateOrder === "year-first") return undefined;
  return `${dateOrder === "day-first" ? `%d${s}%m` : `%m${s}%d`}${s}%Y${shape.time}`;
}
