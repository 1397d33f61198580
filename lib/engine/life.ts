import { EngineError } from "./engine-error";

/** The wasm code itself fell over: whatever it answers from now on means nothing. */
const BROKEN = /^(FATAL|INTERNAL) Error|"exception_type":"(FATAL|INTERNAL)"|database has been invalidated/i;

function broke(error: unknown): boolean {
  return error instanceof Error && (error.name === "RuntimeError" || BROKEN.test(error.message));
}

/** One life of the engine's worker. Once it has ended, every call through it is rejected with the reason. */
export class Life {
  readonly #listeners = new Set<(reason: EngineError) => void>();
  #reason: EngineError | null = null;

  /** Why it ended, or null while it lives. */
  get reason(): EngineError | null {
    return this.#reason;
  }

  /** The first reason counts. */
  end(reason: EngineError): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    for (const listener of this.#listeners) listener(reason);
    this.#listeners.clear();
  }

  /** Called once, at once when it has ended already; the function returned takes the listener back. */
  onEnd(listener: (reason: EngineError) => void): () => void {
    if (this.#reason === null) this.#listeners.add(listener);
    else listener(this.#reason);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Passes a call on; rejects when the life ends, and ends it when there is no answer in time. */
  async guard<T>(what: string, deadlineMs: number, call: () => Promise<T>): Promise<T> {
    if (this.#reason !== null) throw this.#reason;
    const timer = setTimeout(() => this.end(noAnswer(what, deadlineMs)), deadlineMs);
    let forget: () => void = () => undefined;
    try {
      const death = new Promise<never>((_, reject) => {
        forget = this.onEnd(reject);
      });
      return await Promise.race([call(), death]);
    } catch (error) {
      if (broke(error)) this.end(crashed(error));
      throw this.#reason ?? error;
    } finally {
      clearTimeout(timer);
      forget();
    }
  }
}

function noAnswer(what: string, deadlineMs: number): EngineError {
  return new EngineError({
    kind: "timeout",
    message: `The engine gave no answer for ${Math.round(deadlineMs / 1000)} seconds while it had to ${what}.`,
    hint: "It is started again. Your files and saved work are not affected; run the cell once more.",
  });
}

function crashed(cause: unknown): EngineError {
  return new EngineError({
    kind: "stopped",
    message: "The engine stopped in the middle of this step.",
    hint: "It is started again. Your files and saved work are not affected; run the cell once more.",
    cause,
  });
}
