import { describe, expect, it } from "vitest";
import { bestSellers } from "@/lib/analyses/best-sellers";
import { apply } from "@/lib/notebook/apply";
import type { AnalysisCell, Cell, Notebook } from "@/lib/notebook/notebook";
import { NotebookError } from "@/lib/notebook/notebook-error";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { converted, duplicate, newChartCell, newInputCell, newNoteCell, newSqlCell, takenAlong } from "./cell-commands";
import { renamedCell } from "./cell-names";
import { newCell } from "./new-cell";

let made = 0;
const newId = () => {
  made += 1;
  return `id-${made}`;
};

function notebookOf(...cells: Cell[]): Notebook {
  return { ...someNotebook(0, 0), cells };
}

function withTable(notebook: Notebook, fileName: string): Notebook {
  const { dataSets } = someNotebook(0, 1);
  return { ...notebook, dataSets: dataSets.map((dataSet) => ({ ...dataSet, kind: "table", fileName })) };
}

const best = (given: Partial<AnalysisCell> = {}): AnalysisCell => ({ ...newCell(bestSellers, [], newId), ...given });

describe("a new cell", () => {
  it("has a name and a title none of its like has, and none of the tables", () => {
    const first = newSqlCell(notebookOf(), newId);
    const second = newSqlCell(notebookOf(first), newId);
    expect([first.name, first.title]).toEqual(["query", "Query"]);
    expect([second.name, second.title]).toEqual(["query_2", "Query 2"]);
    expect(newSqlCell(withTable(notebookOf(), "query.csv"), newId).name).toBe("query_2");
    expect(newNoteCell(notebookOf(), newId, "# Hello")).toMatchObject({ kind: "note", name: "note", text: "# Hello" });
    expect(newChartCell(notebookOf(), newId, "best_sellers")).toMatchObject({ kind: "chart", source: "best_sellers" });
  });

  it("of a filter leaves nothing out", () => {
    expect(newInputCell(notebookOf(), newId, "store")).toMatchObject({ input: "store", name: "store", value: "all" });
    expect(newInputCell(notebookOf(), newId, "number")).toMatchObject({ input: "number", value: 10 });
  });
});

describe("a copy", () => {
  it("asks the same under the next free name and title", () => {
    const cell = best({ params: { limit: 3 } });
    const second = duplicate(notebookOf(cell), cell, newId);
    expect(second).toMatchObject({ name: "best_sellers_2", title: "Best sellers 2", params: { limit: 3 } });
    expect(second.id).not.toBe(cell.id);
    expect(duplicate(notebookOf(cell, second), second, newId).name).toBe("best_sellers_3");
  });

  it("keeps its name where that is free, as after cutting", () => {
    const cell = best({ name: "best_sellers_2", title: "Best sellers 2" });
    expect(duplicate(notebookOf(), cell, newId)).toMatchObject({ name: "best_sellers_2", title: "Best sellers 2" });
  });

  it("follows an input that is there, and takes its value along where it is not", () => {
    const period = { ...newInputCell(notebookOf(), newId, "period"), value: "2026-06" };
    const cell = best({ inputs: { period: period.id } });
    const along = takenAlong(notebookOf(period, cell), cell);
    expect(duplicate(notebookOf(period, cell), along, newId)).toMatchObject({ inputs: { period: period.id } });
    expect(duplicate(notebookOf(), along, newId)).toMatchObject({ inputs: {}, params: { period: "2026-06" } });
  });
});

describe("a query and a note", () => {
  it("turn into each other with the same words, name and place", () => {
    const query = newSqlCell(notebookOf(), newId, "select 1");
    const note = converted(query, "note");
    expect(note).toMatchObject({ id: query.id, kind: "note", name: "query", text: "select 1" });
    expect(converted(note, "sql")).toEqual(query);
    expect(converted(note, "note")).toBe(note);
  });

  it("an analysis becomes the query it asks, with the way back", () => {
    const query = converted(best({ params: { limit: 3 } }), "sql");
    expect(query).toMatchObject({ kind: "sql", name: "best_sellers", origin: { params: { limit: 3 } } });
    expect(query.kind === "sql" && query.sql).toContain("$limit");
  });

  it("are not made of what has no words of its own", () => {
    expect(() => converted(best(), "note")).toThrow("Best sellers has no text that could become a note.");
    expect(() => converted(newInputCell(notebookOf(), newId, "store"), "sql")).toThrow("Store has no text");
  });
});

describe("another name for other cells", () => {
  it("is followed by queries, charts and notes that name the cell, and taken back as one step", () => {
    const cell = best();
    const query = newSqlCell(notebookOf(), newId, "select best_sellers.revenue from best_sellers -- best_sellers");
    const chart = newChartCell(notebookOf(), newId, "best_sellers");
    const note = newNoteCell(notebookOf(), newId, "See [the best](#best_sellers).");
    const before = notebookOf(cell, query, chart, note);
    const { notebook, inverse } = apply(
      before,
      renamedCell(before, cell.id, "runners") ?? { type: "batch", label: "", commands: [] },
    );
    const [renamed, reads, draws, tells] = notebook.cells;
    expect(renamed?.name).toBe("runners");
    expect(reads).toMatchObject({ sql: "select runners.revenue from runners -- best_sellers" });
    expect(draws).toMatchObject({ source: "runners" });
    expect(tells).toMatchObject({ text: "See [the best](#runners)." });
    expect(apply(notebook, inverse).notebook).toEqual(before);
  });

  it("of an input is followed by the queries that use it", () => {
    const number = newInputCell(notebookOf(), newId, "number");
    const query = newSqlCell(notebookOf(), newId, "from sales limit $number");
    const before = notebookOf(number, query);
    const command = renamedCell(before, number.id, "most");
    if (!command) throw new Error("It has another name.");
    expect(apply(before, command).notebook.cells[1]).toMatchObject({ sql: "from sales limit $most" });
  });

  it("is refused with a better one where it is taken or means something else", () => {
    const cell = best();
    const other = newSqlCell(notebookOf(), newId);
    const notebook = withTable(notebookOf(cell, other), "Kunden.csv");
    const refused = (name: string) => () => renamedCell(notebook, cell.id, name);
    expect(refused("query")).toThrow("Query is called query already.");
    expect(refused("kunden")).toThrow("A table of your files is called kunden already.");
    for (const name of [
      "sales",
      "catalogue",
      "set_aside",
      "product_sales",
      "profiles",
      "select",
      `table_${"7f".repeat(16)}`,
    ]) {
      expect(refused(name), name).toThrow(`${name} has a meaning of its own in queries.`);
    }
    expect(refused("Best of all")).toThrow("small letters, digits and underscores");
    expect(refused("best.one")).toThrow("small letters, digits and underscores");
    expect(refused("a".repeat(200))).toThrow("A name has 60 letters at most, and this one has 200.");
    expect(refused("")).toThrow("small letters, digits and underscores");
    expect(renamedCell(notebook, cell.id, "best_sellers")).toBeNull();
    const hint = (name: string) => {
      try {
        renamedCell(notebook, cell.id, name);
        return null;
      } catch (error) {
        return error instanceof NotebookError ? error.hint : String(error);
      }
    };
    expect(hint("Best of all")).toBe("Call it best_of_all, for example.");
    expect(hint("select")).toBe("Call it select_cell, for example.");
    expect(hint("1st")).toBe("Call it cell_1st, for example.");
    expect(hint("😀")).toBe("Call it cell, for example.");
  });

  it("may begin as the name of a relation does", () => {
    const cell = best();
    for (const name of ["sales_by_month", "products_returned", "inventory_low", "orders_2026"]) {
      expect(renamedCell(notebookOf(cell), cell.id, name), name).toMatchObject({ type: "batch" });
    }
  });
});
