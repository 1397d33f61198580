import type { NamedBlob } from "../decode";
import { recordsOf } from "../records";
import { type RegularFile, regularise } from "../regularise";
import { sampleFile } from "../sample";
import { guessStructure, type Structure } from "../structure";

/** A file read as an ordinary table of text, without an engine. */
export interface LoadedTable {
  structure: Structure;
  regular: RegularFile;
  /** The header when there is one, then the lines without a problem. */
  rows: readonly (readonly string[])[];
  /** Why lines were left out, one a line. */
  problems: readonly string[];
}

/** Reads a text in UTF-8 the patient way. Throws IngestError. */
export async function loadedTable(file: NamedBlob, signal?: AbortSignal): Promise<LoadedTable> {
  const structure = guessStructure(await sampleFile(file, signal));
  const regular = await regularise(file, { kind: "table", ...structure }, signal);
  const lines = recordsOf(await regular.blob.text(), regular.dialect).map(({ fields }) => fields);
  const header = structure.layout.headerRow === null ? [] : [structure.header];
  return {
    structure,
    regular,
    rows: [...header, ...lines.filter((line) => line[1] === "").map((line) => line.slice(3))],
    problems: lines.map((line) => line[1] ?? "").filter((problem) => problem !== ""),
  };
}
