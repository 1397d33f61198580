import { decoderOf } from "./encoding-decoder";
import { IngestError } from "./ingest-error";

/** A file as the browser and the tests hand it over. */
export type NamedBlob = Blob & { readonly name: string };

function encodingError(name: string, what: string): IngestError {
  return new IngestError({
    kind: "encoding",
    message: `${name} is not written in UTF-8: ${what}. Nothing was imported.`,
    hint: "Open it in your spreadsheet or editor, save it as CSV UTF-8, and add it again.",
  });
}

const NO_UTF8 = "it holds bytes that are no UTF-8 letters";

/**
 * The text of the first bytes of an opened file, without a byte order mark; unless they are the `whole` file, a letter
 * cut in two at the end is left out. Throws IngestError "encoding" when the bytes are no UTF-8.
 */
export function decodeHead(head: Uint8Array, name: string, whole = false): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: !whole });
  } catch (cause) {
    if (cause instanceof TypeError) throw encodingError(name, NO_UTF8);
    throw cause;
  }
}

/** The text of a slice from anywhere: cut letters at its ends become replacement signs. */
export function decodeSlice(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

/** The bytes of a file in pieces, at the pace of its consumer. Throws IngestError "unreadable" when it vanished. */
export async function* bytePieces(file: NamedBlob, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let open = true;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) open = false;
      if (done) return;
      yield value;
    }
  } catch (cause) {
    // A stream that failed cannot be cancelled, only an abandoned one must be.
    open = false;
    throw asUnreadable(cause, file.name);
  } finally {
    if (open) await reader.cancel();
  }
}

export interface Decoding {
  /** WHATWG label; default UTF-8. */
  encoding?: string;
  /** Bytes that cannot be read become U+FFFD instead of an error. */
  lossy?: boolean;
}

/**
 * A file's whole text in pieces, without a byte order mark.
 * Throws IngestError "encoding" at the first byte that cannot be read, "unreadable" when the file changed or vanished.
 */
export async function* decodedPieces(
  file: NamedBlob,
  signal?: AbortSignal,
  { encoding = "utf-8", lossy = false }: Decoding = {},
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding, { fatal: !lossy });
  const decoded = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.push(bytes) : decoder.end();
    } catch (cause) {
      if (cause instanceof TypeError) throw encodingError(file.name, NO_UTF8);
      throw cause;
    }
  };
  for await (const bytes of bytePieces(file, signal)) yield decoded(bytes);
  yield decoded();
}

/** A file that changed or vanished under the reading, as IngestError; every other error as it is. */
export function asUnreadable(cause: unknown, name: string): unknown {
  const vanished = cause instanceof DOMException && ["NotReadableError", "NotFoundError"].includes(cause.name);
  if (!vanished) return cause;
  return new IngestError({
    kind: "unreadable",
    message: `${name} changed or vanished while it was read. Nothing was imported.`,
    hint: "Add the file again.",
    cause,
  });
}
