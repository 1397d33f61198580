import type { RowOf, RowSpec } from "@/lib/query/column";
import type { Identifier } from "@/lib/query/literal";
import type { ParamSpec, ParamsOf, ParamValue } from "@/lib/query/param";
import { paramLiterals, type Query } from "@/lib/query/query";
import { paramNames, withLiterals } from "@/lib/query/sql-names";
import { isAbort } from "@/lib/std/room-error";
import type { Bindings } from "./bindings";
import { checkedQuery, singleStatement } from "./checked-query";
import { decodeRows, decodeTable } from "./decode";
import type { Engine, RunOptions, Table, TextOptions } from "./engine";
import { ENGINE_VERSION } from "./engine-version";
import { filePath } from "./file-path";
import { Plan } from "./plan";
import { send } from "./send";
import { toEngineError } from "./sql-error";
import { statementSpans } from "./sql-text";
import { StatementQueue } from "./statement-queue";
import { exportTable, replaceTable } from "./table-ipc";
import { tableReferences } from "./table-references";

/** A cancelled statement that still runs after this long will not stop by itself. */
export const CANCEL_DEADLINE_MS = 5000;

/** The engine for one life of one connection: whoever opened the connection hardened it and closes it. */
export class Session implements Engine {
  readonly version = ENGINE_VERSION;
  readonly #bindings: Bindings;
  readonly #onStuck: () => void;
  readonly #queue = new StatementQueue();
  /** Plans of declared queries by text; they live until a statement may have changed what they read. */
  readonly #plans = new Map<string, Plan>();
  #names = 0;

  constructor(bindings: Bindings, onStuck: () => void = () => undefined) {
    this.#bindings = bindings;
    this.#onStuck = onStuck;
  }

  async run<P extends ParamSpec, R extends RowSpec>(
    query: Query<P, R>,
    params: ParamsOf<P>,
    options: RunOptions = {},
  ): Promise<RowOf<R>[]> {
    const literals = paramLiterals(query as unknown as Query, params as Record<string, ParamValue>);
    return this.#turn(options.signal, async () => {
      const plan = this.#plans.get(query.text) ?? (await this.#plan(singleStatement(query.text)));
      this.#plans.set(query.text, plan);
      return decodeRows(await plan.run(literals, options), query);
    });
  }

  runText(text: string, params: Record<string, string> = {}, options: TextOptions = {}): Promise<Table> {
    const used = paramNames(text).filter((name) => name in params);
    const literals = Object.fromEntries(used.map((name) => [name, params[name] ?? "NULL"]));
    return this.#turn(options.signal, async () => {
      const statement = await checkedQuery(this.#bindings, text);
      const { most } = options;
      const plan = await this.#plan(most === undefined ? statement : `select * from (\n${statement}\n) limit ${most}`);
      try {
        return await decodeTable(await plan.run(literals, options));
      } finally {
        await plan.drop();
      }
    });
  }

  keep(table: Identifier, text: string, params: Record<string, string> = {}, options: RunOptions = {}): Promise<void> {
    return this.#turn(options.signal, async () => {
      const statement = withLiterals(await checkedQuery(this.#bindings, text), params);
      await this.#forgetPlans();
      try {
        await send(this.#bindings, `create or replace table ${table} as from (\n${statement}\n)`, options);
      } catch (error) {
        throw isAbort(error) ? error : toEngineError(error, { sql: text, located: false });
      }
    });
  }

  execute(text: string, options: RunOptions = {}): Promise<void> {
    return this.#turn(options.signal, async () => {
      await this.#forgetPlans();
      for (const { start, end } of statementSpans(text)) await this.#executeOne(text.slice(start, end), options);
    });
  }

  /** A plan made over a view without lines keeps its answer when the view is replaced: it must be made again. */
  async #forgetPlans(): Promise<void> {
    const plans = [...this.#plans.values()];
    this.#plans.clear();
    for (const plan of plans) await plan.drop();
  }

  async #executeOne(statement: string, options: RunOptions): Promise<void> {
    try {
      await send(this.#bindings, statement, options);
    } catch (error) {
      throw isAbort(error) ? error : toEngineError(error, { sql: statement, located: true });
    }
  }

  async attach(file: Blob, name: string): Promise<string> {
    const path = filePath(name);
    await this.attachAs(path, file);
    return path;
  }

  /** Makes a file readable under a path of `filePath`. */
  attachAs(path: string, file: Blob): Promise<void> {
    return this.#turn(undefined, () => this.#bindings.registerFile(path, file));
  }

  detach(path: string): Promise<void> {
    return this.#turn(undefined, () => this.#bindings.dropFile(path));
  }

  load(table: string, ipc: Uint8Array, { signal }: RunOptions = {}): Promise<void> {
    return this.#turn(signal, async () => {
      await this.#forgetPlans();
      await replaceTable(this.#bindings, table, ipc, { signal });
    });
  }

  export(table: string, range?: { from: number; to: number }, { signal }: RunOptions = {}): Promise<Uint8Array> {
    return this.#turn(signal, () => exportTable(this.#bindings, table, range, { signal }));
  }

  references(text: string): Promise<string[]> {
    return this.#turn(undefined, () => tableReferences(this.#bindings, text));
  }

  close(): Promise<void> {
    return this.#queue.run(() => this.#bindings.close());
  }

  /** Of text that is not our own only `checkedQuery` may come here. */
  #plan(statement: string): Promise<Plan> {
    this.#names += 1;
    return Plan.prepare(this.#bindings, `lucid_${this.#names}`, statement);
  }

  #turn<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      const stop = this.#watchCancel(signal);
      try {
        return await work();
      } catch (error) {
        throw isAbort(error) ? error : toEngineError(error);
      } finally {
        stop();
      }
    }, signal);
  }

  /** Reports the connection as stuck when an abort has not ended the turn in time. */
  #watchCancel(signal: AbortSignal | undefined): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const abort = () => {
      timer = setTimeout(this.#onStuck, CANCEL_DEADLINE_MS);
    };
    signal?.addEventListener("abort", abort, { once: true });
    return () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
  }
}
