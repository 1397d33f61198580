import { describe, expect, it } from "vitest";
import { factsQuery } from "@/lib/analyses/facts";
import type { CellId } from "@/lib/notebook/ids";
import type { AnalysisCell, Notebook, NoteCell } from "@/lib/notebook/notebook";
import { readNotebook } from "@/lib/notebook/schema";
import { someCell, someDataSet, someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import type { Result } from "@/lib/query/result";
import { createIncoming } from "./incoming";
import { createNotebookArrivals } from "./notebook-arrivals";
import { notebookFile, readNotebookFile } from "./notebook-file";
import { resultNames } from "./result-names";
import { openDocument } from "./testing/open-document";

const HASH = "b".repeat(64);
const best: AnalysisCell = { ...someCell(1), params: { limit: 5 }, name: "best_sellers", title: "Best sellers" };
const note: NoteCell = {
  id: "note" as CellId,
  kind: "note",
  name: "note",
  title: "Note",
  text: "# Hello",
  collapsed: false,
};

const made: Notebook = {
  ...someNotebook(0, 0),
  title: "Corner shop: spring/summer",
  cells: [best, note],
  dataSets: [{ ...someDataSet(0), fileHash: HASH, parts: [HASH], replaced: null }],
};

const provenance = { dataHashes: [], asOf: null, computedAt: 1, durationMs: 1, engine: "test" };
const facts: Result = { columns: [...factsQuery.columns], rows: [{ fact: "has_sales", value: "true" }], provenance };
const answer: Result = {
  columns: [{ name: "units", label: "Units", kind: "integer", unit: "quantity", hidden: false }],
  rows: [{ units: 7 }],
  provenance,
};

/** A device that shows the notebook with its results, or an empty one. */
async function device(notebook: Notebook | null) {
  const document = openDocument(notebook ?? someNotebook(0, 0));
  const { context, storage } = document;
  const incoming = createIncoming(context);
  const added: Notebook[] = [];
  const opened: string[] = [];
  const take = createNotebookArrivals({
    context,
    incoming,
    add: async (each) => void added.push(each),
    open: async (id) => void opened.push(id),
  });
  if (notebook) {
    const names = resultNames(context, notebook, null);
    await storage.putResult(names.get("facts") ?? "", facts);
    await storage.putResult(names.get(`cell ${best.id}`) ?? "", answer);
  }
  return { ...document, take, added, opened };
}

async function written(notebook: Notebook): Promise<File> {
  const { name, text } = await notebookFile((await device(notebook)).context);
  return new File([text], name);
}

describe("a notebook that goes to another device as a file", () => {
  it("is called after its title and is there with its results, and nothing of it runs by itself", async () => {
    const file = await written(made);
    expect(file.name).toBe("Corner shop- spring-summer.lucid.json");
    const { take, added, opened, storage, context } = await device(null);
    expect(await take([file])).toEqual([]);
    const [notebook] = added;
    if (!notebook) throw new Error("The notebook was opened.");
    expect(opened).toEqual([notebook.id]);
    expect(notebook).toMatchObject({ title: made.title, cells: made.cells, autoRun: false });
    expect([notebook.id, notebook.dataSets[0]?.id]).not.toContain(made.id);
    expect(readNotebook({ snapshot: JSON.parse(JSON.stringify(notebook)), edits: [] })).toEqual(notebook);
    const names = resultNames(context, notebook, null);
    expect(await storage.getResult(names.get(`cell ${best.id}`) ?? "")).toEqual(answer);
    expect(await storage.getResult(names.get("facts") ?? "")).toEqual(facts);
  });

  it("never says what notebooks of one's own show: its results are found by no other notebook", async () => {
    const { take, storage, context } = await device(null);
    await take([await written(made)]);
    for (const key of resultNames(context, made, null).values()) expect(await storage.getResult(key)).toBeNull();
  });

  it("shows no result of a question that this version asks in another way", async () => {
    const text = await (await written(made)).text();
    const { context, storage } = await device(null);
    const file = JSON.parse(text);
    for (const result of file.results) result.key = "0".repeat(64);
    const notebook = await readNotebookFile(context, new File([JSON.stringify(file)], "old.lucid.json"));
    for (const key of resultNames(context, notebook, null).values()) expect(await storage.getResult(key)).toBeNull();
  });

  it("is found among other files by its name or by how it begins; others go on", async () => {
    const text = await (await written(made)).text();
    const { take, added } = await device(null);
    const sales = new File(["Date,Amount\n"], "sales.csv");
    const rows = new File(['[{"a":1}]'], "rows.json");
    expect(await take([sales, new File([text], "renamed.json"), rows])).toEqual([sales, rows]);
    expect(added).toHaveLength(1);
  });

  it("that is none is told where files are told of, and disturbs nothing", async () => {
    const { take, added, opened, state } = await device(null);
    const hostile = new File(['{"format":"lucid-notebook","version":1,"notebook":{"__proto__":{}}}'], "bad.lucid.json");
    expect(await take([hostile, await written(made)])).toEqual([]);
    expect(added).toHaveLength(1);
    expect(opened).toHaveLength(1);
    expect(state().incoming).toEqual([
      expect.objectContaining({
        fileName: "bad.lucid.json",
        step: "failed",
        problem: expect.objectContaining({ message: expect.stringContaining("__proto__") }),
      }),
    ]);
  });
});
