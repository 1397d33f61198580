import { csvText } from "@/lib/report/files/csv-text";
import { type JsonAbout, jsonText } from "@/lib/report/files/json-text";
import { sheetNames } from "@/lib/report/files/sheet-names";
import { type NamedTable, pagesOf } from "@/lib/report/files/shown-table";
import { tableSheet } from "@/lib/report/files/table-sheet";
import { workbookFile } from "@/lib/report/files/workbook-file";
import { fileName } from "@/lib/std/file-name";
import { tableParquet } from "@/lib/storage/table-parquet";
import type { CellFormat, SavedFile } from "./saved-file";

/** How the notebook writes, and what its data is of. */
export interface CellAbout extends JsonAbout {
  /** BCP 47. */
  locale: string;
}

/** Text that comes in parts; what is done with stays with the browser, not in the page's memory. */
async function textFile(parts: AsyncIterable<string>, type: string): Promise<Blob> {
  const blobs: Blob[] = [];
  for await (const part of parts) blobs.push(new Blob([part]));
  return new Blob(blobs, { type });
}

async function contentOf(table: NamedTable, format: CellFormat, about: CellAbout): Promise<Blob> {
  switch (format) {
    case "csv":
      return textFile(csvText(table), "text/csv;charset=utf-8");
    case "json":
      return textFile(jsonText(table, about), "application/json");
    case "parquet":
      return new Blob([await tableParquet(table.columns, () => pagesOf(table))], {
        type: "application/vnd.apache.parquet",
      });
    default: {
      const [name = table.name] = sheetNames([table.title]);
      return workbookFile([tableSheet(name, table, about).sheet]);
    }
  }
}

/** What a cell shows, as a file. Totals stand in the last line; Parquet, which is read by programs, has none. */
export async function cellFile(table: NamedTable, format: CellFormat, about: CellAbout): Promise<SavedFile> {
  return { name: fileName(table.title, format, table.name), blob: await contentOf(table, format, about) };
}
