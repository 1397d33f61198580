import type { Bytes } from "./files";
import { sha256Hex, utf8, utf8Text } from "./sha256";

const NEWLINE = 10;
const LINE = /^(\d+) ([0-9a-f]{64}) ([\s\S]*)$/;

/** One line of a log: length in bytes, sha256, JSON. */
export async function encodeLine(value: unknown): Promise<Bytes> {
  const json = JSON.stringify(value) ?? "null";
  const bytes = utf8(json);
  return utf8(`${bytes.length} ${await sha256Hex(bytes)} ${json}\n`);
}

/** The first line of every log, so that a log that lost everything can be told from an empty one. */
export function encodeHeader(id: string, seq: number): Promise<Bytes> {
  return encodeLine({ log: seq, doc: id });
}

/** The value of a line without its end, or null when it is not what was written. */
export async function decodeLine(bytes: Bytes): Promise<{ value: unknown } | null> {
  const match = LINE.exec(utf8Text(bytes) ?? "");
  const json = utf8(match?.[3] ?? "");
  if (!match || json.length !== Number(match[1]) || (await sha256Hex(json)) !== match[2]) return null;
  return { value: JSON.parse(match[3] ?? "") };
}

/** What a log holds: the edits up to the first bad line, and where that line starts. */
export interface Replay {
  edits: readonly unknown[];
  /** Bytes up to the end of the last good line, the header counted; 0 when the header itself is bad. */
  goodBytes: number;
  /** Everything after: empty when the log is whole. */
  tail: Bytes;
}

/** Reads a log, stopping at the first line that is not what was written. */
export async function replayLog(bytes: Bytes): Promise<Replay> {
  const values: unknown[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(NEWLINE, start);
    const line = end < 0 ? null : await decodeLine(bytes.subarray(start, end));
    if (!line) return { edits: values.slice(1), goodBytes: start, tail: bytes.slice(start) };
    values.push(line.value);
    start = end + 1;
  }
}
