import { decoderOf } from "./encoding-decoder";
import { encodingName } from "./encoding-name";
import { scorePairs } from "./encoding-pairs";
import { scoreSingleByte } from "./encoding-score";

const LOOKED_AT = 65_536;
/** Bytes kept on each side of a letter beyond ASCII. */
const AROUND = 2;

/** The stretches of a text that say something about its encoding: bytes beyond ASCII with their neighbours. */
export function tellingBytes(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let until = 0;
  for (let at = 0; at < bytes.length && kept.length < LOOKED_AT; at += 1) {
    if ((bytes[at] as number) < 0x80) continue;
    const from = Math.max(until, at - AROUND);
    if (from > until) kept.push(0x20);
    until = Math.min(bytes.length, at + AROUND + 1);
    kept.push(...bytes.subarray(from, until));
  }
  return Uint8Array.from(kept);
}

/** The encoding before UTF-8 that makes the likeliest letters of the bytes; Windows-1252 where nothing speaks for any. */
export function guessLegacy(bytes: Uint8Array): string {
  const telling = tellingBytes(bytes);
  const scored = [...scoreSingleByte(telling), ...scorePairs(telling)];
  const western = Math.max(...scored.filter(({ encoding }) => encoding === "windows-1252").map(({ score }) => score));
  const best = scored.reduce((first, second) => (second.score > first.score ? second : first));
  return best.score > western + 1 ? best.encoding : "windows-1252";
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
