import { describe, expect, it } from "vitest";
import { OrderLines } from "./carry-down";

const COLUMNS = ["Order", "Paid", "Item", "City"];
const lines = () => new OrderLines({ key: "Order", columns: ["Paid", "City"] }, COLUMNS);
const filled = (rows: string[][]) => {
  const orders = lines();
  return rows.map((row) => orders.filled(row));
};

describe("fields given on an order's first line alone", () => {
  it("are carried down to its other lines, the key too", () => {
    expect(
      filled([
        ["#1", "2024-01-01", "Mug", "Rome"],
        ["#1", "", "Print", ""],
        ["", " ", "Card", ""],
      ]),
    ).toEqual([
      ["#1", "2024-01-01", "Mug", "Rome"],
      ["#1", "2024-01-01", "Print", "Rome"],
      ["#1", "2024-01-01", "Card", "Rome"],
    ]);
  });

  it("never reach another order", () => {
    expect(
      filled([
        ["#1", "2024-01-01", "Mug", "Rome"],
        ["#2", "", "Print", ""],
        ["#2", "2024-01-02", "Card", ""],
        ["", "", "Mug", ""],
      ]),
    ).toEqual([
      ["#1", "2024-01-01", "Mug", "Rome"],
      ["#2", "", "Print", ""],
      ["#2", "2024-01-02", "Card", ""],
      ["#2", "2024-01-02", "Mug", ""],
    ]);
  });

  it("do not fill blank lines, lines of totals and lines above the first order", () => {
    expect(
      filled([
        ["", "", "Mug", ""],
        ["#1", "2024-01-01", "Mug", "Rome"],
        ["", "", " ", ""],
        ["", "", "Total", ""],
        ["", "", "Card", ""],
      ]).slice(0, 4),
    ).toEqual([
      ["", "", "Mug", ""],
      ["#1", "2024-01-01", "Mug", "Rome"],
      ["", "", " ", ""],
      ["", "", "Total", ""],
    ]);
  });

  it("are forgotten behind a repeated header and a line that could not be read", () => {
    const orders = lines();
    orders.filled(["#1", "2024-01-01", "Mug", "Rome"]);
    orders.pass(["#1", "too", "short"]);
    expect(orders.filled(["", "", "Card", ""])).toEqual(["#1", "2024-01-01", "Card", "Rome"]);
    orders.pass([]);
    expect(orders.filled(["", "", "Card", ""])).toEqual(["", "", "Card", ""]);
    orders.filled(["#2", "2024-01-02", "Mug", "Oslo"]);
    orders.filled(["Order", "Paid", "Item", "City"]);
    expect(orders.filled(["", "", "Card", ""])).toEqual(["", "", "Card", ""]);
  });
});
