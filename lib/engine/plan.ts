import { identifier } from "@/lib/query/literal";
import type { Bindings } from "./bindings";
import type { RunOptions } from "./engine";
import { send } from "./send";
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
    await send(this.#bindings, `PREPARE ${this.#name} AS ${statement}`);
  }

  /** The rows as an Arrow IPC stream; `literals` are SQL literals by parameter name. */
  async run(literals: Record<string, string>, options?: RunOptions): Promise<Uint8Array> {
    const call = `EXECUTE ${this.#name}${argumentList(literals)}`;
    const ipc = await send(this.#bindings, call, options);
    const plain = withoutDictionaries(this.#statement, ipc);
    if (plain === null) return ipc;
    await this.drop();
    await this.#prepare(plain);
    return send(this.#bindings, call, options);
  }

  async drop(): Promise<void> {
    await send(this.#bindings, `DEALLOCATE ${this.#name}`);
  }
}
