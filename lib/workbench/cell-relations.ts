import type { Engine, RunOptions } from "@/lib/engine/engine";
import { rowsIpc } from "@/lib/engine/rows-ipc";
import { StatementQueue } from "@/lib/engine/statement-queue";
import { cellTable, type Identifier } from "@/lib/query/literal";
import type { Result } from "@/lib/query/result";
import { namesIn } from "@/lib/query/sql-names";
import { type Context, neverRun } from "./context";
import type { Question, Questions } from "./questions";

/** Where the rows of a result come in. */
const ARRIVING = "lucid_arriving";

/** What may be something else each time it is asked. */
const VOLATILE = new Set(
  "random uuid gen_random_uuid uuidv4 uuidv7 now today current_date current_time current_timestamp localtime localtimestamp get_current_timestamp get_current_time transaction_timestamp sample tablesample".split(
    " ",
  ),
);

function isVolatile(text: string): boolean {
  return [...namesIn(text)].some((name) => VOLATILE.has(name));
}

/** Results as tables of the engine, under the names of their cells, for the queries that read them. */
export interface CellRelations {
  /** Makes what a question reads, as its cells show it; nothing that is there already. */
  ensure(engine: Engine, questions: Questions, question: Question, options?: RunOptions): Promise<void>;
  /** Makes the table of all rows a question gives; gives what it is called. */
  whole(engine: Engine, questions: Questions, question: Question, options?: RunOptions): Promise<Identifier>;
  /** True while the table of a question's cell holds what it gives. */
  holds(question: Question): boolean;
  /** The names tables were made under. */
  names(): string[];
  /** Drops tables; what is not there is passed over. */
  drop(engine: Engine, names: readonly string[]): Promise<void>;
  /** The engine restarted: no table is there any more. */
  forget(): void;
}

/** What makes or drops tables waits for what does: a table that is being filled belongs to one question alone. */
export function createCellRelations({ store }: Pick<Context, "store">): CellRelations {
  const turns = new StatementQueue();
  /** The key of what each table holds; null from when one is begun until it holds it. */
  const made = new Map<string, string | null>();

  /** The result of a question that a cell shows now; null when it shows none, or that of another. */
  function resultOf({ cell, key }: Question) {
    const { resultKey, result } = store.get().runs[cell.id] ?? neverRun;
    return resultKey === key ? result : null;
  }

  async function make(engine: Engine, questions: Questions, question: Question, options: RunOptions): Promise<void> {
    const { cell, key, ask } = question;
    if (made.get(cell.name) === key) return;
    const result = resultOf(question);
    const whole = result && result.total === undefined;
    if (ask?.kind === "text" && !(whole && isVolatile(ask.text))) {
      // The rows on the screen may be the first of many, and their types are those the page knows.
      await above(engine, questions, question, options);
      // Cancelled just as it ends, it leaves a table all the same.
      made.set(cell.name, null);
      await engine.keep(cellTable(cell.name), ask.text, ask.literals, options);
    } else if (result) {
      made.set(cell.name, null);
      await fill(engine, cellTable(cell.name), result, options);
    }
    made.set(cell.name, key);
  }

  async function fill(engine: Engine, table: Identifier, { columns, rows }: Result, options: RunOptions) {
    try {
      await engine.load(ARRIVING, rowsIpc(columns, rows), options);
      await engine.execute(`create or replace table ${table} as from ${ARRIVING}`, options);
    } finally {
      await engine.execute(`drop table if exists ${ARRIVING}`);
    }
  }

  async function above(engine: Engine, questions: Questions, question: Question, options: RunOptions): Promise<void> {
    for (const { id } of question.reads) {
      const read = questions.get(id);
      if (read) await make(engine, questions, read, options);
    }
  }

  async function remove(engine: Engine, names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    for (const name of names) made.delete(name);
    await engine.execute(names.map((name) => `drop table if exists ${cellTable(name)};`).join("\n"));
  }

  /** Drops the tables of cells that are not there any more. */
  async function prune(engine: Engine, questions: Questions): Promise<void> {
    const names = new Set([...questions.values()].map(({ cell }) => cell.name));
    const gone = [...made.keys()].filter((name) => !names.has(name));
    await remove(engine, gone);
  }

  return {
    ensure: (engine, questions, question, options = {}) =>
      turns.run(async () => {
        await prune(engine, questions);
        await above(engine, questions, question, options);
      }, options.signal),
    whole: (engine, questions, question, options = {}) =>
      turns.run(async () => {
        await prune(engine, questions);
        await make(engine, questions, question, options);
        return cellTable(question.cell.name);
      }, options.signal),
    holds: ({ cell, key }) => made.get(cell.name) === key,
    names: () => [...made.keys()],
    drop: (engine, names) => turns.run(() => remove(engine, names)),
    forget: () => made.clear(),
  };
}
