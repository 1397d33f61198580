import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { toParams } from "@/lib/query/query";
import { cohorts } from "./cohorts";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const bought = (customer_id: string | null, sold_at: string, quantity = 1) => ({
  sold_at,
  product_id: "Tea",
  customer_id,
  quantity,
});
const SHOP: Shop = {
  sales: [
    bought("A", "2026-01-05"),
    bought("A", "2026-02-01"),
    bought("A", "2026-04-09"),
    bought("B", "2026-01-31"),
    bought("C", "2026-02-02"),
    bought("C", "2026-03-02"),
    bought("C", "2026-03-03"),
    bought("D", "2026-02-28"),
    // To bring back is not to come back.
    bought("D", "2026-03-01", -1),
    bought(null, "2026-03-31"),
    bought("E", "2026-04-10"),
  ],
};

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, cohorts, params);
}

describe.each(READINGS)("cohorts, sold_at as $soldAt and texts as $text", (reading) => {
  it("tell who bought again in each month after the first, unknown where the month is not over", async () => {
    await buildRelations(engine, SHOP, reading);
    const { rows, answer, notes, shown } = await ask(engine, cohorts);
    expect(cells(rows, "cohort", "customers", "month_01", "month_02", "month_03", "is_first", "complete")).toEqual([
      ["2026-01", 2, 0.5, 0, null, true, true],
      ["2026-02", 2, 0.5, null, null, false, true],
      ["2026-04", 1, null, null, null, false, false],
    ]);
    expect(shown).toEqual(["cohort", "customers", "month_01", "month_02"]);
    expect(answer).toBe("1 of 2 new customers bought again in the month after their first.");
    expect(notes).toEqual(["The first month holds all who were customers already, so it is not typical of new ones."]);
  });
});

describe("cohorts", () => {
  it("are the last that are asked for", async () => {
    expect(cells((await asked(SHOP, { cohorts: 2 })).rows, "cohort")).toEqual([["2026-02"], ["2026-04"]]);
  });

  it("are drawn as a triangle as far as anything is known", async () => {
    const { rows, facts } = await asked(SHOP);
    expect(cohorts.chart(toParams(cohorts.query, {}), rows, facts)).toEqual({
      type: "triangle",
      label: "cohort",
      size: "customers",
      values: ["month_01", "month_02"],
      over: "months after the first purchase",
    });
  });

  it("say what is missing", async () => {
    expect((await asked({})).notes).toEqual([
      "There are no sales yet. Add a sales file with a customer column to see who comes back.",
    ]);
    expect((await asked({ sales: [bought(null, "2026-01-01")] })).notes).toEqual([
      "Customers are unknown because the file has no customer column. Add one to see who comes back.",
    ]);
    expect((await asked({ sales: [bought("A", "2026-01-01", -1)] })).notes).toEqual([
      "No line with a customer sold anything, so nobody can come back.",
    ]);
    const short = await asked({ sales: [bought("A", "2026-01-01")] });
    expect(short.answer).toBe("");
    expect(short.notes[0]).toBe("The data has 1 month: too few to see anyone come back a month later. Add more sales.");
  });

  it("say when nobody came back", async () => {
    const sales = [bought("A", "2026-01-01"), bought("B", "2026-02-01"), bought("C", "2026-03-31")];
    expect((await asked({ sales })).answer).toBe(
      "None of the new customers bought again in the month after their first.",
    );
  });
});
