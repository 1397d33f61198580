import { describe, expect, it } from "vitest";
import { columnProfile } from "./column-profile";
import { guessMapping } from "./guess-mapping";

const LINES = Array.from({ length: 24 }, (_, line) => line + 1);

/** A sales file whose columns of figures are given by line; date and product are always there. */
function guessed(columns: Readonly<Record<string, (line: number) => string | number>>) {
  const all = { date: () => "2024-05-17", product: (line: number) => `Tea ${line}`, ...columns };
  const profiles = Object.entries(all).map(([name, value]) =>
    columnProfile(
      name,
      LINES.map((line) => String(value(line))),
      "point",
    ),
  );
  return guessMapping(profiles, "point");
}

const quantity = (line: number) => line % 5 || 5;
const price = (line: number) => 2 + (line % 7) / 2;

describe("quantity, price and total", () => {
  it("give the one that no name gives", () => {
    const guess = guessed({
      qty: quantity,
      price: price,
      foo: (line) => quantity(line) * price(line),
      bar: (line) => line,
    });
    expect(guess.mapping).toMatchObject({ quantity: "qty", unit_price: "price", amount: "foo" });
    expect(guess.evidence).toContain("foo is the total, because it makes quantity times price the total.");
    const other = guessed({ foo: quantity, price: price, total: (line) => quantity(line) * price(line) });
    expect(other.mapping.quantity).toBe("foo");
  });

  it("give none when two columns would do", () => {
    const total = (line: number) => quantity(line) * price(line);
    expect(guessed({ qty: quantity, price: price, foo: total, bar: total }).mapping.amount).toBeUndefined();
  });
});

describe("a discount", () => {
  const gross = (line: number) => quantity(line) * price(line);
  const tenth = (line: number) => (line % 2 ? 0.1 : 0);

  it.each([
    ["a share below 1", "discount", tenth, "share"],
    ["a share in percent", "discount", (line: number) => (line % 2 ? "10%" : "0%"), "share"],
    ["a percentage that its name tells", "Disc %", (line: number) => (line % 2 ? 10 : 0), "share"],
    ["a percentage that is more than was paid", "discount", (line: number) => (line % 2 ? 50 : 0), "share"],
    ["money", "discount", (line: number) => (line % 2 ? 1.5 : 0), "amount"],
    ["money with a minus", "discount", (line: number) => (line % 2 ? -1.5 : 0), "amount"],
  ] as const)("without a total is taken off: %s", (_, name, value, as) => {
    const guess = guessed({ qty: quantity, price: price, [name]: value });
    expect(guess.mapping.discount).toBe(name);
    expect(guess.discountAs).toBe(as);
    expect(guess.evidence.join(" ")).toContain(`${name} is taken`);
  });

  it.each([
    ["share", tenth, (line: number) => gross(line) * (1 - tenth(line))],
    ["amount", (line: number) => line % 3, (line: number) => gross(line) - (line % 3)],
  ] as const)("that makes up the total is kept beside it, as %s", (as, value, total) => {
    const guess = guessed({ qty: quantity, price: price, discount: value, total: total });
    expect(guess.mapping).toMatchObject({ amount: "total", discount: "discount" });
    expect(guess.discountAs).toBe(as);
    expect(guess.evidence).toContain("qty times price less discount is total on 24 of the lines looked at.");
  });

  it("that does not is left alone beside a total", () => {
    expect(guessed({ qty: quantity, price: price, discount: tenth, total: gross }).mapping.discount).toBeUndefined();
  });
});
