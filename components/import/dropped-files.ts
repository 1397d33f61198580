/** True while files, not text, are dragged. */
export function carriesFiles(data: DataTransfer | null): boolean {
  return data?.types.includes("Files") ?? false;
}

/** Formats the picker offers first; everything else may be tried by dropping it. */
export const ACCEPTED = ".csv,.tsv,.txt,.gz,.xlsx,.xls,.ods,.parquet,.json,.ndjson,text/csv";
