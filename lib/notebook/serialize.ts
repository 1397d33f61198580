import * as z from "zod/mini";
import { checkedNotebook, refuseTooMany } from "./checked-notebook";
import { jsonNesting } from "./json-nesting";
import { type KeptResult, keptResultSchema, readResult, writtenResult } from "./kept-result";
import { notOpened } from "./not-opened";
import type { DataSet, Notebook } from "./notebook";
import { NotebookError } from "./notebook-error";
import { RESERVED_KEYS } from "./reserved-keys";
import { readNotebook } from "./schema";

/** A notebook as one file: what was made and what was computed, no line of the files it is about. */
export interface NotebookFile {
  notebook: Notebook;
  results: readonly KeptResult[];
}

/** The largest file that is opened, bytes. */
const LARGEST = 50 * 1024 * 1024;

const VERSION = 1;
const DEEPEST = 64;
const MOST_RESULTS = 5_000;
const envelope = z.strictObject({
  format: z.literal("lucid-notebook"),
  version: z.number().check(z.int(), z.gte(1)),
  notebook: z.unknown(),
  results: z._default(z.array(z.unknown()).check(z.maxLength(MOST_RESULTS)), []),
});

/** The lines that were set aside are shown by examples: those are lines of the file. */
function withoutLines(dataSet: DataSet): DataSet {
  return { ...dataSet, ledger: { ...dataSet.ledger, samples: [] } };
}

/** The text of a notebook file. */
export function serialize({ notebook, results }: NotebookFile): string {
  const { dataSets, ...made } = notebook;
  return JSON.stringify({
    format: "lucid-notebook",
    version: VERSION,
    notebook: { ...made, dataSets: dataSets.map(withoutLines) },
    results: results.map(writtenResult),
  });
}

/** Says so of a file before it is read. Throws NotebookError. */
export function refuseTooLarge(bytes: number): void {
  if (bytes > LARGEST) throw notOpened("it is larger than 50 MB, and no notebook without its lines is");
}

function parsedJson(text: string): unknown {
  if (jsonNesting(text) > DEEPEST) throw notOpened("it is nested deeper than any notebook is");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notOpened("it is cut off, or no notebook at all", error);
  }
}

function refuseReservedKeys(value: unknown): void {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== "object" || next === null) continue;
    const reserved = Array.isArray(next) ? undefined : RESERVED_KEYS.find((key) => Object.hasOwn(next, key));
    if (reserved) throw notOpened(`it holds a name that no notebook has (${reserved})`);
    for (const part of Object.values(next)) if (typeof part === "object") left.push(part);
  }
}

function readVersion(value: unknown): z.infer<typeof envelope> {
  const given = z.object({ format: z.literal("lucid-notebook"), version: z.number() }).safeParse(value);
  if (given.success && given.data.version > VERSION) {
    throw new NotebookError({
      kind: "not-readable",
      message: "The notebook file was written by a newer version of Lucid, so it was not opened.",
      hint: "Reload the page to get the newer version, and open the file again.",
    });
  }
  const parsed = envelope.safeParse(value);
  if (!parsed.success) throw notOpened("it is not in the form of a notebook file", parsed.error);
  return parsed.data;
}

function readResults(results: readonly unknown[]): KeptResult[] {
  return results.map((result) => {
    const parsed = keptResultSchema.safeParse(result);
    if (!parsed.success) throw notOpened("one of its results is not in the form of a result", parsed.error);
    return readResult(parsed.data);
  });
}

/** A notebook file's text, which may come from anyone. Throws NotebookError with a sentence for each that is refused. */
export function deserialize(text: string): NotebookFile {
  refuseTooLarge(text.length);
  const value = parsedJson(text);
  refuseReservedKeys(value);
  const { notebook, results } = readVersion(value);
  refuseTooMany(notebook);
  return { notebook: checkedNotebook(readNotebook({ snapshot: notebook, edits: [] })), results: readResults(results) };
}
