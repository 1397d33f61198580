import init, * as parquet from "parquet-wasm/esm";
import { parquetService } from "./parquet-service";
import { type Port, serveCalls } from "./serve-calls";

const scope = globalThis as unknown as Port & { location: Location };

serveCalls(
  scope,
  parquetService(async () => {
    await init({ module_or_path: new URL("/engine/parquet_wasm_bg.wasm", scope.location.href) });
    return parquet;
  }),
);
