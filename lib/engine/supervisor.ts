import type { Engine } from "./engine";
import { EngineError } from "./engine-error";
import { Life } from "./life";
import { toEngineError } from "./sql-error";
import { abortable } from "./statement-queue";

export type EngineState =
  | { readonly status: "starting" }
  | { readonly status: "ready" }
  | { readonly status: "failed"; readonly problem: EngineError };

export interface SupervisorPorts<E extends Engine> {
  /** Begins one life: rejects with EngineError when it cannot, ends the life when its worker dies. */
  open(life: Life): Promise<E>;
  /** Stops the worker of a life that has ended or failed to begin. */
  kill(life: Life): void;
  /** After a restart: brings back what the engine held before. Waiting calls go on once it is done. */
  reload(engine: E): Promise<void>;
  onState(state: EngineState): void;
}

/** Waiting time before the first, second and third restart in a row. */
const BACK_OFF_MS = [0, 1000, 4000] as const;

/** A life this long was a good one: the next restart counts as the first. */
const GOOD_LIFE_MS = 60_000;

/** Owns the engine's lives: starts the first on demand, replaces one that ends, gives up after a few in a row. */
export class Supervisor<E extends Engine> {
  readonly #ports: SupervisorPorts<E>;
  #ready: Promise<E> | null = null;
  #life: Life | null = null;
  #restarts = 0;
  #failed = false;
  #wasReady = false;
  #closed = false;

  constructor(ports: SupervisorPorts<E>) {
    this.#ports = ports;
  }

  /** The engine, started when it is not; after a failure this is a new attempt, and the only way to one. */
  start(): Promise<E> {
    if (this.#closed) return Promise.reject(closedError());
    if (this.#ready === null || this.#failed) {
      this.#failed = false;
      this.#restarts = 0;
      this.#follow(this.#begin());
    }
    return this.#ready ?? Promise.reject(closedError());
  }

  /** Runs `work` on the engine once it is ready; an abort rejects at once, also while it starts. */
  async use<T>(work: (engine: E) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return work(await abortable(this.#ready ?? this.start(), signal));
  }

  close(): void {
    this.#closed = true;
    this.#life?.end(closedError());
  }

  /** What calls wait for from now on. */
  #follow(ready: Promise<E>): void {
    this.#ready = ready;
    ready.catch(() => undefined); // told by onState, and to every call that waits
  }

  async #begin(): Promise<E> {
    this.#ports.onState({ status: "starting" });
    const life = new Life();
    this.#life = life;
    try {
      const engine = await this.#ports.open(life);
      if (this.#wasReady) await this.#ports.reload(engine);
      if (life.reason) throw life.reason;
      this.#wasReady = true;
      this.#watch(life);
      this.#ports.onState({ status: "ready" });
      return engine;
    } catch (error) {
      const problem = this.#closed ? closedError() : startProblem(error);
      life.end(problem);
      this.#ports.kill(life);
      return this.#fail(problem);
    }
  }

  /** A life that was ready and ends is followed by another. */
  #watch(life: Life): void {
    const born = Date.now();
    life.onEnd((reason) => {
      this.#ports.kill(life);
      if (this.#closed) return;
      if (Date.now() - born >= GOOD_LIFE_MS) this.#restarts = 0;
      const wait = BACK_OFF_MS[this.#restarts];
      this.#restarts += 1;
      this.#follow(wait === undefined ? this.#fail(gaveUp(reason)) : this.#beginAfter(wait));
    });
  }

  async #beginAfter(wait: number): Promise<E> {
    this.#ports.onState({ status: "starting" });
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (this.#closed) throw closedError();
    return this.#begin();
  }

  async #fail(problem: EngineError): Promise<never> {
    this.#failed = true;
    if (!this.#closed) this.#ports.onState({ status: "failed", problem });
    throw problem;
  }
}

function startProblem(error: unknown): EngineError {
  const cause = toEngineError(error);
  if (cause.kind === "unavailable") return cause;
  return new EngineError({
    kind: "unavailable",
    message: "The engine could not be started.",
    hint: `Your notebook can still be read. Press Retry; if that does not help, reload the page. (${cause.message})`,
    cause,
  });
}

function gaveUp(cause: EngineError): EngineError {
  return new EngineError({
    kind: "unavailable",
    message: "The engine stopped several times in a row and is left switched off.",
    hint: "Your notebook can still be read. Close other tabs to free memory, then press Retry.",
    cause,
  });
}

function closedError(): EngineError {
  return new EngineError({ kind: "stopped", message: "The engine was closed.", hint: "Reload the page." });
}
