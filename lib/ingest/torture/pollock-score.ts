/** A table as a loader wrote it: the first row is taken for the header. */
export type Table = readonly (readonly string[])[];

/** The ten measures of the Pollock benchmark for one file, each 0-1. */
export interface PollockScore {
  success: number;
  header: Measure;
  records: Measure;
  cells: Measure;
}

interface Measure {
  precision: number;
  recall: number;
  f1: number;
}

const WHOLE: Measure = { precision: 1, recall: 1, f1: 1 };
const NOTHING: Measure = { precision: 0, recall: 0, f1: 0 };

/** Multisets compared, order ignored. Precision is the share of the clean side, as the benchmark names it. */
function measure(clean: readonly string[], loaded: readonly string[]): Measure {
  if (clean.length === 0 && loaded.length === 0) return WHOLE;
  const counts = new Map<string, number>();
  for (const item of clean) counts.set(item, (counts.get(item) ?? 0) + 1);
  let hits = 0;
  for (const item of loaded) {
    const left = counts.get(item) ?? 0;
    if (left > 0) hits += 1;
    counts.set(item, left - 1);
  }
  if (hits === 0) return NOTHING;
  const [precision, recall] = [hits / clean.length, hits / loaded.length];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** A cell whose writing does not matter: 007 is 7, 28/01/2018 is 2018-01-28, $48.00 is $48, texts are in lower case. */
export function normalised(cell: string): string {
  const text = cell.trim();
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true" ? "1" : "0";
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return String(Number(text));
  const price = /^([$€£])(\d+(?:\.\d+)?)$/.exec(text);
  if (price) return `${price[1]}${Number(price[2])}`;
  const time = /^(\d\d):(\d\d)(?::00)?$/.exec(text);
  if (time) return `${time[1]}:${time[2]}:00`;
  const day = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  if (day) return `${day[3]}-${day[2]}-${day[1]}`;
  return cell.toLowerCase();
}

/** Scores one loaded table against the clean one; null where the loader stopped. An empty clean file is always won. */
export function pollockScore(clean: Table, loaded: Table | null): PollockScore {
  if (loaded === null) return { success: 0, header: NOTHING, records: NOTHING, cells: NOTHING };
  if (clean.length === 0) return { success: 1, header: WHOLE, records: WHOLE, cells: WHOLE };
  const record = (row: readonly string[]) => row.map(normalised).join("");
  return {
    success: 1,
    header: measure(clean[0] ?? [], loaded[0] ?? []),
    records: measure(clean.slice(1).map(record), loaded.slice(1).map(record)),
    cells: measure(clean.slice(1).flat(), loaded.slice(1).flat()),
  };
}

/** 0-10: the sum of the ten measures. */
export function sumOf({ success, header, records, cells }: PollockScore): number {
  const three = ({ precision, recall, f1 }: Measure) => precision + recall + f1;
  return success + three(header) + three(records) + three(cells);
}
