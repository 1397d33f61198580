import { noEvidence, type OrderEvidence, orderOf, weigh } from "./dates";
import { decodedPieces, type NamedBlob } from "./decode";
import type { Dialect } from "./plan";
import { RecordSplitter } from "./records";

/** Where a file's dates stand. */
export interface DateColumn {
  dialect: Dialect;
  /** From 0. */
  column: number;
}

/** Weighs the dates of a whole file, until one of them decides. Throws IngestError when it cannot be read to its end. */
export async function dateEvidence(
  file: NamedBlob,
  { dialect, column }: DateColumn,
  signal?: AbortSignal,
): Promise<OrderEvidence> {
  const evidence = noEvidence();
  const splitter = new RecordSplitter(dialect);
  for await (const piece of decodedPieces(file, signal)) {
    for (const record of splitter.push(piece)) weigh(evidence, record.fields[column] ?? "");
    if (orderOf(evidence) !== null) return evidence;
  }
  for (const record of splitter.end()) weigh(evidence, record.fields[column] ?? "");
  return evidence;
}
