import { read } from "@e965/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { Cell } from "@/lib/notebook/notebook";
import { openMemoryStorage } from "@/lib/storage/memory";
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
