import { breathe } from "@/lib/std/breathe";
import { type DateShape, dateShape, isSerial } from "./dates";
import type { NamedBlob } from "./decode";
import { isBlank, isTotal } from "./fit-record";
import { readNumber } from "./numbers";
import type { Dialect, ImportPlan } from "./plan";
import { type QuickPlan, quickPlan } from "./quick-plan";
import { type FileRecord, recordsOf } from "./records";
import { type FileSample, headRecords, sampleFile, sliceRecords } from "./sample";
import { TOTAL_PATTERN } from "./set-aside-reasons";

/** How the values of a file are written, as far as the plan does not say. */
export interface ValueShapes {
  /** The ways in which its dates are written, the most frequent first. */
  dates: readonly DateShape[];
  /** Discounts without a percent sign are shares (1) or percents (100). */
  discountUnit: 1 | 100;
  /** Some money is written with the sign or code of a currency. */
  namesCurrency: boolean;
  /** A line called "Total" may stand at the end; false only where the end was seen. */
  mayEndWithTotal: boolean;
  /** Letters of an average line, its line end included. */
  lineWidth: number;
  /** How the file is read in one step; null when it needs more care. */
  quick: QuickPlan | null;
}

/** Looks at the same sample the guess was made of. */
export async function valueShapesOf(file: NamedBlob, plan: ImportPlan, signal?: AbortSignal): Promise<ValueShapes> {
  const { dialect, layout, columns, mapping, decimalMark } = plan;
  const sample = await sampleFile(file, signal);
  await breathe();
  const inTable = (line: number) => line >= layout.firstRow && (layout.lastRow === null || line <= layout.lastRow);
  const records = [
    ...headRecords(sample, dialect).filter(({ line }) => inTable(line)),
    ...sliceRecords(sample, dialect, columns.length),
  ];
  await breathe();
  const values = (name: string | undefined) => {
    const index = name === undefined ? -1 : columns.indexOf(name);
    return index < 0 ? [] : records.map(({ fields }) => fields[index] ?? "");
  };
  const discounts = values(mapping.discount).filter((text) => !text.includes("%"));
  const money = [...values(mapping.amount), ...values(mapping.unit_price)];
  const dates = dateShapes([...values(mapping.date), ...values(mapping.last_updated)]);
  await breathe();
  const lineWidth = records.reduce((sum, { raw }) => sum + raw.length + 1, 0) / records.length || 1;
  const total = layout.lastRow !== null || lastRecords(sample, dialect).some((record) => mayBeTotal(record, plan));
  return {
    dates,
    discountUnit: discounts.some((text) => Math.abs(readNumber(text, decimalMark) ?? 0) > 1) ? 100 : 1,
    namesCurrency: money.some((text) => /[^\s\d.,'’()+-]/.test(text)),
    lineWidth,
    mayEndWithTotal: total,
    quick: total ? null : quickPlan(plan, { records, dates, lines: Math.ceil(file.size / lineWidth) }),
  };
}

const TOTAL = new RegExp(TOTAL_PATTERN);

const LAST = 10;

/** The last records of the file that are not blank, also without a line end behind them. */
function lastRecords({ head, whole, slices }: FileSample, dialect: Dialect): FileRecord[] {
  const end = whole ? head : (slices.at(-1) ?? "");
  return recordsOf(end, dialect)
    .filter(({ fields }) => !isBlank(fields))
    .slice(-LAST);
}

/** True when one of the last lines begins with a word for "total", or its product is one. */
function mayBeTotal(last: FileRecord, { columns, mapping }: ImportPlan): boolean {
  const products = [mapping.product_name, mapping.product_id].map(
    (name) => last.fields[columns.indexOf(name ?? "")] ?? "",
  );
  return isTotal(last.fields) || products.some((text) => TOTAL.test(text.trim().toLowerCase()));
}

/** A column of nothing but dates and such numbers as spreadsheets keep for dates has those too. */
function dateShapes(texts: readonly string[]): DateShape[] {
  const found = new Map<string, { shape: DateShape; count: number }>();
  const note = (key: string, shape: DateShape) => {
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { shape, count: 1 });
  };
  let serials = 0;
  let parts = 0;
  let others = 0;
  for (const text of texts) {
    const shape = dateShape(text);
    if (shape)
      note([shape.layout, shape.separator, shape.yearDigits, shape.time, shape.offset, shape.plain].join("|"), shape);
    else if (isSerial(text)) {
      serials += 1;
      if (/[.,]/.test(text)) parts += 1;
    } else if (/\d/.test(text)) others += 1;
  }
  const shapes = [...found.values()].sort((a, b) => b.count - a.count).map(({ shape }) => shape);
  return serials > 0 && others <= serials / 10
    ? [{ ...SERIAL, time: parts > 0 ? " %H:%M:%S" : "" }, ...shapes]
    : shapes;
}

const SERIAL: DateShape = {
  layout: "serial",
  separator: "",
  yearDigits: 4,
  time: "",
  offset: false,
  first: 0,
  second: 0,
  plain: false,
};
