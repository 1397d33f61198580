import fc from "fast-check";
import { expect } from "vitest";
import type { CellId } from "@/lib/notebook/ids";
import type { SqlCell } from "@/lib/notebook/notebook";
import { neverRun } from "../context";
import { sqlCell } from "./cells-by-name";
import { check, INPUT, idle, type Model, opened, oracle, queries, type Real, runOf, type Seen } from "./notebook-model";

const NAMES = ["a", "b", "c", "d", "e", "f"];

type Step = (model: Model, real: Real) => Promise<void> | void;

/** A command of the model-based test: it is made of a name, when it fits, and what it does to both. */
function command(name: string, fits: (model: Readonly<Model>) => boolean, step: Step): fc.AsyncCommand<Model, Real> {
  return {
    check: fits,
    toString: () => name,
    async run(model, real) {
      await step(model, real);
      check(real, model);
      await idle(real);
      check(real, model);
    },
  };
}

function changed(model: Model, next: Seen) {
  model.past.push(model.now);
  model.now = next;
  model.future = [];
}

const hasCells = ({ now }: Readonly<Model>) => now.cells.length > 0;
const at = (pick: number, { now }: Model) => pick % now.cells.length;
const cellAt = (pick: number, real: Real): SqlCell => {
  const cells = queries(real);
  const cell = cells[pick % cells.length];
  if (!cell) throw new Error("There is no cell to pick.");
  return cell;
};

const name = fc.constantFrom(...NAMES);
const pick = fc.nat({ max: 1000 });
const sql = fc.oneof(
  { weight: 1, arbitrary: fc.constant("wrong") },
  {
    weight: 9,
    arbitrary: fc
      .record({ own: fc.nat({ max: 9 }), x: fc.boolean(), reads: fc.uniqueArray(name, { maxLength: 2 }) })
      .map(({ own, x, reads }) => `sum ${own}${x ? " $x" : ""}${reads.length > 0 ? ` from ${reads.join(", ")}` : ""}`),
  },
);

const insert = fc.record({ name, sql, pick }).map((given) =>
  command(
    `insert ${given.name}: ${given.sql}`,
    ({ now }) => now.cells.every((cell) => cell.name !== given.name),
    (model, { workbench }) => {
      const index = given.pick % (model.now.cells.length + 1);
      const id = `${given.name}-${given.pick}-${model.past.length}` as CellId;
      const cell = { ...sqlCell(given.name, given.sql), id };
      workbench.edit({ type: "insert-cell", cell, index: index + 1 });
      changed(model, {
        ...model.now,
        cells: model.now.cells.toSpliced(index, 0, { name: given.name, sql: given.sql }),
      });
    },
  ),
);

const write = fc.record({ sql, pick }).map((given) =>
  command(`write ${given.pick}: ${given.sql}`, hasCells, (model, real) => {
    const index = at(given.pick, model);
    const cell = cellAt(given.pick, real);
    real.workbench.edit({ type: "set-cell", cell: { ...cell, sql: given.sql } });
    changed(model, { ...model.now, cells: model.now.cells.with(index, { name: cell.name, sql: given.sql }) });
  }),
);

const remove = pick.map((given) =>
  command(`remove ${given}`, hasCells, (model, real) => {
    const index = at(given, model);
    real.workbench.edit({ type: "remove-cell", id: cellAt(given, real).id });
    changed(model, { ...model.now, cells: model.now.cells.toSpliced(index, 1) });
  }),
);

const move = fc.tuple(pick, pick).map(([from, to]) =>
  command(`move ${from} to ${to}`, hasCells, (model, real) => {
    const index = at(to, model);
    const cell = model.now.cells[at(from, model)];
    if (!cell) return;
    real.workbench.edit({ type: "move-cell", id: cellAt(from, real).id, index: index + 1 });
    changed(model, { ...model.now, cells: model.now.cells.toSpliced(at(from, model), 1).toSpliced(index, 0, cell) });
  }),
);

const setInput = fc.nat({ max: 9 }).map((value) =>
  command(
    `x = ${value}`,
    () => true,
    (model, { workbench }) => {
      workbench.edit({ type: "set-input", id: INPUT.id, value });
      changed(model, { ...model.now, input: value });
    },
  ),
);

const lazy = fc.boolean().map((autoRun) =>
  command(
    `auto-run ${autoRun}`,
    () => true,
    (model, { workbench }) => {
      workbench.edit({ type: "set-auto-run", autoRun });
      changed(model, { ...model.now, autoRun });
    },
  ),
);

const undo = fc.constant(
  command(
    "undo",
    ({ past }) => past.length > 0,
    (model, { workbench }) => {
      workbench.undo();
      model.future.push(model.now);
      model.now = model.past.pop() ?? model.now;
    },
  ),
);

const redo = fc.constant(
  command(
    "redo",
    ({ future }) => future.length > 0,
    (model, { workbench }) => {
      workbench.redo();
      model.past.push(model.now);
      model.now = model.future.pop() ?? model.now;
    },
  ),
);

const run = pick.map((given) =>
  command(`run ${given}`, hasCells, async (model, real) => {
    const cell = cellAt(given, real);
    real.workbench.runCell(cell.id);
    check(real, model);
    await idle(real);
    const wanted = oracle(model.now, cell.name);
    const { status, result } = runOf(real, cell);
    expect([cell.name, ["ok"].includes(status)]).toEqual([cell.name, wanted !== "wrong"]);
    if (wanted !== "wrong") expect(result?.rows).toEqual([{ n: wanted }]);
  }),
);

const runStale = fc.constant(
  command("run stale", hasCells, async (model, real) => {
    real.workbench.runStale();
    await idle(real);
    for (const cell of queries(real)) {
      expect([cell.name, runOf(real, cell).status === "ok"]).toEqual([
        cell.name,
        oracle(model.now, cell.name) !== "wrong",
      ]);
    }
  }),
);

const reload = fc.constant(
  command(
    "reload",
    () => true,
    async (model, real) => {
      const before = new Map(queries(real).map((cell) => [cell.name, runOf(real, cell)]));
      await real.workbench.flush();
      Object.assign(real, await opened(real.storage));
      model.past = [];
      model.future = [];
      check(real, model);
      for (const cell of queries(real)) {
        const { status, result } = before.get(cell.name) ?? neverRun;
        const after = runOf(real, cell);
        // What was stale may be found under its own key: an earlier answer to the same question.
        if (status === "stale" && after.status === "ok") continue;
        if (status === "ok" || status === "edited" || status === "stale")
          expect([cell.name, after.status]).toEqual([cell.name, status]);
        if (result) expect(after.result?.rows).toEqual(result.rows);
      }
      if ([...before.values()].every(({ status }) => status === "ok")) {
        await idle(real);
        expect(real.engine.asked()).toBe(0);
      }
    },
  ),
);

/** Everything a person can do to the notebook; what is done often stands here twice. */
export const NOTEBOOK_COMMANDS = [
  insert,
  insert,
  write,
  write,
  remove,
  move,
  setInput,
  lazy,
  undo,
  undo,
  redo,
  run,
  run,
  runStale,
  reload,
];
