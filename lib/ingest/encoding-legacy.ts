import { decoderOf } from "./encoding-decoder";
import { encodingName } from "./encoding-name";
import { scorePairs } from "./encoding-pairs";
import { scoreSingleByte } from "./encoding-score";

const LOOKED_AT = 8_192;
/** Bytes of a word that are looked at at once; a sentence without blanks is cut. */
const LONGEST = 64;

const isAsciiLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/**
 * What says something about the encoding of a text: its words with bytes beyond ASCII, each once, since the name of one
 * town on a thousand lines is no more proof than on one.
 */
export function tellingBytes(bytes: Uint8Array): Uint8Array {
  const words = new Set<string>();
  const kept: number[] = [];
  const holds = (at: number) =>
    at < bytes.length && ((bytes[at] as number) >= 0x80 || isAsciiLetter(bytes[at] as number));
  for (let at = 0; at < bytes.length && kept.length < LOOKED_AT; at += 1) {
    if ((bytes[at] as number) < 0x80) continue;
    let from = at;
    while (from > 0 && at - from < 8 && holds(from - 1)) from -= 1;
    let to = at + 1;
    while (to - from < LONGEST && holds(to)) to += 1;
    // The second byte of a letter may be any sign.
    const word = bytes.subarray(from, Math.min(to + 1, bytes.length));
    const name = String.fromCharCode(...word);
    if (!words.has(name)) kept.push(...word, 0x20);
    words.add(name);
    at = to - 1;
  }
  return Uint8Array.from(kept);
}

/** How much less likely an encoding is than Windows-1252 before any byte is seen, as a natural logarithm. */
const PRIOR: Readonly<Record<string, number>> = {
  "windows-1252": 0,
  macintosh: -2,
  "windows-1250": -3,
  "windows-1251": -2.5,
  "windows-1257": -5,
  "iso-8859-2": -5,
  "iso-8859-5": -6,
  "iso-8859-7": -5,
  "koi8-r": -5,
};
const RARER = -3;

/** The encoding before UTF-8 that makes the likeliest letters of the bytes; Windows-1252 where nothing speaks for any. */
export function guessLegacy(bytes: Uint8Array): string {
  const telling = tellingBytes(bytes);
  const scored = [...scoreSingleByte(telling), ...scorePairs(telling)].map(({ encoding, score }) => ({
    encoding,
    score: score + (PRIOR[encoding] ?? RARER),
  }));
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).encoding;
}

/** "Read as Windows-1252, because bytes such as 0xE9 (é) are no UTF-8." */
export function legacySentence(encoding: string, bytes: Uint8Array): string {
  const telling = tellingBytes(bytes);
  const at = telling.findIndex((byte) => byte >= 0x80);
  const name = encodingName(encoding);
  if (at < 0) return `Read as ${name}, as chosen.`;
  const hex = `0x${(telling[at] ?? 0).toString(16).toUpperCase()}`;
  const [letter] = decoderOf(encoding).push(telling.subarray(at));
  const shown = letter !== undefined && /\p{L}|\p{S}|\p{P}/u.test(letter) ? ` (${letter})` : "";
  return `Read as ${name}, because bytes such as ${hex}${shown} are no UTF-8.`;
}
