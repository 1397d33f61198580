import { read } from "@e965/xlsx";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { Cell, Notebook } from "@/lib/notebook/notebook";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Compute } from "./compute";
import { initialState } from "./context";
import { createProductList } from "./product-list";
import type { WorkbenchState } from "./state";
import { createStore } from "./store";
import { allOk, csv, isKept, portsOver, until } from "./testing/open-workbench";
import { openTeaAndCake, type TeaAndCake } from "./testing/tea-and-cake";
import { createWorkbench, type Workbench } from "./workbench";

const SALES = csv(
  "till.csv",
  "date,bill,sku,product,quantity,total",
  "2026-01-05,B1,T-17,Assam tea,2,20.10",
  "2026-01-06,B2,C-4,Cake,1,30.00",
  "2026-02-06,B3,T-17,Assam tea,5,50.25",
);

let tea: TeaAndCake;
beforeAll(async () => {
  tea = await openTeaAndCake();
});
afterAll(() => tea.engine.close());

const trendsOf = (workbench: Workbench): Cell => {
  const found = analysisCells(workbench.store.get().notebook?.cells ?? []).find(
    ({ analysis }) => analysis === "trends",
  );
  if (!found) throw new Error("there are no trends");
  return found;
};

/** What the workbook of a notebook says was asked by its trends. */
async function askedIn(workbench: Workbench): Promise<unknown> {
  const { blob } = await workbench.exporter.notebook("xlsx", new Map());
  const told = read(await blob.arrayBuffer()).Sheets.Provenance ?? {};
  const line = Object.keys(told).find((place) => /^B\d/.test(place) && told[place]?.v === "Trends");
  return told[`D${line?.slice(1)}`]?.v;
}

it("a file calls a product that was chosen by its name, though nobody listed the products, and without an engine too", async () => {
  const storage = openMemoryStorage();
  const workbench = await tea.opened(storage);
  await workbench.importFiles([SALES]);
  await until(workbench, (state) => allOk(state) && isKept(state));
  const { id } = trendsOf(workbench);
  workbench.edit({ type: "set-cell-params", id, params: { product: "T-17" } });
  await until(workbench, (state) => allOk(state) && isKept(state));
  expect(workbench.store.get().products).toBeNull();
  expect(await askedIn(workbench)).toContain("Assam tea");
  expect(workbench.store.get().products).toEqual([
    { value: "T-17", label: "Assam tea" },
    { value: "C-4", label: "Cake" },
  ]);
  await workbench.flush();

  const later = createWorkbench(portsOver(storage, () => Promise.reject(new Error("no engine here"))));
  await later.start();
  await until(later, ({ facts }) => facts !== null);
  await later.nameChosen();
  expect(later.store.get().products?.map(({ label }) => label)).toContain("Assam tea");
});

/** A list over an engine that answers when it is told to, for whatever data is open then. */
function openList() {
  const [first, second] = [1, 2].map((sets): Notebook => someNotebook(0, sets)) as [Notebook, Notebook];
  const store = createStore<WorkbenchState>({ ...initialState, notebook: first });
  const storage = openMemoryStorage();
  const asked: (() => void)[] = [];
  const query: Compute["query"] = async () => {
    await new Promise<void>((resolve) => asked.push(resolve));
    const product = store.get().notebook === first ? "Tea" : "Cake";
    const provenance = { dataHashes: [], asOf: null, computedAt: 0, durationMs: 0, engine: "" };
    return { columns: [], rows: [{ product_id: product, label: product }], provenance };
  };
  const ports = portsOver(storage, () => Promise.reject(new Error("no engine here")));
  const compute = { query } as Compute;
  const open = (notebook: Notebook) => store.set((state) => ({ ...state, notebook, products: null }));
  const products = () => store.get().products?.map(({ label }) => label);
  return {
    first,
    second,
    storage,
    store,
    asked,
    open,
    products,
    list: createProductList({ ports, store }, compute).list,
  };
}

it("names asked for a notebook that was left meanwhile are neither shown nor kept, also when it is opened again", async () => {
  const { first, second, storage, asked, open, products, list } = openList();
  const kept = vi.spyOn(storage, "putResult");
  const left = list();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  open(second);
  open(first);
  const again = list();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  open(second);
  for (const answer of asked) answer();
  await Promise.all([left, again]);
  expect(products()).toBeUndefined();
  expect(kept).not.toHaveBeenCalled();

  open(first);
  const now = list();
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  asked[2]?.();
  await now;
  expect(products()).toEqual(["Tea"]);
});

it("the engine is not asked for names of a notebook that was left while they were looked for on the device", async () => {
  const { second, storage, asked, open, list } = openList();
  vi.spyOn(storage, "getResult").mockImplementation(async () => {
    open(second);
    return null;
  });
  await list();
  expect(asked).toEqual([]);
});
