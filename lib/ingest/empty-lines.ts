import { bytePieces, type NamedBlob } from "./decode";

const EMPTY_LINE = /\n\n|\n\r\n|\r\r/;
const OTHER = /[^\r\n]/;

/**
 * True when an empty line stands above another line. The engine's reader skips empty lines without counting them, a
 * spreadsheet shows them: the numbers of the lines below would be wrong. One inside a quoted field counts too.
 */
export async function hasEmptyLines(file: NamedBlob, signal?: AbortSignal): Promise<boolean> {
  const decoder = new TextDecoder("latin1");
  let before = "\n";
  let seen = false;
  for await (const bytes of bytePieces(file, signal)) {
    const text = decoder.decode(bytes);
    if (seen && OTHER.test(text)) return true;
    const place = EMPTY_LINE.test(before + text.slice(0, 2)) ? 0 : emptyLineIn(text);
    if (place >= 0) {
      seen = true;
      if (OTHER.test(text.slice(place))) return true;
    }
    before = text.slice(-2);
  }
  return false;
}

/** Plain searches are several times faster than one pattern, and most texts have no second kind of line end. */
function emptyLineIn(text: string): number {
  const ends = text.includes("\r") ? ["\n\n", "\n\r\n", "\r\r"] : ["\n\n"];
  const places = ends.map((end) => text.indexOf(end)).filter((place) => place >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
