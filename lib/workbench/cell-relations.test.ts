import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { abortError } from "@/lib/engine/send";
import type { Value } from "@/lib/query/column";
import { cellTable } from "@/lib/query/literal";
import { type CellRelations, createCellRelations } from "./cell-relations";
import { initialState, setRun } from "./context";
import type { Question, Questions } from "./questions";
import type { WorkbenchState } from "./state";
import { createStore, type Store } from "./store";
import { sqlCell } from "./testing/cells-by-name";

let engine: NodeEngine;
let store: Store<WorkbenchState>;
let relations: CellRelations;

beforeAll(async () => {
  engine = await openNodeEngine();
});
beforeEach(() => {
  store = createStore(initialState);
  relations = createCellRelations({ store });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => engine.close());

const asking = (name: string, text: string | null, key = `key of ${name}`): Question => {
  const ask = text === null ? null : ({ kind: "text", text, literals: {} } as const);
  return { cell: sqlCell(name, text ?? ""), key, ask, reads: [], held: null, problem: null };
};
const all = (...questions: Question[]): Questions => new Map(questions.map((question) => [question.cell.id, question]));

/** A cell that shows one row of one column of its name. */
function showing(name: string, value: Value): Question {
  const question = asking(name, null);
  const columns = [{ name, label: name, kind: "integer", unit: "none", hidden: false }] as const;
  const provenance = { dataHashes: [], asOf: null, computedAt: 0, durationMs: 0, engine: "" };
  setRun(store, question.cell.id, {
    resultKey: question.key,
    result: { columns, rows: [{ [name]: value }], provenance },
  });
  return question;
}

const rowsOf = async (name: string) => (await engine.runText(`from ${cellTable(name)}`)).rows;
const tables = async () =>
  (await engine.runText("select table_name as name from duckdb_tables() order by 1")).rows.map(({ name }) => name);

/** The next call of the engine does its work, and is cancelled just as that is done. */
function cancelAtTheEnd(method: "keep" | "load") {
  const work = engine[method].bind(engine) as (...given: unknown[]) => Promise<void>;
  vi.spyOn(engine, method).mockImplementationOnce(async (...given: unknown[]) => {
    await work(...given);
    throw abortError();
  });
}

describe("results as tables of the engine", () => {
  it("are each its own when two are made at once", async () => {
    const [one, two] = [showing("one", 1), showing("two", 2)];
    await Promise.all([one, two].map((question) => relations.whole(engine, all(one, two), question)));
    expect([await rowsOf("one"), await rowsOf("two")]).toEqual([[{ one: 1 }], [{ two: 2 }]]);
    await relations.drop(engine, ["one", "two"]);
    expect(await tables()).toEqual([]);
  });

  it("are known and can be dropped when they were cancelled just as they were there", async () => {
    const before = asking("long", "select 1 as n", "before");
    await relations.whole(engine, all(before), before);
    cancelAtTheEnd("keep");
    const now = asking("long", "select 2 as n", "now");
    const making = relations.whole(engine, all(now), now);
    await expect(making).rejects.toThrow("cancelled");
    expect([relations.holds(before), relations.holds(now), relations.names()]).toEqual([false, false, ["long"]]);
    await relations.drop(engine, relations.names());
    expect(await tables()).toEqual([]);
  });

  it("leave nothing behind of rows that were on their way", async () => {
    cancelAtTheEnd("load");
    const one = showing("one", 1);
    const making = relations.whole(engine, all(one), one);
    await expect(making).rejects.toThrow("cancelled");
    await relations.drop(engine, relations.names());
    expect(await tables()).toEqual([]);
  });
});
