import type { Role } from "../plan";

export interface ExportFile {
  columns: readonly string[];
  text: string;
  mapping: Partial<Record<Role, string>>;
}

/** A small file as a system writes it; people, shops and products are made up. */
export function made(
  lines: { above?: readonly string[]; header: string; body: readonly string[] },
  mapping: ExportFile["mapping"],
): ExportFile {
  const delimiter = lines.header.includes("\t") ? "\t" : ",";
  return {
    columns: lines.header
      .split(delimiter)
      .map((column, index) => (column === "" ? `column_${index + 1}` : column.replaceAll('"', ""))),
    text: [...(lines.above ?? []), lines.header, ...lines.body, ""].join("\n"),
    mapping,
  };
}

/** An example and the name of the export it is one of. */
export type NamedExport = readonly [name: string, file: ExportFile];
