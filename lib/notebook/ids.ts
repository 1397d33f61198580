import type { Brand } from "@/lib/std/brand";

export type NotebookId = Brand<string, "NotebookId">;
export type CellId = Brand<string, "CellId">;
export type DataSetId = Brand<string, "DataSetId">;
