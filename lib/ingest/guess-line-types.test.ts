import { describe, expect, it } from "vitest";
import { columnProfile } from "./column-profile";
import { guessLineTypes } from "./guess-line-types";
import { inspectFile } from "./inspect-file";

const profile = (name: string, ...values: string[]) => columnProfile(name, values, "point");

describe("what became of a line", () => {
  it("is told by a column that is called so and holds words one knows", () => {
    const types = guessLineTypes([profile("Order Status", "Completed", "cancelled ", "Completed", "odd")], new Set());
    expect(types).toMatchObject({ column: "Order Status", sold: null });
    expect(types?.excluded).toContain("cancelled");
    expect(types?.returned).toContain("credit note");
  });

  it.each([
    ["another name", profile("Category", "Completed", "Cancelled")],
    ["other words", profile("Type", "Tea", "Coffee", "Sale")],
    ["nothing in it", profile("Status", "", " ")],
  ])("is not told by %s", (_, column) => {
    expect(guessLineTypes([column], new Set())).toBeNull();
  });

  it("is not told by a column that means something else", () => {
    expect(guessLineTypes([profile("Type", "Sale", "Return")], new Set(["Type"]))).toBeNull();
  });

  it("stands in the plan of a sales file, and is said", async () => {
    const text = "Date,Product,Quantity,Total,Status\n2026-01-02,Tea,1,2.50,Paid\n2026-01-03,Tea,2,5.00,Cancelled\n";
    const guess = await inspectFile(Object.assign(new Blob([text]), { name: "till.csv" }));
    expect(guess.questions).toEqual([]);
    expect(guess.plan.lineTypes?.column).toBe("Status");
    expect(guess.evidence.join(" ")).toContain("Status tells what became of each line");
  });
});
