import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CellId } from "@/lib/notebook/ids";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Storage } from "@/lib/storage/storage";
import type { ShownTables } from "./shown-view";
import { add, run, runOf, sqlCell, statusOf } from "./testing/cells-by-name";
import { csv, settled, until } from "./testing/open-workbench";
import { openTeaAndCake, type TeaAndCake } from "./testing/tea-and-cake";
import type { Workbench } from "./workbench";

const ROWS = 120_000;
const WIDE = `select s.product_name, r.range as k from sales s, range(${ROWS / 3}) r`;
const SHOWN_NOTHING: ShownTables = new Map();
const LEFT = "The notebook was left while its file was written, so the file was not.";

let tea: TeaAndCake;
beforeAll(async () => {
  tea = await openTeaAndCake();
});
afterAll(() => tea.engine.close());

/** A door that is shut from the first call after `shut` till it is opened. */
function createDoor() {
  let open: (() => void) | null = null;
  let reached: (() => void) | null = null;
  return {
    /** Resolves when somebody stands before it. */
    shut() {
      return new Promise<void>((resolve) => {
        reached = resolve;
      });
    },
    async pass() {
      if (!reached) return;
      reached();
      reached = null;
      await new Promise<void>((resolve) => {
        open = resolve;
      });
    },
    open: () => open?.(),
  };
}

const idOf = ({ store }: Workbench) => store.get().notebook?.id ?? "";
const exported = ({ exporter }: Workbench) => exporter.cell("id-wide" as CellId, "csv", SHOWN_NOTHING);
const cellTables = async () =>
  (await tea.engine.runText("from duckdb_tables() select table_name where schema_name = 'cells'")).rows;

/** Two notebooks on a device, the first with cells of which the page holds the first rows only; none is open. */
async function twoNotebooks(storage: Storage): Promise<{ cut: string; other: string }> {
  const workbench = await tea.shop(storage);
  const cut = idOf(workbench);
  for (const name of ["wide", "wider"]) {
    add(workbench, sqlCell(name, WIDE));
    await run(workbench, name);
  }
  await workbench.flush();
  await workbench.closeNotebook();
  await workbench.importFiles([csv("other.csv", "date,bill,product,quantity,total", "2026-03-05,B1,Milk,2,7.10")]);
  await settled(workbench);
  await workbench.flush();
  const other = idOf(workbench);
  await workbench.closeNotebook();
  return { cut, other };
}

/** Opens another notebook while a file is written, lets the writing go on, and looks for what it left in the engine. */
async function goOn(
  workbench: Workbench,
  other: string,
  at: { door: ReturnType<typeof createDoor>; refused: Promise<void> },
) {
  const opening = workbench.openNotebook(other);
  await until(workbench, ({ notebook }) => notebook?.id === other);
  at.door.open();
  await Promise.all([at.refused, opening]);
  await settled(workbench);
  expect(await cellTables()).toEqual([]);
}

describe("an export of a notebook that is left", () => {
  it("is refused, and brings nothing of it back, when the lines were still on their way to the engine", async () => {
    const door = createDoor();
    const memory = openMemoryStorage();
    const getPart: Storage["getPart"] = async (...asked) => {
      await door.pass();
      return memory.getPart(...asked);
    };
    const { cut, other } = await twoNotebooks(memory);
    const workbench = await tea.opened({ ...memory, getPart });
    const reading = door.shut();
    await workbench.openNotebook(cut);
    await reading;
    expect([statusOf(workbench, "wide"), runOf(workbench, "wide").result?.total]).toEqual(["ok", ROWS]);
    const refused = expect(exported(workbench)).rejects.toThrow(LEFT);
    await goOn(workbench, other, { door, refused });
    await workbench.closeNotebook();
  });

  it("is refused when its first rows were read, as a workbook of several cells too", async () => {
    const memory = openMemoryStorage();
    const { cut, other } = await twoNotebooks(memory);
    const workbench = await tea.opened(memory);
    const door = createDoor();
    const runText = tea.engine.runText.bind(tea.engine);
    tea.engine.runText = async (text, ...more) => {
      const rows = await runText(text, ...more);
      if (text.includes('cells."wide"') && text.includes("rowid")) await door.pass();
      return rows;
    };
    for (const write of [exported, ({ exporter }: Workbench) => exporter.notebook("xlsx", SHOWN_NOTHING)]) {
      await workbench.openNotebook(cut);
      const reading = door.shut();
      const refused = expect(write(workbench)).rejects.toMatchObject({ name: "ExportError", message: LEFT });
      await reading;
      await goOn(workbench, other, { door, refused });
    }
    tea.engine.runText = runText;
    await workbench.closeNotebook();
  });
});
