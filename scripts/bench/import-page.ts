import { AsyncDuckDB, ConsoleLogger, DuckDBDataProtocol, LogLevel } from "@duckdb/duckdb-wasm";
import { openWasmEngine } from "@/lib/engine/wasm";
import { inspectFile } from "@/lib/ingest/inspect-file";
import { openFileInWorker } from "@/lib/ingest/open-file-in-worker";
import { readFile } from "@/lib/ingest/read-file";
import { walksInWorker } from "@/lib/ingest/walks-in-worker";
import { warmUp } from "@/lib/ingest/warm-up";
import { isAbort } from "@/lib/std/room-error";
import { chosenFile } from "./chosen-file";

const CANCEL_AFTER_MS = 300;

/** As the page opens files. */
const PORTS = {
  openFile: openFileInWorker("/workers/open.worker.js"),
  walks: walksInWorker("/workers/text-walk.worker.js"),
};

/** Milliseconds of the engine alone: one `read_csv` into a table, without a line of Lucid. */
async function bare(): Promise<{ ms: number; lines: number }> {
  const worker = new Worker("/engine/duckdb-browser-eh.worker.js");
  const db = new AsyncDuckDB(new ConsoleLogger(LogLevel.ERROR), worker);
  await db.instantiate(new URL("/engine/duckdb-eh.wasm", location.href).href);
  await db.open({});
  await db.registerFileHandle("bench.csv", chosenFile(), DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await db.connect();
  const started = performance.now();
  await connection.query("create table t as select * from read_csv('bench.csv')");
  const ms = performance.now() - started;
  const lines = Number((await connection.query("select count(*) as n from t")).toArray()[0].n);
  worker.terminate();
  return { ms, lines };
}

/** Milliseconds of an import by Lucid, and the longest task it gave the page's own thread. */
async function lucid(): Promise<{ ms: number; lines: number; longest: number; steps: number }> {
  const engine = openWasmEngine();
  await warmUp(engine);
  const file = chosenFile();
  let longest = 0;
  let steps = 0;
  const observer = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  });
  observer.observe({ type: "longtask" });
  const started = performance.now();
  const { plan } = await inspectFile(file, PORTS);
  const onProgress = () => {
    steps += 1;
  };
  const { rows } = await readFile(engine, file, plan, { id: "bench", onProgress, ...PORTS });
  const ms = performance.now() - started;
  observer.disconnect();
  await engine.close();
  return { ms, lines: rows, longest, steps };
}

/** Milliseconds from a cancel in the middle of an import until it is over and nothing of it is left. */
async function cancelled(): Promise<number> {
  const engine = openWasmEngine();
  await engine.execute("select 1");
  const file = chosenFile();
  const { plan } = await inspectFile(file, PORTS);
  const stop = new AbortController();
  const reading = readFile(engine, file, plan, { id: "bench", signal: stop.signal, ...PORTS });
  await new Promise((resolve) => setTimeout(resolve, CANCEL_AFTER_MS));
  const started = performance.now();
  stop.abort();
  try {
    await reading;
  } catch (error) {
    if (!isAbort(error)) throw error;
  }
  const ms = performance.now() - started;
  await engine.close();
  return ms;
}

declare global {
  interface Window {
    importBench: { bare: typeof bare; lucid: typeof lucid; cancelled: typeof cancelled };
  }
}

window.importBench = { bare, lucid, cancelled };
