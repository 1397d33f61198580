import { describe, expect, it } from "vitest";
import { type ImportPlan, PLAIN, RULES, type RuleName } from "@/lib/ingest/plan";
import type { Ledger } from "@/lib/std/ledger";
import { changedPlan } from "@/lib/workbench/reading-change";
import { lineChange, madeChoices, reasonChange, warningChange } from "./ledger-changes";

const plan: ImportPlan = { ...PLAIN, kind: "sales", columns: ["Day", "Thing"], mapping: { date: "Day" } };
const reason = (rule: string | null): Ledger["reasons"][number] => ({
  fate: rule === null ? "rejected" : "excluded",
  reason: `because of ${rule}`,
  lines: 2,
  rule,
});
/** Every line counts. */
const footed: Pick<Ledger, "rejected" | "excluded" | "samples"> = { rejected: 0, excluded: 0, samples: [] };
const sample = (rule: string | null) => ({ ...reason(rule), line: 7, raw: "TOTAL" });

describe("a reason", () => {
  it("can be switched off when a rule is the cause, and on again to the same plan", () => {
    const rules = (Object.keys(RULES) as RuleName[]).filter((rule) => RULES[rule]);
    for (const rule of rules) {
      const off = changedPlan(plan, reasonChange(reason(rule))?.change ?? {});
      expect(off.rules).toEqual({ [rule]: false });
      const [choice] = madeChoices(off, footed, "en-GB");
      expect(changedPlan(off, choice?.back.change ?? {})).toEqual(plan);
    }
  });

  it("that is off is not said to make its lines count: some may be unreadable", () => {
    const off = { ...plan, rules: { "total-line": false } };
    expect(madeChoices(off, footed, "en-GB")).toMatchObject([
      { sentence: "Total lines are not left out.", back: { words: "Leave them out again" } },
    ]);
  });

  it("offers nothing when lines could not be read or other files are the cause", () => {
    expect([reason(null), reason("replaced")].map(reasonChange)).toEqual([null, null]);
  });
});

describe("a line", () => {
  it("counts alone, and is left out again", () => {
    const offer = lineChange(plan, { reasons: [reason("total-line")] }, sample("total-line"));
    const counted = changedPlan(plan, offer?.change ?? {});
    expect(counted.countedLines).toEqual([7]);
    const [choice] = madeChoices(counted, footed, "en-GB");
    expect(choice?.sentence).toBe("Line 7 counts.");
    expect(changedPlan(counted, choice?.back.change ?? {})).toEqual(plan);
  });

  it("that is to count is said to count only when the ledger shows it does", () => {
    const counted = { ...plan, countedLines: [4] };
    const said = (ledger: typeof footed) => madeChoices(counted, ledger, "en-GB").map(({ sentence }) => sentence);
    const aside = { line: 4, fate: "rejected", reason: "date cannot be read", raw: "TOTAL,,30" } as const;
    expect(said({ rejected: 1, excluded: 0, samples: [{ ...aside, line: 5 }] })).toEqual(["Line 4 counts."]);
    expect(said({ rejected: 1, excluded: 0, samples: [aside] })).toEqual([
      "Line 4 is not left out by rule any more, but cannot be read: date cannot be read.",
    ]);
    expect(
      said({ rejected: 0, excluded: 1, samples: [{ ...aside, fate: "excluded", reason: "repeats line 3" }] }),
    ).toEqual(["Line 4 is still left out by rule: repeats line 3."]);
    expect(said({ rejected: 101, excluded: 0, samples: [{ ...aside, line: 5 }] })).toEqual([
      "Line 4 is not left out by rule any more.",
    ]);
  });

  it("that could not be read cannot be counted", () => {
    expect(lineChange(plan, { reasons: [reason(null)] }, sample(null))).toBeNull();
  });
});

describe("a warning", () => {
  it("switches the rule it names, or the order of dates", () => {
    const warning = (rule: string, to: boolean) => ({ sentence: "", change: { rule, to, words: "Do it" } });
    expect(warningChange(warning("duplicate", true))?.change).toEqual({ rules: { duplicate: true } });
    expect(warningChange(warning("date-order", false))?.change).toEqual({ plan: { dateOrder: "month-first" } });
    expect(warningChange(warning("unheard-of", true))).toBeNull();
    expect(warningChange({ sentence: "", change: null })).toBeNull();
  });

  it("is not told twice beside the rule it speaks of", () => {
    const off = changedPlan(plan, { rules: { "short-line": false } });
    expect(madeChoices(off, footed, "en-GB", new Set(["short-line"]))).toEqual([]);
  });
});
