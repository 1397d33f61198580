import { refusal } from "./container/refusal";
import type { NamedBlob } from "./decode";
import { encodingOfSample, type FoundEncoding, type SampleEncoding } from "./encoding";
import { isBinary } from "./encoding-bytes";
import { decoderOf } from "./encoding-decoder";
import { encodingName } from "./encoding-name";
import { AS_CSV, type Format, formatOf, textKind } from "./magic";
import type { OpenChoice, OpenedFile } from "./opened-file";
import { sampleBytes } from "./sample-bytes";

/** What must happen to a file before it is delimited text in UTF-8. */
export type Look =
  | { as: "plain"; opened: OpenedFile }
  | { as: "text"; find(): FoundEncoding }
  | { as: "json" }
  | { as: Format };

const EXPORT_AGAIN = "Export it again and check that it has lines.";

/** A label as the standard writes it. Throws IngestError when it is unknown. */
function standardLabel(label: string, name: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw refusal("encoding", name, `cannot be read as ${label}, which is no known encoding`, "Choose another.", cause);
  }
}

/** What a person chose of the encoding; what the bytes say where they say the same. */
function asChosen(encoding: string, byBytes: SampleEncoding): FoundEncoding {
  if (encoding === "utf-8") return { encoding, evidence: [] };
  const guessed = byBytes.guess();
  return guessed.encoding === encoding
    ? guessed
    : { encoding, evidence: [`Read as ${encodingName(encoding)}, as chosen.`] };
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
  if (!byBytes.wide && isBinary(head)) throw refusal("not-a-table", file.name, "is not a text file", AS_CSV);
  const label = choice.encoding === null ? null : standardLabel(choice.encoding, file.name);
  if (!byBytes.utf8 || (label !== null && label !== "utf-8")) {
    return { as: "text", find: () => (label === null ? byBytes.guess() : asChosen(label, byBytes)) };
  }
  if (isJson(decoderOf("utf-8").push(head.subarray(0, 4096)), file.name)) return { as: "json" };
  const opened = { text: file, encoding: "utf-8", sheet: null, sheets: [], typed: false, evidence: [] };
  return { as: "plain", opened };
}
