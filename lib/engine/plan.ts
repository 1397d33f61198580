import { identifier } from "@/lib/query/literal";
import { isAbort } from "@/lib/std/room-error";
import type { Bindings } from "./bindings";
import type { RunOptions } from "./engine";
import { send } from "./send";
import { toEngineError } from "./sql-error";
import { withoutDictionaries } from "./without-dictionaries";

/** Names are quoted: `limit` is a fine parameter and a reserved word. */
function argumentList(literals: Record<string, string>): string {
  const entries = Object.entries(literals).map(([name, literal]) => `${identifier(name)} := ${literal}`);
  return entries.length === 0 ? "" : `(${entries.join(", ")})`;
}

/** A query planned once in the engine under a name of our own, and run any number of times. */
export class Plan {
  readonly #bindings: Bindings;
  readonly #name: string;
  readonly #statement: string;
  #held = false;

  private constructor(bindings: Bindings, name: string, statement: string) {
    this.#bindings = bindings;
    this.#name = identifier(name);
    this.#statement = statement;
  }

  /** `statement` is one checked query. */
  static async prepare(bindings: Bindings, name: string, statement: string): Promise<Plan> {
    const plan = new Plan(bindings, name, statement);
    await plan.#prepare(statement);
    return plan;
  }

  async #prepare(statement: string): Promise<void> {
    await this.#send(`PREPARE ${this.#name} AS ${statement}`);
    this.#held = true;
  }

  /** The rows as an Arrow IPC stream; `literals` are SQL literals by parameter name. */
  async run(literals: Record<string, string>, options?: RunOptions): Promise<Uint8Array> {
    const call = `EXECUTE ${this.#name}${argumentList(literals)}`;
    const ipc = await this.#send(call, options);
    const plain = withoutDictionaries(this.#statement, ipc);
    if (plain === null) return ipc;
    await this.drop();
    await this.#prepare(plain);
    return this.#send(call, options);
  }

  async drop(): Promise<void> {
    if (!this.#held) return;
    this.#held = false;
    await this.#send(`DEALLOCATE ${this.#name}`);
  }

  /** Positions in an error count from PREPARE or EXECUTE, so they say nothing about the query's own text. */
  async #send(text: string, options?: RunOptions): Promise<Uint8Array> {
    try {
      return await send(this.#bindings, text, options);
    } catch (error) {
      throw isAbort(error) ? error : toEngineError(error, { sql: this.#statement, located: false });
    }
  }
}
