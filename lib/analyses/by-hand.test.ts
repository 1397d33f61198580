import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { Column } from "@/lib/query/column";
import { toParams } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import type { Analysis } from "./analysis";
import { forecast } from "./forecast";
import { analyses } from "./registry";
import { rowsOf } from "./testing/ask";
import type { ByHand } from "./testing/by-hand/answer";
import { CORNER_SHOP, LINE_OF_MONTHS, ONE_PROFILE } from "./testing/by-hand/corner-shop";
import { FURTHER_ANSWERS } from "./testing/by-hand/further-answers";
import { INSIGHT_FACTS } from "./testing/by-hand/insight-facts";
import { SHOP_ANSWERS } from "./testing/by-hand/shop-answers";
import { buildRelations } from "./testing/relations";

const BY_HAND: Readonly<Record<string, ByHand>> = { ...SHOP_ANSWERS, ...FURTHER_ANSWERS, insights: INSIGHT_FACTS };

/** Doubles agree to twelve digits; a column that the row does not name is null. */
function meant(columns: readonly Column[], row: Row): Row {
  const entries = columns.map(({ name, kind }) => {
    const value = row[name] ?? null;
    return [name, kind === "double" && typeof value === "number" ? expect.closeTo(value, 9) : value];
  });
  return Object.fromEntries(entries);
}

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function answer({ name, query, derive }: Analysis): Promise<void> {
  const { given = {}, rows = [] } = BY_HAND[name] ?? {};
  const asked = await rowsOf(engine, query, given);
  const found = derive ? derive(asked, toParams(query, given)) : asked;
  expect(found).toEqual(rows.map((row) => meant(query.columns, row)));
}

describe("worked out by hand", () => {
  it.each(analyses)("every column of $name is named by some row, and no other", ({ name, query }) => {
    const named = new Set(BY_HAND[name]?.rows.flatMap((row) => Object.keys(row)));
    expect([...named].sort()).toEqual(query.columns.map((column) => column.name).sort());
  });

  describe("of a shop small enough for paper", () => {
    beforeAll(async () => {
      await buildRelations(engine, CORNER_SHOP, { soldAt: "timestamp" });
      await engine.execute(ONE_PROFILE);
    });
    it.each(analyses.filter((analysis) => analysis !== forecast))("$name answers what it should", answer);
  });

  it("the forecast of a straight line goes on", async () => {
    await buildRelations(engine, LINE_OF_MONTHS);
    await answer(forecast);
  });
});
