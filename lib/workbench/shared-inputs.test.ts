import { describe, expect, it } from "vitest";
import { analysisNamed, furtherAnalyses, shopAnalyses } from "@/lib/analyses/registry";
import { apply } from "@/lib/notebook/apply";
import { analysisCells, askedParams, followersOf } from "@/lib/notebook/asked-params";
import type { AnalysisCell, InputCell, Notebook } from "@/lib/notebook/notebook";
import { readNotebook } from "@/lib/notebook/schema";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { inputParam } from "./input-param";
import { newCell } from "./new-cell";
import { removal } from "./removal";
import { addedAnalysis, type Common, cellsWith, ownAgain, sharedInput, shownParams } from "./shared-inputs";

let made = 0;
const newId = () => {
  made += 1;
  return `id-${made}`;
};

function shop(params: Record<string, AnalysisCell["params"]> = {}): Notebook {
  const cells = [...shopAnalyses, ...furtherAnalyses].map((analysis) =>
    newCell(analysis, [], newId, { params: params[analysis.name] ?? {} }),
  );
  return { ...someNotebook(0, 0), cells };
}

function shared(notebook: Notebook, common: Common, value: string | number | null = null) {
  const { id, command } = sharedInput(notebook, common, value, newId);
  const applied = apply(notebook, command);
  const input = applied.notebook.cells.find((cell) => cell.id === id) as InputCell;
  return { ...applied, id, input };
}

function cellNamed({ cells }: Notebook, name: string): AnalysisCell {
  const found = analysisCells(cells).find((cell) => cell.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

const askedOf = (notebook: Notebook, name: string) => askedParams(notebook.cells, cellNamed(notebook, name));

describe("one filter for all cells", () => {
  it("stands at the top and is followed by every cell that has such a parameter", () => {
    const { notebook, id, input } = shared(shop(), { input: "period" }, "2026-06");
    expect(notebook.cells[0]).toBe(input);
    expect(input).toMatchObject({ kind: "input", input: "period", name: "period", title: "Period", value: "2026-06" });
    expect(followersOf(notebook.cells, id).map(({ name }) => name)).toEqual([
      "best_sellers",
      "revenue_contribution",
      "profitability",
      "returns",
      "weekday_hour",
    ]);
    expect(askedOf(notebook, "best_sellers")).toEqual({ period: "2026-06" });
    expect(askedOf(notebook, "trends")).toEqual({});
  });

  it("is taken back by its inverse, values and all", () => {
    const before = shop({ best_sellers: { period: "2026-01", limit: 3 } });
    const { notebook, inverse } = shared(before, { input: "period" });
    expect(askedOf(notebook, "best_sellers")).toEqual({ period: "all", limit: 3 });
    expect(apply(notebook, inverse).notebook).toEqual(before);
  });

  it("changes all of them at once", () => {
    const { notebook, id } = shared(shop(), { input: "category" });
    const changed = apply(notebook, { type: "set-input", id, value: "Drinks" }).notebook;
    expect(askedOf(changed, "best_sellers")).toEqual({ category: "Drinks" });
    expect(askedOf(changed, "trends")).toEqual({ category: "Drinks" });
  });

  it("is there once: asked for again, it takes the value and gathers who left it", () => {
    const first = shared(shop(), { input: "store" }, "North");
    const velocity = cellNamed(first.notebook, "inventory_velocity");
    const left = apply(first.notebook, ownAgain(first.notebook.cells, velocity, "store")).notebook;
    const again = shared(left, { input: "store" }, "South");
    expect(again.id).toBe(first.id);
    expect(again.notebook.cells).toHaveLength(first.notebook.cells.length);
    expect(askedOf(again.notebook, "inventory_velocity")).toMatchObject({ store: "South" });
  });

  it("is followed by cells that are added later", () => {
    const { notebook, id } = shared(shop(), { input: "product" }, "T1");
    const more = apply(notebook, addedAnalysis(notebook, "trends", newId).command).notebook;
    expect(more.cells.at(-1)).toMatchObject({ name: "trends_2", inputs: { product: id } });
    const without = apply(notebook, addedAnalysis(notebook, "dead_stock", newId).command).notebook;
    expect(without.cells.at(-1)).toMatchObject({ inputs: {} });
  });
});

describe("a cell that follows an input", () => {
  it("keeps the value when it stops following, and only of that parameter", () => {
    const period = shared(shop(), { input: "period" }, "2026-06");
    const { notebook } = shared(period.notebook, { input: "category" }, "Drinks");
    const cell = cellNamed(notebook, "best_sellers");
    const own = apply(notebook, ownAgain(notebook.cells, cell, "period"));
    expect(cellNamed(own.notebook, "best_sellers")).toMatchObject({ params: { period: "2026-06" } });
    expect(Object.keys(cellNamed(own.notebook, "best_sellers").inputs)).toEqual(["category"]);
    const moved = apply(own.notebook, { type: "set-input", id: period.id, value: "2026-05" }).notebook;
    expect(askedOf(moved, "best_sellers")).toEqual({ period: "2026-06", category: "Drinks" });
    expect(askedOf(moved, "returns")).toEqual({ period: "2026-05" });
    expect(apply(own.notebook, own.inverse).notebook).toEqual(notebook);
  });

  it("keeps the value when the input is removed, and follows it again when that is undone", () => {
    const { notebook, id } = shared(shop(), { input: "period" }, "2026-06");
    const removed = apply(notebook, removal(notebook, { type: "remove-cell", id }));
    expect(removed.notebook.cells.every((cell) => cell.kind === "analysis")).toBe(true);
    expect(cellNamed(removed.notebook, "returns")).toMatchObject({ params: { period: "2026-06" }, inputs: {} });
    expect(apply(removed.notebook, removed.inverse).notebook).toEqual(notebook);
  });

  it("asks its own value when the input is gone from a damaged document", () => {
    const { notebook, id } = shared(shop({ returns: { period: "2026-01" } }), { input: "period" }, "2026-06");
    const damaged = { ...notebook, cells: notebook.cells.filter((cell) => cell.id !== id) };
    expect(askedOf(damaged, "returns")).toEqual({ period: "2026-01" });
  });

  it("shows its defaults where the input's value does not fit", () => {
    const { notebook, id } = shared(shop(), { input: "number", param: "limit" }, 5);
    const over = apply(notebook, { type: "set-input", id, value: 5000 }).notebook;
    expect(shownParams(over.cells, cellNamed(over, "best_sellers"))).toMatchObject({ limit: 10 });
  });

  it("comes back from the device as it was stored", () => {
    const { notebook } = shared(shop(), { input: "period" }, "2026-06");
    const stored: unknown = JSON.parse(JSON.stringify(notebook));
    expect(readNotebook({ snapshot: stored, edits: [] })).toEqual(notebook);
  });
});

describe("one number for all cells", () => {
  const window: Common = { input: "number", param: "window_days" };

  it("is named after the parameter and followed by those who have it", () => {
    const { notebook, input, id } = shared(shop(), window, 30);
    expect(input).toMatchObject({ name: "window_days", title: "Window days", value: 30 });
    expect(followersOf(notebook.cells, id).map(({ name }) => name)).toEqual(["inventory_velocity", "reorder"]);
    expect(cellsWith(notebook.cells, { input: "number", param: "limit" })).toHaveLength(4);
  });

  it("takes what all that follow it take, and says so", () => {
    const { notebook, input } = shared(shop(), window, 30);
    const param = inputParam(notebook.cells, input);
    expect(param.parse("45")).toBe(45);
    expect(() => param.parse(0)).toThrow("Window days takes a whole number from 1 to 3650.");
    expect(() => param.parse(1.5)).toThrow("whole number");
  });
});

describe("an input's parameter", () => {
  it.each([
    ["period", "2026-06", "June"],
    ["category", "Drinks", ""],
    ["store", "North", ""],
    ["product", "T1", ""],
  ] as const)("of kind %s takes %s and refuses %j, under its own title", (input, good, bad) => {
    const { notebook, input: cell } = shared(shop(), { input });
    const param = inputParam(notebook.cells, { ...cell, title: "Mine" });
    expect(param).toMatchObject({ kind: input, label: "Mine" });
    expect(param.parse(good)).toBe(good);
    expect(() => param.parse(bad)).toThrow();
  });

  it("of kind text takes any text of a reasonable length", () => {
    const cell: InputCell = { ...shared(shop(), { input: "period" }).input, input: "text", value: "" };
    expect(inputParam([], cell).parse("Any, even ''")).toBe("Any, even ''");
    expect(() => inputParam([], cell).parse("x".repeat(1001))).toThrow("at most 1,000 characters");
  });

  it("is asked by an analysis for every kind of filter", () => {
    const kinds = [...shopAnalyses, ...furtherAnalyses].flatMap(({ name }) =>
      Object.values(analysisNamed(name).query.params).map(({ kind }) => kind),
    );
    expect(kinds).toEqual(expect.arrayContaining(["period", "category", "store", "product"]));
  });
});
