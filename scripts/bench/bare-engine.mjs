import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../install.mjs";

const PAGE = `
import { AsyncDuckDB, ConsoleLogger, DuckDBDataProtocol, LogLevel } from "@duckdb/duckdb-wasm";
window.readBare = async (input) => {
  const worker = new Worker("/duckdb-browser-eh.worker.js");
  const db = new AsyncDuckDB(new ConsoleLogger(LogLevel.ERROR), worker);
  await db.instantiate(new URL("/duckdb-eh.wasm", location.href).href);
  await db.open({});
  const file = input.files[0];
  await db.registerFileHandle("bench.csv", file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await db.connect();
  const started = performance.now();
  await connection.query("create table t as select * from read_csv('bench.csv')");
  const ms = performance.now() - started;
  const rows = Number((await connection.query("select count(*) as n from t")).toArray()[0].n);
  worker.terminate();
  return { ms, rows };
};
`;

/** Serves the engine alone, without a line of Lucid, for comparison. Gives its address and the way to stop it. */
export async function serveBareEngine() {
  const bundled = await build({
    stdin: { contents: PAGE, resolveDir: root },
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    logLevel: "warning",
  });
  const script = bundled.outputFiles[0]?.text ?? "";
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    if (name === "") {
      response.setHeader("Content-Type", "text/html");
      response.end('<!doctype html><input type="file"><script src="/bare.js"></script>');
    } else if (name === "bare.js") {
      response.setHeader("Content-Type", "text/javascript");
      response.end(script);
    } else if (/^duckdb-[\w.-]+$/.test(name)) {
      response.setHeader("Content-Type", name.endsWith(".wasm") ? "application/wasm" : "text/javascript");
      response.end(await readFile(join(root, "public/engine", name)));
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
