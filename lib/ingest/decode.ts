import { IngestError } from "./ingest-error";
import { binaryKind, textKind } from "./magic";

/** A file as the browser and the tests hand it over. */
export type NamedBlob = Blob & { readonly name: string };

const BOM = "\uFEFF";

function encodingError(name: string, what: string): IngestError {
  return new IngestError({
    kind: "encoding",
    message: `${name} is not written in UTF-8: ${what}. Nothing was imported.`,
    hint: "Open it in your spreadsheet or editor, save it as CSV UTF-8, and add it again.",
  });
}

function utf16(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = head.subarray(0, 512);
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  return start.length >= 16 && Math.max(...zeros) > start.length * 0.3 && Math.min(...zeros) < start.length * 0.1;
}

/**
 * The text of the first bytes of a file, without a byte order mark; unless they are the `whole` file, a letter cut in
 * two at the end is left out.
 * Throws IngestError when the bytes are no text, no table or no UTF-8.
 */
export function decodeHead(head: Uint8Array, name: string, whole = false): string {
  const binary = binaryKind(head);
  if (binary) {
    throw new IngestError({
      kind: "not-a-table",
      message: `${name} is ${binary.what}, not a table of text. Nothing was imported.`,
      hint: binary.hint,
    });
  }
  if (utf16(head)) throw encodingError(name, "it looks like UTF-16");
  if (head.subarray(0, 4096).includes(0) && head.subarray(0, 4096).filter((byte) => byte < 9).length > 8) {
    throw new IngestError({
      kind: "not-a-table",
      message: `${name} is not a text file. Nothing was imported.`,
      hint: "Export or save the figures as CSV and add that file.",
    });
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(head, { stream: !whole });
  } catch (cause) {
    if (cause instanceof TypeError) throw encodingError(name, "it holds bytes that are no UTF-8 letters");
    throw cause;
  }
  const plain = text.startsWith(BOM) ? text.slice(1) : text;
  const other = textKind(plain);
  if (other) {
    throw new IngestError({
      kind: "not-a-table",
      message: `${name} is ${other.what}, not a table. Nothing was imported.`,
      hint: other.hint,
    });
  }
  return plain;
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

/**
 * A file's whole text in pieces, without a byte order mark.
 * Throws IngestError "encoding" at the first byte that is no UTF-8, "unreadable" when the file changed or vanished.
 */
export async function* decodedPieces(file: NamedBlob, signal?: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const decoded = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      if (cause instanceof TypeError) throw encodingError(file.name, "it holds bytes that are no UTF-8 letters");
      throw cause;
    }
  };
  let first = true;
  for await (const bytes of bytePieces(file, signal)) {
    const text = decoded(bytes);
    yield first && text.startsWith(BOM) ? text.slice(1) : text;
    first = false;
  }
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
