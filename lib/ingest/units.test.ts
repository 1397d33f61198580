import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { inspectFile } from "./inspect-file";
import { readText, sentences } from "./testing/read-text";
import { mixedUnits } from "./units";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const QUANTITIES = ["1 Nos", "2 Nos.", "3 nos", "4 No", "1.5 Nos"];
const text = (quantities: readonly string[]) =>
  `Date,Product,Quantity,Amount\n${quantities.map((each, at) => `2026-04-0${at + 1},Tea,${each},10.00\n`).join("")}`;
const looked = (quantities: readonly string[]) =>
  inspectFile(Object.assign(new Blob([text(quantities)]), { name: "till.csv" }));

describe("a quantity with its unit", () => {
  it("is found without a question and read as its number", async () => {
    const { plan, questions, evidence } = await looked(QUANTITIES);
    expect(plan.mapping).toMatchObject({ quantity: "Quantity", amount: "Amount" });
    expect(questions).toEqual([]);
    expect(evidence.join(" ")).not.toContain("units");
    const { ledger } = await readText(engine, { text: text(QUANTITIES), plan });
    expect(ledger).toMatchObject({ kept: 5, rejected: 0 });
    expect(sentences({ ledger })).toEqual([]);
    expect((await engine.runText("select sum(quantity) as q from sales_t")).rows).toEqual([{ q: "11.5" }]);
  });

  it("says when units differ", async () => {
    const sentence = "Quantity is written in several units (g, kgs); the numbers count as they stand.";
    expect(mixedUnits("Quantity", ["1 kg", "500 g", "2 KGS", "3"])).toBe(sentence);
    expect((await looked(["1 kg", "500 g"])).evidence).toContain(sentence);
  });
});

describe("a column that is called a quantity and holds no numbers", () => {
  it("is asked about and named when it is not read", async () => {
    const { plan, questions } = await looked(["few", "many", "some", "few"]);
    expect(plan.mapping.quantity).toBeUndefined();
    expect(questions).toContain(
      "Quantity is called a quantity, but its values cannot be read as numbers. Choose a column, or go on: each line counts as one unit.",
    );
    const { ledger } = await readText(engine, { text: text(["few", "many"]), plan });
    expect(sentences({ ledger })).toEqual(["Quantity is not read as the quantity: each line counts as one unit."]);
  });
});
