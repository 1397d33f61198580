import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphOf } from "@/lib/notebook/graph";
import type { CellId, NotebookId } from "@/lib/notebook/ids";
import type { Cell, Notebook, SqlCell } from "@/lib/notebook/notebook";
import { tell } from "@/lib/std/testing/tell";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Storage } from "@/lib/storage/storage";
import { neverRun } from "./context";
import type { CellStatus } from "./state";
import { portsOver } from "./testing/open-workbench";
import { openSumEngine, type SumEngine, sumOf } from "./testing/sum-engine";
import { createWorkbench, type Workbench } from "./workbench";

const SEQUENCES = 1000;
const NAMES = ["a", "b", "c", "d", "e", "f"];

/** What a person sees of the document, and the states before and after it: all the model knows. */
interface Seen {
  cells: readonly { name: string; sql: string }[];
  input: number;
  autoRun: boolean;
}
interface Model {
  now: Seen;
  past: Seen[];
  future: Seen[];
}

interface Real {
  storage: Storage;
  engine: SumEngine;
  workbench: Workbench;
}

async function opened(storage: Storage): Promise<Real> {
  const engine = openSumEngine();
  const workbench = createWorkbench(portsOver(storage, async () => engine));
  await workbench.start();
  return { storage, engine, workbench };
}

const INPUT: Cell = {
  id: "input-x" as CellId,
  kind: "input",
  input: "number",
  name: "x",
  title: "X",
  value: 1,
  collapsed: false,
};

const EMPTY: Notebook = {
  id: "notebook" as NotebookId,
  title: "Sums",
  locale: "en-GB",
  currency: null,
  dataSets: [],
  cells: [INPUT],
  insightStates: {},
  explanations: {},
  autoRun: true,
  createdAt: 0,
};

const notebookOf = ({ workbench }: Real): Notebook => workbench.store.get().notebook ?? EMPTY;
const queries = (real: Real): SqlCell[] => notebookOf(real).cells.filter((cell) => cell.kind === "sql");
const runOf = ({ workbench }: Real, { id }: Cell) => workbench.store.get().runs[id] ?? neverRun;

function seenOf(real: Real): Seen {
  const { cells, autoRun } = notebookOf(real);
  const input = cells.find(({ kind }) => kind === "input");
  return {
    cells: queries(real).map(({ name, sql }) => ({ name, sql })),
    input: input?.kind === "input" ? Number(input.value) : 0,
    autoRun,
  };
}

/** What a cell comes to: its sum, or that it cannot be computed. */
function oracle({ cells, input }: Seen, name: string, above: readonly string[] = []): number | "wrong" {
  const cell = cells.find((other) => other.name === name);
  const sum = cell ? sumOf(cell.sql) : null;
  if (!sum || above.includes(name)) return "wrong";
  const read = sum.reads.map((other) => oracle({ cells, input, autoRun: true }, other, [...above, name]));
  if (read.includes("wrong")) return "wrong";
  return read.reduce<number>((total, part) => total + Number(part), sum.own + sum.params.length * input);
}

/** What must hold at every moment a person can look. */
function check(real: Real, model: Model) {
  expect(seenOf(real)).toEqual(model.now);
  const status = new Map<string, CellStatus>(queries(real).map((cell) => [cell.name, runOf(real, cell).status]));
  const { reads } = graphOf(notebookOf(real).cells);
  for (const cell of queries(real)) {
    const { status: own, result, problem } = runOf(real, cell);
    const above = (reads.get(cell.id) ?? []).map(({ name }) => status.get(name));
    if (own === "ok") {
      expect(result?.rows).toEqual([{ n: oracle(model.now, cell.name) }]);
      // What it reads may be computed once more without being another question.
      expect(above.every((each) => each === "ok" || each === "queued" || each === "running")).toBe(true);
    }
    if (own === "edited") expect(cell.ran?.sql).not.toBe(cell.sql);
    if (own === "never-run") expect(result).toBeNull();
    if (own === "stale") expect(!model.now.autoRun || above.some((each) => each !== "ok")).toBe(true);
    if (own === "blocked") expect(above.some((each) => each === "error" || each === "blocked")).toBe(true);
    if (own === "error") {
      expect(problem).not.toBeNull();
      expect(oracle(model.now, cell.name)).toBe("wrong");
    }
  }
}

/** Until nothing is queued or running any more. */
async function idle(real: Real) {
  const busy = () => queries(real).some((cell) => ["queued", "running"].includes(runOf(real, cell).status));
  while (busy()) await new Promise((resolve) => setImmediate(resolve));
}

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
      const cell: SqlCell = {
        id,
        kind: "sql",
        name: given.name,
        title: given.name,
        sql: given.sql,
        ran: null,
        origin: null,
        codeShown: true,
        collapsed: false,
      };
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

describe("a notebook under random edits, undos, runs and reloads", () => {
  it(`does what a simple model of it says, in ${SEQUENCES} sequences`, async () => {
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.commands(
          [insert, insert, write, write, remove, move, setInput, lazy, undo, undo, redo, run, run, runStale, reload],
          {
            maxCommands: 30,
            size: "max",
          },
        ),
        async (commands) => {
          const storage = openMemoryStorage();
          await storage.writeSnapshot({ id: EMPTY.id, title: EMPTY.title, updatedAt: 0, headline: null }, EMPTY);
          await storage.putSetting("last-open", EMPTY.id);
          const real = await opened(storage);
          const model: Model = { now: { cells: [], input: 1, autoRun: true }, past: [], future: [] };
          await fc.asyncModelRun(() => ({ model, real }), commands);
          steps += [...commands].length;
        },
      ),
      { numRuns: SEQUENCES },
    );
    tell(`${SEQUENCES} sequences, ${steps} commands, no divergence`);
  }, 300_000);
});
