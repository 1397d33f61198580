import { decodeHead, decodeSlice, type NamedBlob } from "./decode";
import type { Dialect } from "./plan";
import { type FileRecord, RecordSplitter } from "./records";
import { sampleBytes } from "./sample-bytes";

/** The text at the start of a file, and pieces from its middle and end that begin and end anywhere. */
export interface FileSample {
  head: string;
  /** True when `head` is the whole file. */
  whole: boolean;
  slices: readonly string[];
}

/** Reads at most 384 KB of a file. Throws IngestError when it is no text in UTF-8. */
export async function sampleFile(file: NamedBlob, signal?: AbortSignal): Promise<FileSample> {
  const { head, whole, slices } = await sampleBytes(file, signal);
  return { head: decodeHead(head, file.name, whole), whole, slices: slices.map(decodeSlice) };
}

/** A record that is still open after so many characters of the sample is taken for a quote that nobody closed. */
const LONGEST_OPEN = 65_536;

/** The whole records at the start; the last one is left out when the sample may have cut it. */
export function headRecords(sample: FileSample, dialect: Dialect): FileRecord[] {
  const splitter = new RecordSplitter(dialect);
  const records = splitter.push(sample.head);
  if (sample.whole) return [...records, ...splitter.end()];
  return splitter.waiting > LONGEST_OPEN ? [...records, ...splitter.end().slice(0, -1)] : records;
}

/** Records from the slices that have the header's width; a slice starts in the middle of one, which is left out. */
export function sliceRecords(sample: FileSample, dialect: Dialect, width: number): FileRecord[] {
  return sample.slices.flatMap((slice) => {
    const from = slice.search(/\r\n|\n|\r/);
    const records = new RecordSplitter(dialect).push(from < 0 ? "" : slice.slice(from));
    return records.filter((record) => record.problem === null && record.fields.length === width);
  });
}
