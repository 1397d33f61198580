import { invariant } from "@/lib/std/invariant";

/** Marks the end of an Arrow IPC stream: continuation and a length of zero. */
const END = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

function ends(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(-END.length);
  return tail.length === END.length && tail.every((byte, index) => byte === END[index]);
}

/** The messages of one Arrow IPC stream as one array, with its end marker; DuckDB waits for the marker to insert. */
export function joinStream(pieces: readonly Uint8Array[]): Uint8Array {
  const last = pieces.at(-1);
  const all = last !== undefined && ends(last) ? pieces : [...pieces, END];
  const joined = new Uint8Array(all.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of all) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

const HEAD_BYTES = 8; // "ARROW1" and two bytes of padding
const TAIL_BYTES = 10; // the footer's length and "ARROW1"

/** The stream inside an Arrow IPC file: what stands between its magic number and its footer. */
export function streamOfFile(file: Uint8Array): Uint8Array {
  invariant(new TextDecoder().decode(file.subarray(0, 6)) === "ARROW1", "an Arrow file starts with its name");
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const footer = view.getInt32(file.length - TAIL_BYTES, true);
  return joinStream([file.subarray(HEAD_BYTES, file.length - TAIL_BYTES - footer)]);
}
