import { describe, expect, it } from "vitest";
import { shortened } from "./shortened";

describe("a long name in a sentence", () => {
  it("keeps its beginning and its end, and at most 72 characters", () => {
    const name = `${"begin ".repeat(20)}the very end`;
    const text = shortened(name);
    expect(text).toMatch(/^begin begin .*\u2026gin the very end$/);
    expect(Array.from(text).length).toBeLessThanOrEqual(72);
  });

  it("is left alone where it fits", () => {
    expect(shortened("Rice 5 kg")).toBe("Rice 5 kg");
    expect(shortened("x".repeat(72))).toBe("x".repeat(72));
  });

  it("never cuts a character in two: families and flags stay whole", () => {
    const family = "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}";
    expect(shortened(family.repeat(72))).toBe(family.repeat(72));
    expect(shortened(family.repeat(80)).replaceAll(family, "")).toBe("\u2026");
  });
});
