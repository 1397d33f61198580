import type { Engine } from "@/lib/engine/engine";
import type { TypedName } from "@/lib/ingest/reading-check";
import type { DataSet } from "@/lib/notebook/notebook";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import { tableParquet } from "@/lib/storage/table-parquet";
import type { Ports } from "./ports";

/** The kept lines of a data set as Parquet files, and the SQL that reads them. */
export interface KeptLines {
  files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[];
  /** A select of the columns with the types they have in the engine. */
  select: string;
}

/** Texts of a dictionary are texts elsewhere. */
const typeOf = (type: string) => (type.startsWith("ENUM") ? "VARCHAR" : type);

/** The lines of a data set that Lucid kept: as they are stored where they are, else from the engine's table. */
export async function keptLines(
  { ports, engine }: { ports: Ports; engine: Engine },
  { parts, fileName }: Pick<DataSet, "parts" | "fileName">,
  { table, columns, number }: { table: string; columns: readonly TypedName[]; number: number },
  signal?: AbortSignal,
): Promise<KeptLines> {
  const base = `${number}-${fileName.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  const stored = [];
  for (const hash of parts) {
    const part = await ports.storage.takePart(hash, { signal });
    if (part.form === "parquet") stored.push(new Uint8Array(part.bytes));
  }
  if (stored.length === 0 || stored.length < parts.length) {
    const texts = columns.map(({ name, type }) => `${identifier(name)}::${typeOf(type)} as ${identifier(name)}`);
    const { columns: found, rows } = await engine.runText(`select ${texts.join(", ")} from ${table}`, {}, { signal });
    stored.splice(0, stored.length, await tableParquet(found, () => [rows]));
  }
  const files = stored.map((bytes, at) => ({ name: `${base}-${at + 1}.parquet`, bytes }));
  const casts = columns.map(({ name, type }) => `${identifier(name)}::${typeOf(type)} as ${identifier(name)}`);
  const names = files.map(({ name }) => quoteLiteral(name));
  return { files, select: `select ${casts.join(",\n  ")}\nfrom read_parquet([${names.join(", ")}])` };
}
