import { afterAll, beforeAll, expect, it } from "vitest";
import { openMemoryStorage } from "@/lib/storage/memory";
import { csv, isKept, until } from "./testing/open-workbench";
import { openTeaAndCake, type TeaAndCake } from "./testing/tea-and-cake";

let tea: TeaAndCake;
beforeAll(async () => {
  tea = await openTeaAndCake();
});
afterAll(() => tea.engine.close());

const MEASURES = () => csv("measures.csv", "Name,RowID,Points", "Ann,70001,12.50", "Bo,70002,-3", "Cy,1,4");

it("every line of a table is stored, though a column is called as the engine numbers rows", async () => {
  const storage = openMemoryStorage();
  const workbench = await tea.shop(storage);
  await workbench.importFiles([MEASURES()]);
  await until(workbench, isKept);
  const set = workbench.store.get().notebook?.dataSets.find(({ fileName }) => fileName === "measures.csv");
  expect(set?.ledger.kept).toBe(3);
  await tea.engine.load("stored_measures", await storage.getPart(set?.parts[0] ?? ""));
  const { rows } = await tea.engine.runText("from stored_measures");
  expect(rows.map(({ Name, RowID }) => `${Name} ${RowID}`)).toEqual(["Ann 70001", "Bo 70002", "Cy 1"]);
});

it("a file of which the engine gives fewer lines back than it took is not counted as saved, and that is said", async () => {
  const workbench = await tea.shop();
  const whole = tea.engine.export.bind(tea.engine);
  tea.engine.export = (table, range, options) => whole(table, range && { from: range.from, to: range.to - 1 }, options);
  try {
    await workbench.importFiles([MEASURES()]);
    await until(workbench, ({ jobs }) =>
      jobs.some(({ title, state }) => title.startsWith("Save") && state === "failed"),
    );
  } finally {
    tea.engine.export = whole;
  }
  const { notebook, jobs } = workbench.store.get();
  expect(notebook?.dataSets.at(-1)).toMatchObject({ fileName: "measures.csv", parts: [] });
  expect(jobs.find(({ state }) => state === "failed")?.problem).toEqual({
    message: "measures.csv was not saved: of 3 of its lines only 2 could be read back.",
    hint: "Keep the file, reload this page, and add the file again.",
  });
});
