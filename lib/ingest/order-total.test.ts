import { describe, expect, it } from "vitest";
import { inspectFile } from "./inspect-file";

const inspected = (lines: readonly string[]) =>
  inspectFile(Object.assign(new Blob([lines.join("\n")]), { name: "orders.csv" }));

const REPEATS = (column: string) =>
  `${column} repeats the whole order's total on each line; line totals are quantity times price.`;

describe("the total of a whole order on each of its lines", () => {
  it.each(["Order Total", "Total"])("is not the line's, when the lines make it up: %s", async (column) => {
    const guess = await inspected([
      `Order ID,Date,Product,Quantity,Unit Price,${column}`,
      "1,2026-05-13,Tea,1,12,32",
      "1,2026-05-13,Cake,2,10,32",
      "2,2026-05-14,Tea,1,12,12",
    ]);
    expect(guess.plan.mapping).toMatchObject({ quantity: "Quantity", unit_price: "Unit Price" });
    expect(guess.plan.mapping.amount).toBeUndefined();
    expect(guess.evidence).toContain(REPEATS(column));
    expect(guess.questions).toEqual([]);
  });

  it("is known by its name when shipping is in it", async () => {
    const lines = ["1,2026-05-13,Tea,1,12,35", "1,2026-05-13,Cake,2,10,35", "2,2026-05-14,Tea,1,12,15"];
    const guess = await inspected(["Order ID,Date,Product,Quantity,Unit Price,Order Total", ...lines]);
    expect(guess.evidence).toContain(REPEATS("Order Total"));
    const other = await inspected(["Order ID,Date,Product,Quantity,Unit Price,Total", ...lines]);
    expect(other.plan.mapping.amount).toBe("Total");
  });

  it("is asked about when there is no price", async () => {
    const guess = await inspected([
      "Order ID,Date,Product,Quantity,Order Total",
      "1,2026-05-13,Tea,1,32",
      "1,2026-05-13,Cake,2,32",
      "2,2026-05-14,Tea,1,12",
    ]);
    expect(guess.questions).toEqual([
      "Order Total repeats the whole order's total on each line, and no price tells the line's own. Choose the column with the total of the line, or go on: each line will then count with the whole order's total.",
    ]);
  });

  it("is not seen in totals of lines that are equal, nor in those that differ", async () => {
    const equal = await inspected([
      "Order ID,Date,Product,Quantity,Unit Price,Order Total",
      "1,2026-05-13,Tea,2,10,18",
      "1,2026-05-13,Cake,2,10,18",
    ]);
    expect(equal.plan.mapping.amount).toBe("Order Total");
    const different = await inspected([
      "Order ID,Date,Product,Quantity,Unit Price,Order Total",
      "1,2026-05-13,Tea,1,12,12",
      "1,2026-05-13,Cake,2,10,20",
    ]);
    expect(different.plan.mapping.amount).toBe("Order Total");
    expect(different.questions).toEqual([]);
  });
});
