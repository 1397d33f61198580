import { crc32 } from "./crc32";
import { FilesError } from "./files-error";

type Bytes = Uint8Array<ArrayBuffer>;

/** One file of an archive. `stored` ones are packed already and are taken as they are. */
export interface ZipEntry {
  /** Path with "/" between names; UTF-8. */
  name: string;
  /** In parts where there are many. */
  bytes: Bytes | AsyncIterable<Bytes>;
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

/** An entry as it lies in the archive. */
interface Packed {
  content: Blob;
  crc: number;
  /** Bytes before it was packed. */
  size: number;
}

/** Packs parts as they come: neither they nor what they become are held together. */
async function packed({ bytes, stored = false }: ZipEntry): Promise<Packed> {
  let [crc, size] = [0, 0];
  const seen = new TransformStream<Bytes, Bytes>({
    transform(part, controller) {
      crc = crc32(part, crc);
      size += part.length;
      controller.enqueue(part);
    },
  });
  const parts = bytes instanceof Uint8Array ? new Blob([bytes]).stream() : streamOf(bytes);
  const read = parts.pipeThrough(seen);
  const written = (stored ? read : read.pipeThrough(new CompressionStream("deflate-raw"))).getReader();
  const content: Bytes[] = [];
  for (let part = await written.read(); !part.done; part = await written.read()) content.push(part.value);
  return { content: new Blob(content), crc, size };
}

function streamOf(parts: AsyncIterable<Bytes>): ReadableStream<Bytes> {
  const reading = parts[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await reading.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await reading.return?.();
    },
  });
}

/** Numbers of two and four bytes, the smallest byte first. */
function numbers(...parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Bytes {
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
  const directory: Bytes[] = [];
  let place = 0;
  for await (const entry of entries) {
    const { content, crc, size } = await packed(entry);
    const path = new TextEncoder().encode(entry.name);
    if (size > MOST_BYTES) throw tooLarge();
    const about = numbers(
      [VERSION, 2],
      [FLAGS, 2],
      [entry.stored ? 0 : 8, 2],
      [0, 2],
      [DAY, 2],
      [crc, 4],
      [content.size, 4],
      [size, 4],
      [path.length, 2],
      [0, 2],
    );
    parts.push(new Blob([numbers([0x0403_4b50, 4]), about, path, content]));
    const start = numbers([0x0201_4b50, 4], [VERSION, 2]);
    const end = numbers([0, 2], [0, 2], [0, 2], [0, 4], [place, 4]);
    directory.push(start, about, end, path);
    place += 4 + about.length + path.length + content.size;
    if (place > MOST_BYTES || directory.length / 4 > MOST_ENTRIES) throw tooLarge();
  }
  const count = directory.length / 4;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = numbers([0x0605_4b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [place, 4], [0, 2]);
  return new Blob([...parts, ...directory, end], { type });
}
