import type { RowOf, RowSpec } from "@/lib/query/column";
import type { Identifier } from "@/lib/query/literal";
import type { ParamSpec, ParamsOf } from "@/lib/query/param";
import type { Query } from "@/lib/query/query";
import type { Engine, RunOptions, Table, TextOptions } from "./engine";
import { ENGINE_VERSION } from "./engine-version";
import { filePath } from "./file-path";
import type { Session } from "./session";
import type { Supervisor } from "./supervisor";

/** The engine the page holds: every call goes to the life of the moment, which starts with the first one. */
export class SupervisedEngine implements Engine {
  readonly version = ENGINE_VERSION;
  readonly #supervisor: Supervisor<Session>;
  /** Files outlive the worker: they are registered again after a restart. */
  readonly #files = new Map<string, Blob>();

  constructor(supervisor: Supervisor<Session>) {
    this.#supervisor = supervisor;
  }

  /** Starts the engine, or tries again after a failure; rejects with EngineError when it cannot start. */
  async start(): Promise<void> {
    await this.#supervisor.start();
  }

  /** Gives a fresh life the files of the one before. */
  async reattach(session: Session): Promise<void> {
    for (const [path, file] of this.#files) await session.attachAs(path, file);
  }

  run<P extends ParamSpec, R extends RowSpec>(
    query: Query<P, R>,
    params: ParamsOf<P>,
    options?: RunOptions,
  ): Promise<RowOf<R>[]> {
    return this.#supervisor.use((session) => session.run(query, params, options), options?.signal);
  }

  runText(text: string, params?: Record<string, string>, options?: TextOptions): Promise<Table> {
    return this.#supervisor.use((session) => session.runText(text, params, options), options?.signal);
  }

  keep(table: Identifier, text: string, params?: Record<string, string>, options?: RunOptions): Promise<void> {
    return this.#supervisor.use((session) => session.keep(table, text, params, options), options?.signal);
  }

  execute(text: string, options?: RunOptions): Promise<void> {
    return this.#supervisor.use((session) => session.execute(text, options), options?.signal);
  }

  async attach(file: Blob, name: string): Promise<string> {
    const path = filePath(name);
    await this.#supervisor.use((session) => session.attachAs(path, file));
    this.#files.set(path, file);
    return path;
  }

  detach(path: string): Promise<void> {
    this.#files.delete(path);
    return this.#supervisor.use((session) => session.detach(path));
  }

  load(table: string, ipc: Uint8Array, options?: RunOptions): Promise<void> {
    return this.#supervisor.use((session) => session.load(table, ipc, options), options?.signal);
  }

  export(table: string, range?: { from: number; to: number }, options?: RunOptions): Promise<Uint8Array> {
    return this.#supervisor.use((session) => session.export(table, range, options), options?.signal);
  }

  references(text: string): Promise<string[]> {
    return this.#supervisor.use((session) => session.references(text));
  }

  async close(): Promise<void> {
    this.#files.clear();
    this.#supervisor.close();
  }
}
