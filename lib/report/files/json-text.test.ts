import { describe, expect, it } from "vitest";
import { gathered } from "@/lib/std/gathered";
import { jsonText } from "./json-text";
import { SHOP_TABLE } from "./testing/shop-table";

const text = (await gathered(jsonText(SHOP_TABLE, { asOf: "2026-06-30", currency: "INR" }))).join("");

describe("a table as JSON", () => {
  it("keeps types, and says what the columns are", () => {
    const read = JSON.parse(text);
    expect(read).toMatchObject({ name: "best_sellers", asOf: "2026-06-30", currency: "INR" });
    expect(read.columns[2]).toEqual({ name: "revenue", label: "Revenue", type: "decimal", unit: "money" });
    expect(read.rows[0]).toEqual({
      product: 'Tea "Assam", loose',
      units: 12,
      revenue: 1234567.5,
      share: 0.1 + 0.2,
      last_sold_on: "2026-06-30",
      seen_at: "2026-06-30T18:05:09",
      is_new: true,
    });
    expect(read.rows).toHaveLength(SHOP_TABLE.rows.length);
    expect(read.totals.product).toBe("All");
  });

  it("writes every digit of a decimal", () => {
    expect(text).toContain('"revenue": 12345678901234567.89');
  });
});
