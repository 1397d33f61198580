import { describe, expect, it } from "vitest";
import { type ImportPlan, PLAIN } from "./plan";
import { readPlan } from "./read-plan";

const PLAN: ImportPlan = {
  ...PLAIN,
  kind: "sales",
  columns: ["Date", "Item", "Total", "Type", "Order"],
  mapping: { date: "Date", product_name: "Item", amount: "Total" },
  lineTypes: { column: "Type", sold: null, returned: ["refund"], excluded: ["fee"] },
  carryDown: { key: "Order", columns: ["Date"] },
  rules: { duplicate: true },
  countedLines: [7],
};

describe("a stored plan", () => {
  it("comes back as it was, also through JSON", () => {
    expect(readPlan(JSON.parse(JSON.stringify(PLAN)))).toEqual(PLAN);
  });

  it.each([
    ["nothing", null],
    ["a text", "plan"],
    ["a plan of the first version", { kind: "sales", columns: PLAN.columns, mapping: PLAN.mapping }],
    ["a role nobody knows", { ...PLAN, mapping: { colour: "Item" } }],
    ["a role without a column of the file", { ...PLAN, mapping: { date: "Day" } }],
    ["a rule nobody knows", { ...PLAN, rules: { luck: true } }],
    ["more than it should hold", { ...PLAN, script: "x" }],
    ["a row before the first", { ...PLAN, layout: { ...PLAN.layout, firstRow: 0 } }],
    ["no delimiter", { ...PLAN, dialect: { ...PLAN.dialect, delimiter: "" } }],
  ])("is none when it is %s", (_, value) => {
    expect(readPlan(value)).toBeNull();
  });
});
