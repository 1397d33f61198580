import { guessDialect } from "./dialect";
import { uniqueNames } from "./header";
import { type Dialect, type Layout, PLAIN } from "./plan";
import type { FileRecord } from "./records";
import { type FileSample, headRecords, sliceRecords } from "./sample";

/** How a text is cut into a table, and what the sample holds of it. */
export interface Structure {
  dialect: Dialect;
  layout: Layout;
  /** The header's texts as they stand in the file; [] when there is no header. */
  header: readonly string[];
  /** Unique names of the columns. */
  columns: readonly string[];
  /** Records of the table in the sample, without header, preamble and what follows the table. */
  records: readonly FileRecord[];
  evidence: readonly string[];
  /** What a person should decide, as sentences. */
  questions: readonly string[];
}

/** Finds delimiter, quote, header, preamble and the end of the first table, from a sample. */
export function guessStructure(sample: FileSample): Structure {
  const dialect = guessDialect(sample.head);
  const [header, ...body] = headRecords(sample, dialect);
  const columns = uniqueNames(header?.fields ?? []);
  return {
    dialect,
    layout: PLAIN.layout,
    header: header?.fields ?? [],
    columns,
    records: [...body, ...sliceRecords(sample, dialect, columns.length)],
    evidence: [],
    questions: [],
  };
}
