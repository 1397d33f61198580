import { describe, expect, it } from "vitest";
import { inspectFile } from "./inspect-file";

/** A file whose numbers are numbers, and whose texts are texts. */
const inspected = (totals: readonly (string | number)[]) => {
  const lines = totals.map((Total, at) => ({ Date: `2026-05-${10 + at}`, Product: "Tea", Quantity: 1, Total }));
  return inspectFile(Object.assign(new Blob([JSON.stringify(lines)]), { name: "till.json" }));
};

describe("the decimal mark of a typed file", () => {
  it("is a comma where its numbers are texts with a comma", async () => {
    const { plan, questions } = await inspected(["10,10 €", "7,50 €", "1.234,00 €"]);
    expect(plan).toMatchObject({ decimalMark: "comma", mapping: { amount: "Total" } });
    expect(questions).toEqual([]);
  });

  it.each([
    ["numbers", [10.5, 7.25, 12]],
    ["numbers beside texts with a comma", [10.5, "7,50 €", "8,50 €"]],
    ["texts with thousands", ["1,234 €", "2,345 €", "12 €"]],
  ])("stays a point with %s", async (_, totals) => {
    expect((await inspected(totals)).plan.decimalMark).toBe("point");
  });
});
