import { asUnreadable, decodeHead, decodeSlice, type NamedBlob } from "./decode";
import type { Dialect } from "./plan";
import { type FileRecord, RecordSplitter } from "./records";

const HEAD_BYTES = 262_144;
const SLICE_BYTES = 65_536;

/** The text at the start of a file, and pieces from its middle and end that begin and end anywhere. */
export interface FileSample {
  head: string;
  /** True when `head` is the whole file. */
  whole: boolean;
  slices: readonly string[];
}

/** Reads at most 384 KB of a file. Throws IngestError when it is no text in UTF-8. */
export async function sampleFile(file: NamedBlob, signal?: AbortSignal): Promise<FileSample> {
  const bytes = async (from: number, to: number) => {
    signal?.throwIfAborted();
    try {
      return new Uint8Array(await file.slice(from, to).arrayBuffer());
    } catch (cause) {
      throw asUnreadable(cause, file.name);
    }
  };
  const head = decodeHead(await bytes(0, HEAD_BYTES), file.name, file.size <= HEAD_BYTES);
  if (file.size <= HEAD_BYTES) return { head, whole: true, slices: [] };
  const middle = Math.max(HEAD_BYTES, Math.floor(file.size / 2));
  const end = Math.max(HEAD_BYTES, file.size - SLICE_BYTES);
  const starts = [...new Set([middle, end])].filter((from) => from < file.size);
  const slices = await Promise.all(starts.map((from) => bytes(from, Math.min(from + SLICE_BYTES, file.size))));
  return { head, whole: false, slices: slices.map(decodeSlice) };
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
