import { crc32 } from "./crc32";
import { FilesError } from "./files-error";

/** One file of an archive. `stored` ones are packed already and are taken as they are. */
export interface ZipEntry {
  /** Path with "/" between names; UTF-8. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  stored?: boolean;
}

/** Sizes and places of a plain archive are numbers of four bytes. */
const MOST_BYTES = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
/** 1 January 1980, the first day an archive knows: equal content gives equal bytes. */
const DAY = 0x0021;

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Numbers of two and four bytes, the smallest byte first. */
function numbers(...parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(parts.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of parts) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function tooLarge(): FilesError {
  return new FilesError({
    kind: "too-large",
    message: "The file would be larger than 4 GB, which its format cannot hold.",
    hint: "Remove a data set from a copy of the notebook and export it again.",
  });
}

/**
 * Files as one ZIP archive. Entries are asked for one after the other, so that only one of them is held in memory.
 * Throws FilesError "too-large" beyond 4 GB.
 */
export async function zipFile(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  type = "application/zip",
): Promise<Blob> {
  const parts: Blob[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let place = 0;
  for await (const { name, bytes, stored = false } of entries) {
    const packed = stored ? bytes : await deflated(bytes);
    const path = new TextEncoder().encode(name);
    const about = numbers(
      [VERSION, 2],
      [FLAGS, 2],
      [stored ? 0 : 8, 2],
      [0, 2],
      [DAY, 2],
      [crc32(bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [path.length, 2],
      [0, 2],
    );
    parts.push(new Blob([numbers([0x0403_4b50, 4]), about, path, packed]));
    const start = numbers([0x0201_4b50, 4], [VERSION, 2]);
    const end = numbers([0, 2], [0, 2], [0, 2], [0, 4], [place, 4]);
    directory.push(start, about, end, path);
    place += 4 + about.length + path.length + packed.length;
    if (place > MOST_BYTES || directory.length / 4 > MOST_ENTRIES) throw tooLarge();
  }
  const count = directory.length / 4;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = numbers([0x0605_4b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [place, 4], [0, 2]);
  return new Blob([...parts, ...directory, end], { type });
}
