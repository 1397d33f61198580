import { describe, expect, test } from "vitest";
import { missingFrom, withColumn, withKind } from "./plan-changes";
import { plan } from "./testing/plan";

describe("plan changes", () => {
  test("an empty choice takes the column off its role", () => {
    expect(withColumn(plan, "date", "").mapping).toEqual({ product_name: "What", quantity: "How many" });
  });

  test("another kind lets go of roles it does not have", () => {
    expect(withKind(plan, "inventory").mapping).toEqual({ product_name: "What" });
    expect(missingFrom(withKind(plan, "inventory"))).toBe("Choose the column of the current stock.");
  });

  test("a complete plan misses nothing; a date may come from a list of orders", () => {
    expect(missingFrom(plan)).toBeNull();
    const { date: _, ...undated } = plan.mapping;
    const lines = { kind: "sales", mapping: { ...undated, transaction: "Order" } } as const;
    expect(missingFrom(lines)).toBe("Choose the column of the date.");
    expect(missingFrom(lines, true)).toBeNull();
  });
});
