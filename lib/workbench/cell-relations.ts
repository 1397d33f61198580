import type { Engine, RunOptions } from "@/lib/engine/engine";
import { rowsIpc } from "@/lib/engine/rows-ipc";
import { cellTable } from "@/lib/query/literal";
import type { Result } from "@/lib/query/result";
import { namesIn } from "@/lib/query/sql-names";
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
  /** The names tables were made under. */
  names(): string[];
  /** Drops tables; what is not there is passed over. */
  drop(engine: Engine, names: readonly string[]): Promise<void>;
  /** The engine restarted: no table is there any more. */
  forget(): void;
}

/** `resultOf` gives the result of a question that a cell shows now; null when it shows none, or that of another. */
export function createCellRelations(resultOf: (question: Question) => Result | null): CellRelations {
  /** The key of what each table holds. */
  const made = new Map<string, string>();

  async function make(engine: Engine, questions: Questions, question: Question, options: RunOptions): Promise<void> {
    const { cell, key, ask } = question;
    if (made.get(cell.name) === key) return;
    const result = resultOf(question);
    const whole = result && result.total === undefined;
    if (ask?.kind === "text" && !(whole && isVolatile(ask.text))) {
      // The rows on the screen may be the first of many, and their types are those the page knows.
      await above(engine, questions, question, options);
      await engine.keep(cellTable(cell.name), ask.text, ask.literals, options);
    } else if (result) {
      await engine.load(ARRIVING, rowsIpc(result.columns, result.rows), options);
      await engine.execute(
        `create or replace table ${cellTable(cell.name)} as from ${ARRIVING}; drop table ${ARRIVING}`,
        options,
      );
    }
    made.set(cell.name, key);
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

  return {
    async ensure(engine, questions, question, options = {}) {
      const names = new Set([...questions.values()].map(({ cell }) => cell.name));
      await remove(
        engine,
        [...made.keys()].filter((name) => !names.has(name)),
      );
      await above(engine, questions, question, options);
    },
    names: () => [...made.keys()],
    drop: remove,
    forget: () => made.clear(),
  };
}
