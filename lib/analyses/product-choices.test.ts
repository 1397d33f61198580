import { beforeAll, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { productChoicesQuery, toProductChoices } from "./product-choices";
import { rowsOf } from "./testing/ask";
import { buildRelations } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

it("products are offered by name, namesakes with their id, and only those that were sold", async () => {
  const day = { sold_at: "2026-06-01" };
  await buildRelations(engine, {
    sales: [
      { ...day, product_id: "T2", product_name: "Tea" },
      { ...day, product_id: "T1", product_name: "Tea" },
      { ...day, product_id: "Salt" },
    ],
    inventory: [{ product_id: "Soap", current_stock: 3 }],
  });
  expect(toProductChoices(await rowsOf(engine, productChoicesQuery))).toEqual([
    { value: "Salt", label: "Salt" },
    { value: "T1", label: "Tea (T1)" },
    { value: "T2", label: "Tea (T2)" },
  ]);
});
