import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMemoryStorage } from "@/lib/storage/memory";
import { add, cellOf, ended, rowsOf, run, sqlCell, statusOf, type } from "./testing/cells-by-name";
import { until } from "./testing/open-workbench";
import { openTeaAndCake, type TeaAndCake } from "./testing/tea-and-cake";

let tea: TeaAndCake;

beforeAll(async () => {
  tea = await openTeaAndCake();
});
afterAll(() => tea.engine.close());

describe("lazy mode", () => {
  it("marks what hangs on a change and computes it when asked", async () => {
    const workbench = await tea.shop();
    add(workbench, sqlCell("top", "select product_name from best_sellers order by rank limit 1"));
    await run(workbench, "top");
    workbench.edit({ type: "set-auto-run", autoRun: false });
    expect(statusOf(workbench, "best_sellers")).toBe("ok");
    const best = cellOf(workbench, "best_sellers");
    workbench.edit({ type: "set-cell-params", id: best.id, params: { period: "2026-01", sort_by: "revenue" } });
    expect(statusOf(workbench, "best_sellers")).toBe("stale");
    expect(statusOf(workbench, "top")).toBe("stale");
    expect(rowsOf(workbench, "top")).toEqual([{ product_name: "Tea" }]);
    workbench.runStale();
    await until(workbench, () => ["best_sellers", "top"].every((name) => statusOf(workbench, name) === "ok"));
    expect(rowsOf(workbench, "top")).toEqual([{ product_name: "Cake" }]);
  });
});

describe("an empty query", () => {
  it("is no mistake while all or all that is stale is run, and says what is missing when it is run itself", async () => {
    const workbench = await tea.shop();
    add(workbench, sqlCell("empty", ""), sqlCell("full", "select 1 as n"));
    workbench.runStale();
    await until(workbench, () => statusOf(workbench, "full") === "ok");
    workbench.runAll();
    await until(workbench, () => statusOf(workbench, "full") === "queued");
    await until(workbench, () => statusOf(workbench, "full") === "ok");
    expect(statusOf(workbench, "empty")).toBe("never-run");
    await run(workbench, "empty");
    expect(statusOf(workbench, "empty")).toBe("error");
  });
});

describe("after a reload", () => {
  it("every cell shows its last result and stands where it stood; nothing is computed", async () => {
    const storage = openMemoryStorage();
    const before = await tea.shop(storage);
    add(before, sqlCell("one", "select 1 as n"), sqlCell("two", "select n + 1 as n from one"));
    await run(before, "two");
    type(before, "one", "select 10 as n");
    await before.flush();
    tea.texts = [];
    const after = await tea.opened(storage);
    await until(after, ({ view }) => view === "notebook");
    expect(statusOf(after, "one")).toBe("edited");
    expect(statusOf(after, "two")).toBe("stale");
    expect(rowsOf(after, "two")).toEqual([{ n: 2 }]);
    expect(statusOf(after, "best_sellers")).toBe("ok");
    expect(tea.texts).toEqual([]);
    await run(after, "one");
    await until(after, () => statusOf(after, "two") === "ok");
    expect(rowsOf(after, "two")).toEqual([{ n: 11 }]);
  });

  it("what was stopped or still ran waits for a person, for it may never end; the others are as they were", async () => {
    const storage = openMemoryStorage();
    const before = await tea.shop(storage);
    const endless = "select count(*) as n from range(10000000) a, range(10000000) b";
    add(
      before,
      sqlCell("stopped", endless),
      sqlCell("running", `${endless} where true`),
      sqlCell("fine", "select 1 as n"),
    );
    await run(before, "fine");
    before.runCell(cellOf(before, "stopped").id);
    await until(before, () => statusOf(before, "stopped") === "running");
    before.cancelCell(cellOf(before, "stopped").id);
    await ended(before, "stopped");
    before.runCell(cellOf(before, "running").id);
    await until(before, () => tea.texts.some((text) => text.includes("where true")));
    await before.flush();
    before.cancelCell(cellOf(before, "running").id);
    await ended(before, "running");
    tea.texts = [];
    const after = await tea.opened(storage);
    await until(after, ({ view }) => view === "notebook");
    expect(["stopped", "running", "fine"].map((name) => statusOf(after, name))).toEqual([
      "cancelled",
      "cancelled",
      "ok",
    ]);
    expect(tea.texts).toEqual([]);
    type(after, "stopped", "select 2 as n");
    await run(after, "stopped");
    expect(rowsOf(after, "stopped")).toEqual([{ n: 2 }]);
  });

  it("a deleted cell comes back with its text, its place and its result", async () => {
    const workbench = await tea.shop();
    add(workbench, sqlCell("one", "select 1 as n"), sqlCell("two", "from one"));
    await run(workbench, "two");
    const cells = workbench.store.get().notebook?.cells;
    tea.texts = [];
    workbench.edit({ type: "remove-cell", id: cellOf(workbench, "one").id });
    await until(workbench, () => statusOf(workbench, "two") !== "queued" && statusOf(workbench, "two") !== "running");
    expect(statusOf(workbench, "two")).toBe("error");
    workbench.undo();
    expect(workbench.store.get().notebook?.cells).toEqual(cells);
    expect(statusOf(workbench, "one")).toBe("ok");
    await until(workbench, () => statusOf(workbench, "two") === "ok");
    expect(rowsOf(workbench, "two")).toEqual([{ n: 1 }]);
  });
});
