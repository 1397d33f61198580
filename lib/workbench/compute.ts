import { factsQuery } from "@/lib/analyses/facts";
import type { Engine, RunOptions } from "@/lib/engine/engine";
import type { Notebook } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import type { Query } from "@/lib/query/query";
import type { Result } from "@/lib/query/result";
import type { CellRelations } from "./cell-relations";
import type { DataTables } from "./data-tables";
import { newestDay } from "./newest-day";
import type { Ports } from "./ports";
import type { Question, Questions, TextAsk } from "./questions";
import { textRows } from "./text-result";

/** Asks the engine, with the relations of a notebook's data in place. Every call rejects with EngineError or AbortError. */
export interface Compute {
  query(query: Query, params: Record<string, ParamValue>, notebook: Notebook, signal?: AbortSignal): Promise<Result>;
  facts(notebook: Notebook): Promise<Result>;
  /** A query somebody wrote; it reads other cells' results as they are shown. */
  text(
    question: Question & { ask: TextAsk },
    questions: Questions,
    notebook: Notebook,
    signal: AbortSignal,
  ): Promise<Result>;
  /** The tables and cells a text reads, by the engine's own parse. */
  references(ask: TextAsk, notebook: Notebook, signal: AbortSignal): Promise<string[]>;
}

type ComputePorts = Pick<Ports, "clock" | "engineVersion">;

export function createCompute(ports: ComputePorts, tables: DataTables, relations: CellRelations): Compute {
  async function timed(
    notebook: Notebook,
    work: () => Promise<Pick<Result, "columns" | "rows" | "total">>,
  ): Promise<Result> {
    const startedAt = ports.clock.now();
    const found = await work();
    const computedAt = ports.clock.now();
    return {
      ...found,
      provenance: {
        dataHashes: notebook.dataSets.map(({ dataHash }) => dataHash),
        asOf: newestDay(notebook.dataSets),
        computedAt,
        durationMs: computedAt - startedAt,
        engine: ports.engineVersion,
      },
    };
  }

  async function ready(notebook: Notebook, text: string, options: RunOptions): Promise<Engine> {
    const engine = await tables.ensure(notebook.dataSets);
    options.signal?.throwIfAborted();
    await tables.share(text, options);
    return engine;
  }

  const query: Compute["query"] = async (asked, params, notebook, signal) => {
    const engine = await ready(notebook, asked.text, { signal });
    return timed(notebook, async () => {
      const rows = await engine.run(asked, params as never, { signal });
      return { columns: asked.columns, rows };
    });
  };

  return {
    query,
    facts: (notebook) => query(factsQuery, {}, notebook),
    async text(question, questions, notebook, signal) {
      const engine = await ready(notebook, question.ask.text, { signal });
      await relations.ensure(engine, questions, question, { signal });
      return timed(notebook, () => textRows(engine, question.ask, { signal }));
    },
    async references({ text, literals }, notebook, signal) {
      const engine = await tables.ensure(notebook.dataSets);
      try {
        return await engine.references(text);
      } catch (error) {
        // Asked as a query the engine says where a text is wrong.
        await engine.runText(text, literals, { signal, most: 1 });
        throw error;
      }
    },
  };
}
