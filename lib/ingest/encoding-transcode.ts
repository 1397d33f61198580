import { BlobWriter } from "./container/blob-writer";
import { bytePieces, type NamedBlob } from "./decode";
import { Utf8Counter } from "./encoding-bytes";
import { decoderOf } from "./encoding-decoder";

/** A file in another encoding. */
export interface Transcoded {
  /** The same text in UTF-8, without a byte order mark. */
  text: File;
  /** Bytes of a faulty UTF-8 text that became U+FFFD; 0 for every other encoding. */
  lost: number;
}

/**
 * Rewrites a text in UTF-8, in pieces. Bytes that cannot be read become U+FFFD.
 * Throws RangeError when the label is unknown, IngestError "unreadable" when the file vanished.
 */
export async function transcode(file: NamedBlob, encoding: string, signal?: AbortSignal): Promise<Transcoded> {
  const decoder = decoderOf(encoding);
  const counter = encoding === "utf-8" ? new Utf8Counter() : null;
  const writer = new BlobWriter();
  for await (const bytes of bytePieces(file, signal)) {
    counter?.push(bytes);
    writer.write(decoder.push(bytes));
  }
  writer.write(decoder.end());
  return { text: writer.end(file.name), lost: counter?.end().invalid ?? 0 };
}
