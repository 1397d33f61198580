import { asUnreadable, type NamedBlob } from "../decode";
import { IngestError } from "../ingest-error";
import { BlobWriter } from "./blob-writer";
import { damaged, refusal } from "./refusal";

/** Largest text an archive may hold, bytes. */
const LARGEST = 8 * 1024 ** 3;

export interface Unpacking {
  name: string;
  /** How the bytes are packed. */
  as: CompressionFormat;
  /** "a gzip archive", as it stands in a sentence. */
  what: string;
  /** Bytes the unpacked text may have. */
  largest?: number;
}

/** Unpacks bytes in pieces. Throws IngestError when they are damaged or too many. */
export async function unpack(packed: Blob, { name, as, what, largest = LARGEST }: Unpacking, signal?: AbortSignal) {
  const writer = new BlobWriter();
  const reader = packed.stream().pipeThrough(new DecompressionStream(as), { signal }).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return writer.end(name);
      if (writer.size + value.length > largest) {
        const limit = `${Math.round(largest / 1024 ** 2).toLocaleString("en")} MB`;
        throw refusal(
          "unreadable",
          name,
          `holds more than ${limit} when unpacked, more than Lucid opens`,
          "Unpack it, leave out what you do not need, and add the rest as CSV.",
        );
      }
      writer.write(value);
    }
  } catch (cause) {
    await reader.cancel(cause).catch((again: unknown) => again);
    signal?.throwIfAborted();
    const known = asUnreadable(cause, name);
    throw known instanceof IngestError ? known : damaged(name, what, cause);
  }
}

/** The one file in a gzip archive. Throws IngestError when it is damaged. */
export function gunzip(file: NamedBlob, signal?: AbortSignal): Promise<File> {
  return unpack(file, { name: file.name, as: "gzip", what: "a gzip archive" }, signal);
}
