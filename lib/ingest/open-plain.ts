import { refusal } from "./container/refusal";
import type { NamedBlob } from "./decode";
import { type FoundEncoding, encodingOfSample } from "./encoding";
import { isBinary } from "./encoding-bytes";
import { decoderOf } from "./encoding-decoder";
import { encodingName } from "./encoding-name";
import { sampleBytes } from "./encoding-sample";
import { AS_CSV, type Format, formatOf, textKind } from "./magic";
import type { OpenChoice, OpenedFile } from "./open-file";

/** What must happen to a file before it is delimited text in UTF-8. */
export type Look =
  | { as: "plain"; opened: OpenedFile }
  | { as: "text"; found: FoundEncoding }
  | { as: "json" }
  | { as: Format };

const EXPORT_AGAIN = "Export it again and check that it has lines.";

/** The encoding a person chose, checked against the samples where it is UTF-8. Throws IngestError when it is unknown. */
function chosen(label: string, found: FoundEncoding, name: string): FoundEncoding {
  let encoding: string;
  try {
    encoding = new TextDecoder(label).encoding;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw refusal("encoding", name, `cannot be read as ${label}, which is no known encoding`, "Choose another.", cause);
  }
  if (encoding === found.encoding) return found;
  if (encoding === "utf-8") return { encoding, invalid: 1, evidence: [] };
  return { encoding, invalid: 0, evidence: [`Read as ${encodingName(encoding)}, as chosen.`] };
}

/** Throws IngestError for a web page, XML and what else is no table; true for JSON. */
function isJson(start: string, name: string): boolean {
  const kind = textKind(start);
  if (kind === "html") throw refusal("not-a-table", name, "is a web page, not a table", AS_CSV);
  if (kind === "xml") throw refusal("not-a-table", name, "is an XML document, not a table", AS_CSV);
  return kind === "json";
}

/** JSON or not, by the first letters of a text in UTF-8. Throws IngestError for a web page and XML. */
export async function holdsJson(text: NamedBlob): Promise<boolean> {
  const start = decoderOf("utf-8").push(new Uint8Array(await text.slice(0, 4096).arrayBuffer()));
  return isJson(start, text.name);
}

/**
 * Looks at no more than 384 KB of a file. A text in UTF-8 is opened by that: it is the file itself.
 * Throws IngestError when the file is empty, no table, or in an encoding that is not read.
 */
export async function lookAt(file: NamedBlob, choice: OpenChoice, signal?: AbortSignal): Promise<Look> {
  if (file.size === 0) throw refusal("empty", file.name, "is empty", EXPORT_AGAIN);
  const sample = await sampleBytes(file, signal);
  const { head, slices } = sample;
  const format = formatOf(head);
  if (format?.format) return { as: format.format };
  if (format) throw refusal("not-a-table", file.name, `is ${format.what}, not a table`, format.hint);
  if ([head, ...slices].every((bytes) => bytes.every((byte) => byte === 0))) {
    throw refusal("empty", file.name, "holds nothing but zero bytes", EXPORT_AGAIN);
  }
  const byBytes = encodingOfSample(sample, file.name);
  if (!byBytes.encoding.startsWith("utf-16") && isBinary(head)) {
    throw refusal("not-a-table", file.name, "is not a text file", AS_CSV);
  }
  const found = choice.encoding === null ? byBytes : chosen(choice.encoding, byBytes, file.name);
  if (found.encoding !== "utf-8" || found.invalid > 0) return { as: "text", found };
  if (isJson(decoderOf("utf-8").push(head.subarray(0, 4096)), file.name)) return { as: "json" };
  const opened = { text: file, encoding: "utf-8", sheet: null, sheets: [], typed: false, evidence: [] };
  return { as: "plain", opened };
}
