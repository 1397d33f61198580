/** What bytes say about the encoding of a text before any letter is looked at. */
export interface Utf8Counts {
  /** Sequences of two to four bytes that are UTF-8. */
  valid: number;
  /** Bytes or broken sequences that are not. */
  invalid: number;
}

/** Length of the sequence a lead byte announces; 0 when it is none (RFC 3629). */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Smallest and largest second byte behind a lead byte: overlong forms, surrogates and what is above U+10FFFF are out. */
function secondFits(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0 && second <= 0xbf;
  if (lead === 0xed) return second >= 0x80 && second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90 && second <= 0xbf;
  if (lead === 0xf4) return second >= 0x80 && second <= 0x8f;
  return (second & 0xc0) === 0x80;
}

/** Counts UTF-8 sequences over the pieces of a text. */
export class Utf8Counter {
  readonly counts: Utf8Counts = { valid: 0, invalid: 0 };
  #rest = new Uint8Array(0);

  /** `onInvalid` is told where in `bytes` a byte is no UTF-8. */
  push(bytes: Uint8Array, onInvalid?: (at: number) => void): void {
    const rest = this.#rest;
    const text = rest.length === 0 ? bytes : joined(rest, bytes);
    let at = 0;
    while (at < text.length) {
      const lead = text[at] as number;
      if (lead < 0x80) {
        at += 1;
        continue;
      }
      const length = sequenceLength(lead);
      const taken = length === 0 ? 1 : matched(text, at, length);
      if (taken === length && length > 0) this.counts.valid += 1;
      else if (length > 0 && at + taken === text.length) break;
      else this.#refuse(at - rest.length, onInvalid);
      at += taken;
    }
    this.#rest = text.slice(at);
  }

  /** A sequence cut off by the end of the text is no letter. */
  end(): Utf8Counts {
    if (this.#rest.length > 0) this.#refuse(0);
    this.#rest = new Uint8Array(0);
    return this.counts;
  }

  #refuse(at: number, onInvalid?: (at: number) => void): void {
    this.counts.invalid += 1;
    onInvalid?.(Math.max(at, 0));
  }
}

/** How many bytes of a sequence of `length` stand at `at`. */
function matched(text: Uint8Array, at: number, length: number): number {
  const lead = text[at] as number;
  let taken = 1;
  while (taken < length && at + taken < text.length) {
    const byte = text[at + taken] as number;
    if (taken === 1 ? !secondFits(lead, byte) : (byte & 0xc0) !== 0x80) break;
    taken += 1;
  }
  return taken;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The rest of a letter that a slice from the middle of a text begins with is cut away: at most three bytes. */
export function fromWholeLetter(slice: Uint8Array): Uint8Array {
  let at = 0;
  while (at < 3 && at < slice.length && ((slice[at] as number) & 0xc0) === 0x80) at += 1;
  return slice.subarray(at);
}

export type Mark = "utf-8" | "utf-16le" | "utf-16be" | "utf-32";

/** The byte order mark a text begins with, or null. */
export function byteOrderMark(head: Uint8Array): Mark | null {
  const begins = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff)) return "utf-32";
  if (begins(0xff, 0xfe)) return "utf-16le";
  if (begins(0xfe, 0xff)) return "utf-16be";
  return begins(0xef, 0xbb, 0xbf) ? "utf-8" : null;
}

/**
 * UTF-16 without a mark: in tables most letters are ASCII, digits or commas, so one byte of every two is zero, always on
 * the same side.
 */
export function unmarkedUtf16(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  const start = head.subarray(0, Math.min(head.length, 65_536) & ~1);
  if (start.length < 4) return null;
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < start.length; at += 1) if (start[at] === 0) zeros[(at & 1) as 0 | 1] += 1;
  const pairs = start.length / 2;
  const [even, odd] = zeros;
  // A short text could hold a few zeros on one side by chance.
  const many = pairs * (pairs < 200 ? 0.5 : 0.15);
  if (odd > many && even < pairs * 0.01) return "utf-16le";
  return even > many && odd < pairs * 0.01 ? "utf-16be" : null;
}

/** Control signs that stand in texts: tab, line ends, form feed, escape, end of file, separators of records and fields. */
const USUAL = new Set([0, 9, 10, 11, 12, 13, 26, 27, 28, 29, 30, 31]);

/** True for a program or data without a name: control signs of many kinds. NUL alone does not make a text none. */
export function isBinary(head: Uint8Array): boolean {
  const counts = new Map<number, number>();
  let printed = 0;
  for (const byte of head.subarray(0, 65_536)) {
    if (byte < 32 && !USUAL.has(byte)) counts.set(byte, (counts.get(byte) ?? 0) + 1);
    else if (byte !== 0) printed += 1;
  }
  const controls = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return counts.size >= 3 && controls > printed * 0.02;
}
