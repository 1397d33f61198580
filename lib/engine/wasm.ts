import { getPlatformFeatures } from "@duckdb/duckdb-wasm";
import type { Engine } from "./engine";
import { EngineError } from "./engine-error";
import { checkEngineFiles } from "./engine-files";
import { guardedBindings } from "./guarded-bindings";
import { harden } from "./hardening";
import type { Life } from "./life";
import { Session } from "./session";
import { SupervisedEngine } from "./supervised-engine";
import { type EngineState, Supervisor } from "./supervisor";
import { bootWorker } from "./worker-bindings";
import { endWithWorker, workerGone } from "./worker-lock";

export interface WasmEngineSpec {
  /** Where the engine's files are served, of our own origin; "/engine/" by default. */
  baseUrl?: string;
  memoryLimitMb?: number;
  onState?: (state: EngineState) => void;
  /** The first of the engine's files is on its way. */
  onAsked?: () => void;
  /** Brings tables back after a restart, through the engine given; other calls wait until it is done. */
  reload?: (engine: Engine) => Promise<void>;
}

/** Compiling 34 MB takes about a second, on a slow phone twenty. */
const BOOT_MS = 30_000;

/** The engine in the browser, in a worker of its own that starts with the first call or with `start()`. */
export function openWasmEngine(spec: WasmEngineSpec = {}): SupervisedEngine {
  const base = new URL(spec.baseUrl ?? "/engine/", location.href);
  const workers = new WeakMap<Life, Worker>();
  let files: Promise<EngineFiles> | null = null;
  const verified = (): Promise<EngineFiles> => {
    files ??= verifiedFiles(base, spec.onAsked).catch((error: unknown) => {
      files = null; // a Retry looks again
      throw error;
    });
    return files;
  };
  const supervisor = new Supervisor<Session>({
    async open(life) {
      const { script, wasm } = await verified();
      const name = `lucid-engine-${crypto.randomUUID()}`;
      const worker = new Worker(script, { name });
      workers.set(life, worker);
      worker.addEventListener("error", (event) => life.end(workerGone(event.message)));
      const bindings = guardedBindings(await life.guard("start", BOOT_MS, () => bootWorker(worker, wasm)), life);
      await endWithWorker(name, life);
      await harden(bindings, spec.memoryLimitMb);
      return new Session(bindings, () => life.end(stuck()));
    },
    kill: (life) => workers.get(life)?.terminate(),
    async reload(session) {
      await engine.reattach(session);
      await spec.reload?.(session);
    },
    onState: (state) => spec.onState?.(state),
  });
  const engine = new SupervisedEngine(supervisor);
  return engine;
}

interface EngineFiles {
  script: URL;
  wasm: URL;
}

async function verifiedFiles(base: URL, onAsked?: () => void): Promise<EngineFiles> {
  const build = (await getPlatformFeatures()).wasmExceptions ? "eh" : "mvp";
  const [script, wasm] = [`duckdb-browser-${build}.worker.js`, `duckdb-${build}.wasm`] as const;
  const get: typeof fetch = (url, options) => {
    const answer = fetch(url, options);
    onAsked?.();
    return answer;
  };
  await checkEngineFiles(base, [script, wasm], get);
  return { script: new URL(script, base), wasm: new URL(wasm, base) };
}

function stuck(): EngineError {
  return new EngineError({
    kind: "stopped",
    message: "A cancelled query did not stop, so the engine was restarted.",
    hint: "Your files and saved work are not affected; run the cell once more.",
  });
}
