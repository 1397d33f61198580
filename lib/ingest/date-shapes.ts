import { type DateShape, dateShape } from "./dates";
import type { NamedBlob } from "./decode";
import type { ImportPlan } from "./plan";
import { headRecords, sampleFile, sliceRecords } from "./sample";

/** The ways in which a file's dates are written, the most frequent first, from the same sample the guess was made of. */
export async function dateShapesOf(
  file: NamedBlob,
  { dialect, columns, mapping }: Pick<ImportPlan, "dialect" | "columns" | "mapping">,
  signal?: AbortSignal,
): Promise<DateShape[]> {
  const wanted = [mapping.date, mapping.last_updated].filter((name) => name !== undefined);
  if (wanted.length === 0) return [];
  const sample = await sampleFile(file, signal);
  const records = [...headRecords(sample, dialect).slice(1), ...sliceRecords(sample, dialect, columns.length)];
  const found = new Map<string, { shape: DateShape; count: number }>();
  for (const name of wanted) {
    const index = columns.indexOf(name);
    for (const { fields } of records) {
      const shape = dateShape(fields[index] ?? "");
      if (shape === null) continue;
      const key = [shape.layout, shape.separator, shape.yearDigits, shape.time, shape.offset].join("|");
      const known = found.get(key);
      if (known) known.count += 1;
      else found.set(key, { shape, count: 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count).map(({ shape }) => shape);
}
