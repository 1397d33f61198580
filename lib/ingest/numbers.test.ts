import { describe, expect, it } from "vitest";
import { guessCurrency } from "./currency";
import { guessDecimalMark, markOf, readNumber, readShare } from "./numbers";

describe("a number in a text", () => {
  it.each([
    ["1234.5", 1234.5],
    [" -3 ", -3],
    [".5", 0.5],
    ["1e3", 1000],
    ["$1,234.50", 1234.5],
    ["-$1,148", -1148],
    ["(33.62)", -33.62],
    ["12.50-", -12.5],
    ["₹ 1,23,456.00", 123456],
    ["1 234.50", 1234.5],
    ["EUR 12", 12],
    ["Rs. 45", 45],
    ["Rs. 1,200/-", 1200],
    ["12 euros", 12],
    ["1'234.50", 1234.5],
    ["'123", 123],
    ["１２３．５", 123.5],
    ["१२३", 123],
    ["١٢٣", 123],
    ["−5", -5],
  ])("is read: %s", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    ["1.234,50", 1234.5],
    ["1 234,5 €", 1234.5],
    ["1.234", 1234],
    ["-0,5", -0.5],
  ])("is read with a decimal comma: %s", (text, value) => {
    expect(readNumber(text, "comma")).toBe(value);
  });

  it.each(["", "-", "ERROR", "12abc", "1,5", "1,23,4", "2 pcs", "1.2.3", "10%", "2024-01-01"])(
    "is not seen in %j",
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );
});

describe("a share in a text", () => {
  it.each([
    ["10%", 1, 0.1],
    ["7.5 %", 100, 0.075],
    ["0.1", 1, 0.1],
    ["15", 100, 0.15],
    ["x", 1, null],
  ])("is read: %s by the unit %s", (text, unit, share) => {
    expect(readShare(text, "point", unit)).toBe(share);
  });
});

describe("the decimal mark", () => {
  it.each([
    ["1.234,50", "comma"],
    ["1,234.50", "point"],
    ["12,5", "comma"],
    ["0.125", "point"],
    ["1.234.567", "comma"],
    ["1,234", null],
    ["12", undefined],
  ])("of %s is %s", (text, mark) => {
    expect(markOf(text)).toBe(mark);
  });

  it("is decided by the numbers that can only be read one way", () => {
    expect(guessDecimalMark(["1.234", "12,50", "7"], ";")).toMatchObject({ mark: "comma", ambiguous: false });
    expect(guessDecimalMark(["1,234", "12.50"], ",")).toMatchObject({ mark: "point", ambiguous: false });
    expect(guessDecimalMark(["1", "2"], ";")).toMatchObject({ mark: "point", ambiguous: false });
  });

  it("is asked for when nothing decides", () => {
    expect(guessDecimalMark(["1.234", "2.500"], ";").ambiguous).toBe(true);
    expect(guessDecimalMark(["1,234", "2,500"], ",").ambiguous).toBe(false);
  });
});

describe("the currency", () => {
  it("is the only one that columns and values name", () => {
    expect(guessCurrency(["Amount"], ["€ 5", "6"], [])).toBe("EUR");
    expect(guessCurrency(["Amount (INR)"], ["5"], [])).toBe("INR");
    expect(guessCurrency(["Amount"], ["R$ 5"], [])).toBe("BRL");
    expect(guessCurrency(["Amount"], ["$5"], ["cad", "CAD"])).toBe("CAD");
    expect(guessCurrency(["Amount"], ["$5", "€5"], [])).toBeNull();
    expect(guessCurrency(["Amount"], ["5"], [])).toBeNull();
  });
});
