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
