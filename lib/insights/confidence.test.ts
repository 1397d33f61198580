import { describe, expect, it } from "vitest";
import { confidenceOf, significanceOf } from "./confidence";
import type { Evidence } from "./rule";

const count = (n: number) => String(n);
const whole = { kept: 1000, lines: 1000 };
const lines = (n: number): Evidence => ({ kind: "lines", n });
const of = (given: Partial<Parameters<typeof confidenceOf>[0]> = {}) =>
  confidenceOf({ lines: whole, known: 1, evidence: lines(200), strong: true, count, ...given });

describe("confidence", () => {
  it("is high for a strong figure of complete data with 200 sale lines", () => {
    expect(of()).toMatchObject({ level: "high", completeness: 1, significance: 200 / 210, strength: 1 });
  });

  it("is medium when the figure is only just past its threshold", () => {
    expect(of({ strong: false })).toMatchObject({ level: "medium", score: 0.6, limitedBy: "strength" });
  });

  it("is low for 2 sale lines, however strong", () => {
    expect(of({ evidence: lines(2) })).toMatchObject({ level: "low", score: 2 / 12, limitedBy: "significance" });
    expect(of({ evidence: lines(2) }).limit).toBe("2 sale lines stand behind it");
  });

  it("is as strong as its weakest part, and names it", () => {
    const half = of({ lines: { kept: 500, lines: 1000 } });
    expect(half).toMatchObject({ score: 0.5, level: "medium", limitedBy: "completeness" });
    expect(of({ lines: { kept: 900, lines: 1000 }, known: 0.5 }).score).toBeCloseTo(0.45, 9);
    for (const { limit } of [half, of(), of({ strong: false }), of({ evidence: { kind: "test", p: 0.9 } })])
      expect(limit).toMatch(/^[a-z0-9].*[a-z]$/);
  });

  it("turns from low to medium at 0.4 and to high at 0.7", () => {
    const at = (known: number) => of({ known }).level;
    expect([at(0.399), at(0.4), at(0.699), at(0.7)]).toEqual(["low", "medium", "medium", "high"]);
  });

  it("knows nothing without lines", () => {
    expect(of({ lines: { kept: 0, lines: 0 } })).toMatchObject({ score: 0, level: "low" });
    expect(of({ evidence: lines(0) })).toMatchObject({ score: 0, limit: "no sale line stands behind it" });
    expect(of({ evidence: { kind: "months", n: 1 } }).limit).toBe("only 1 month stands behind it");
  });
});

describe("significance", () => {
  it("is n / (n + 10) of lines and of months, and 1 - p of a test", () => {
    expect(significanceOf(lines(10))).toBe(0.5);
    expect(significanceOf({ kind: "months", n: 30 })).toBe(0.75);
    expect(significanceOf({ kind: "test", p: 0.04 })).toBe(0.96);
    expect(significanceOf({ kind: "test", p: 1.5 })).toBe(0);
  });
});
