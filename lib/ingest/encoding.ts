import { bytePieces, type NamedBlob } from "./decode";
import { byteOrderMark, fromWholeLetter, Utf8Counter, type Utf8Counts, unmarkedUtf16 } from "./encoding-bytes";
import { guessLegacy, legacySentence } from "./encoding-legacy";
import { encodingName } from "./encoding-name";
import { IngestError } from "./ingest-error";
import type { ByteSample } from "./sample-bytes";

export interface FoundEncoding {
  /** WHATWG label. */
  encoding: string;
  /** Sentences about what was found; none for a file that is UTF-8 throughout. */
  evidence: readonly string[];
}

const UTF8: FoundEncoding = { encoding: "utf-8", evidence: [] };

/** "3 bytes could not be read and show as �." */
export function lostSentence(count: number): string {
  const bytes = count === 1 ? "1 byte" : `${count.toLocaleString("en")} bytes`;
  return `${bytes} could not be read and show${count === 1 ? "s" : ""} as \uFFFD.`;
}

/** UTF-8 with faults when more of its letters are whole than broken, else what went before UTF-8. */
function decide({ valid, invalid }: Utf8Counts, telling: Uint8Array): FoundEncoding {
  if (invalid === 0) return UTF8;
  if (valid > invalid) return { encoding: "utf-8", evidence: [lostSentence(invalid)] };
  const encoding = guessLegacy(telling);
  return { encoding, evidence: [legacySentence(encoding, telling)] };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    all[at + piece.length] = 10;
    at += piece.length + 1;
  }
  return all;
}

/** What a sample says at once; `guess` looks at letters and takes its time. */
export interface SampleEncoding {
  /** True where all of the sample is UTF-8. */
  utf8: boolean;
  /** True for two bytes a letter: every zero byte has its sense. */
  wide: boolean;
  guess(): FoundEncoding;
}

const known = (utf8: boolean, found: FoundEncoding): SampleEncoding => ({ utf8, wide: !utf8, guess: () => found });

/** The encoding of a text by a sample of its bytes. Throws IngestError "encoding" for UTF-32. */
export function encodingOfSample({ head, whole, slices }: ByteSample, name: string): SampleEncoding {
  const mark = byteOrderMark(head);
  if (mark === "utf-32") {
    throw new IngestError({
      kind: "encoding",
      message: `${name} is written in UTF-32, which Lucid does not read. Nothing was imported.`,
      hint: "Open it in your editor, save it as UTF-8, and add it again.",
    });
  }
  const wide = mark === null ? unmarkedUtf16(head) : mark === "utf-8" ? null : mark;
  if (wide) {
    const why = mark === null ? "every other byte is zero" : "it begins with the mark of that encoding";
    return known(false, { encoding: wide, evidence: [`Read as ${encodingName(wide)}, because ${why}.`] });
  }
  const counts: Utf8Counts = { valid: 0, invalid: 0 };
  for (const [index, piece] of [head, ...slices.map(fromWholeLetter)].entries()) {
    const counter = new Utf8Counter();
    counter.push(piece);
    const found = whole && index === 0 ? counter.end() : counter.counts;
    counts.valid += found.valid;
    counts.invalid += found.invalid;
  }
  if (counts.invalid === 0) return known(true, UTF8);
  return { utf8: false, wide: false, guess: () => decide(counts, joined([head, ...slices])) };
}

const TELLING = 65_536;
const NEAR = 64;

/**
 * The encoding of a whole file that began as UTF-8 and turned out otherwise, by every byte of it: more whole letters than
 * broken ones and it stays UTF-8 with the broken ones as U+FFFD, else the encoding its bytes beyond ASCII speak for.
 * Throws IngestError "unreadable" when the file vanished.
 */
export async function encodingOf(
  file: NamedBlob,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<FoundEncoding> {
  const counter = new Utf8Counter();
  const telling: Uint8Array[] = [];
  let kept = 0;
  for await (const bytes of bytePieces(file, signal)) {
    let until = 0;
    counter.push(bytes, (at) => {
      if (kept > TELLING || at < until) return;
      until = Math.min(bytes.length, at + NEAR);
      const near = bytes.slice(Math.max(0, at - NEAR), until);
      telling.push(near);
      kept += near.length;
    });
  }
  return decide(counter.end(), joined(telling));
}
