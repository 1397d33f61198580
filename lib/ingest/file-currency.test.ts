import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { inspectFile } from "./inspect-file";
import { readText } from "./testing/read-text";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function read(amounts: readonly string[], head = "Amount") {
  const text = `Date,Product,Qty,${head}\n${amounts.map((each, at) => `2026-05-0${at + 1},Tea,1,${each}\n`).join("")}`;
  const { plan, evidence } = await inspectFile(Object.assign(new Blob([text]), { name: "till.csv" }));
  const { ledger } = await readText(engine, { text, plan });
  const { rows } = await engine.runText("select sum(amount) as a from sales_t");
  const left = ledger.reasons.map(({ reason, lines }) => `${lines} ${reason}`);
  return { currency: plan.currency, evidence, left, revenue: String(rows[0]?.a) };
}

describe("a file whose money is in two currencies", () => {
  it.each([
    ["signs", ["$10.00", "€20.00", "$30.00", "$5.00"]],
    ["codes", ["10.00 USD", "20.00 EUR", "30.00 USD", "5.00 USD"]],
    ["codes close to the number", ["10.00USD", "20.00EUR", "30.00USD", "5.00USD"]],
  ])("counts the lines in the more frequent one: %s", async (_, amounts) => {
    const { evidence, ...found } = await read(amounts);
    expect(found).toEqual({ currency: "USD", left: ["1 in EUR, not in USD"], revenue: "45" });
    expect(evidence).toContain("Most lines are in USD, others in EUR.");
  });

  it("takes numbers without a sign for what the head of the column says", async () => {
    const { evidence: _, ...found } = await read(["1", "2", "3", "$4"], "Amount (EUR)");
    expect(found).toEqual({ currency: "EUR", left: ["1 in USD, not in EUR"], revenue: "6" });
  });
});

describe("a file whose money is in one currency", () => {
  it.each([
    ["Amount", "USD"],
    ["Amount (CAD)", "CAD"],
    ["Amount (INR)", null],
  ])("counts every line, with the head %s", async (head, currency) => {
    const { evidence, ...found } = await read(["$1", "$2", "$3"], head);
    expect(found).toEqual({ currency, left: [], revenue: "6" });
    expect(evidence.join(" ")).not.toContain("Most lines");
  });
});
