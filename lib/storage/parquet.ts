import type * as ParquetWasm from "parquet-wasm/esm";
import type { Bytes } from "./files";
import { ownBytes } from "./own-bytes";

/** What is used of parquet-wasm; its browser and its Node build both have it. */
export type ParquetModule = Pick<
  typeof ParquetWasm,
  "Table" | "WriterPropertiesBuilder" | "Compression" | "writeParquet" | "readParquet"
>;

/** The engine's own row group: a part is read back in the pieces it was made of. */
const ROWS_PER_GROUP = 122_880;

/** An Arrow IPC stream as a Parquet file, ZSTD. Types, dictionaries among them, are kept. */
export function ipcToParquet(module: ParquetModule, ipc: Uint8Array): Bytes {
  const properties = new module.WriterPropertiesBuilder()
    .setCompression(module.Compression.ZSTD)
    .setMaxRowGroupSize(ROWS_PER_GROUP)
    .build();
  return ownBytes(module.writeParquet(module.Table.fromIPCStream(ipc), properties));
}

/** A Parquet file as one Arrow IPC stream. */
export function parquetToIpc(module: ParquetModule, parquet: Uint8Array): Bytes {
  return ownBytes(module.readParquet(parquet, { batchSize: ROWS_PER_GROUP }).intoIPCStream());
}
