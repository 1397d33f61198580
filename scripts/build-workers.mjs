// Bundles the workers of the storage and ingest rooms into public/workers, which git does not keep.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

await build({
  absWorkingDir: root,
  entryPoints: {
    "storage.worker": "lib/storage/opfs.worker.ts",
    "parquet.worker": "lib/storage/parquet.worker.ts",
    "open.worker": "lib/ingest/container/open.worker.ts",
    "text-walk.worker": "lib/ingest/text-walk.worker.ts",
  },
  outdir: join(root, "public/workers"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  platform: "browser",
  alias: { "@": root },
  // parquet-wasm would find its file beside itself; the worker names it instead.
  define: { "import.meta.url": "self.location.href" },
  legalComments: "none",
  sourcemap: false,
  logLevel: "warning",
});
