import { asUnreadable, type NamedBlob } from "./decode";

const HEAD = 262_144;
const SLICE = 65_536;

/** Bytes from the start, the middle and the end of a file, at most 384 KB. */
export interface ByteSample {
  head: Uint8Array;
  /** True when `head` is the whole file. */
  whole: boolean;
  slices: readonly Uint8Array[];
}

/** A file is opened, looked at and read by the same sample. */
const taken = new WeakMap<NamedBlob, ByteSample>();

/** Remembered as long as the file is. Throws IngestError "unreadable" when the file vanished. */
export async function sampleBytes(file: NamedBlob, signal?: AbortSignal): Promise<ByteSample> {
  const sample = taken.get(file) ?? (await takeSample(file, signal));
  taken.set(file, sample);
  return sample;
}

async function takeSample(file: NamedBlob, signal: AbortSignal | undefined): Promise<ByteSample> {
  const bytes = async (from: number, to: number) => {
    signal?.throwIfAborted();
    try {
      return new Uint8Array(await file.slice(from, to).arrayBuffer());
    } catch (cause) {
      throw asUnreadable(cause, file.name);
    }
  };
  const head = await bytes(0, HEAD);
  if (file.size <= HEAD) return { head, whole: true, slices: [] };
  // UTF-16 is cut between letters only.
  const middle = Math.max(HEAD, Math.floor(file.size / 2) & ~1);
  const end = Math.max(HEAD, (file.size - SLICE) & ~1);
  const starts = [...new Set([middle, end])];
  return { head, whole: false, slices: await Promise.all(starts.map((from) => bytes(from, from + SLICE))) };
}
