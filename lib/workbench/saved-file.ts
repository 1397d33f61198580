/** What a cell can be written as. */
export type CellFormat = "csv" | "xlsx" | "parquet" | "json";
/** What a notebook can be written as. */
export type NotebookFormat = "xlsx" | "ipynb" | "sql" | "project";

/** A file for the browser's downloads. */
export interface SavedFile {
  name: string;
  blob: Blob;
}
