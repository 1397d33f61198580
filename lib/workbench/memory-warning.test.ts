import { describe, expect, it } from "vitest";
import { memoryWarning } from "./memory-warning";

describe("before a file is read", () => {
  it("nothing is said while there is ample memory", () => {
    expect(memoryWarning("a.csv", 500e6, { needed: 0.4e9, free: 2e9 })).toBeNull();
  });

  it("a file of 2 GB is told with what it needs", () => {
    const warning = memoryWarning("a.csv", 2e9, { needed: 1.2e9, free: 2.5e9 });
    expect(warning?.message).toBe(
      "a.csv has 2.0 GB. Reading it needs about 1.2 GB of memory; this browser has 2.5 GB left for it.",
    );
    expect(warning?.hint).toContain("cancelled");
  });

  it("a smaller one is told when it may not fit", () => {
    expect(memoryWarning("a.csv", 500e6, { needed: 1.9e9, free: 2e9 })?.hint).toContain("cancelled");
    expect(memoryWarning("a.csv", 500e6, { needed: 2.1e9, free: 2e9 })?.hint).toContain("Split it");
  });
});
