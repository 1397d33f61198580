import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toFormat } from "@/lib/analyses/say";
import type { Column, Unit } from "@/lib/query/column";
import { niceTicks, tickTexts } from "./nice-ticks";
import { cut, textWidth, wrap } from "./place-labels";
import { placedNames } from "./placed-names";

const column = (unit: Unit): Column => ({ name: "v", label: "V", kind: "double", unit, hidden: false });
const written = (ticks: number[], unit: Unit, locale: string, currency: string | null = null) =>
  ticks.map(tickTexts(ticks, column(unit), toFormat({ locale, currency })));

describe("the ticks of an axis", () => {
  test("have one precision, in the notebook's locale and currency", () => {
    expect(written([0, 250_000, 300_000, 350_000], "money", "en-IN", "INR")).toEqual(["₹0", "₹2.5L", "₹3.0L", "₹3.5L"]);
    expect(written([0, 500_000, 1_000_000], "money", "en-US", "USD")).toEqual(["$0", "$500K", "$1M"]);
    expect(written([0, 0.025, 0.05], "share", "en-GB")).toEqual(["0%", "2.5%", "5.0%"]);
    expect(written([0, 0.25, 0.5], "rate", "de-DE")).toEqual(["0", "0,25", "0,50"]);
  });

  test("differ from each other however small or large the values are", () => {
    const spans = fc.tuple(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), fc.constantFrom("en-US", "en-IN", "de-DE"));
    fc.assert(
      fc.property(spans, ([high, locale]) => {
        const texts = written(niceTicks(0, high), "quantity", locale);
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });
});

describe("texts", () => {
  test("are cut to their room between letters as people see them", () => {
    expect(cut("Tea", 200)).toBe("Tea");
    const short = cut("Sunflower oil 1 l refined", 90);
    expect(short.endsWith("…")).toBe(true);
    expect(textWidth(short)).toBeLessThanOrEqual(90);
    expect(cut("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 30)).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
  });

  test("break between words", () => {
    const lines = wrap("Customers who come back month after month", 140);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(" ")).toBe("Customers who come back month after month");
  });
});

test("names of points never touch each other or leave the chart", () => {
  const area = { x: 40, y: 20, width: 320, height: 240 };
  const spot = fc.record({
    label: fc.string({ minLength: 1, maxLength: 200 }),
    x: fc.integer({ min: area.x, max: area.x + area.width }),
    y: fc.integer({ min: area.y, max: area.y + area.height }),
  });
  fc.assert(
    fc.property(fc.array(spot, { minLength: 2, maxLength: 40 }), (points) => {
      const boxes = placedNames(points, area, 12).map(({ text, x, y, anchor }) => {
        const wide = textWidth(text, 12);
        const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
        return { left, right: left + wide, y };
      });
      for (const [index, a] of boxes.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(area.x - 1);
        expect(a.right).toBeLessThanOrEqual(area.x + area.width + 13);
        for (const b of boxes.slice(index + 1)) {
          expect(a.right <= b.left || b.right <= a.left || Math.abs(a.y - b.y) >= 16).toBe(true);
        }
      }
    }),
  );
});
