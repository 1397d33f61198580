import { type ImportPlan, RULES, type RuleName } from "@/lib/ingest/plan";
import type { Ledger, LedgerReason, SetAsideLine } from "@/lib/std/ledger";
import { DATE_ORDER, type ReadingChange } from "@/lib/workbench/reading-change";

/** Something that can be changed about how a file was read: the words of its button and what it does. */
export interface LedgerChange {
  words: string;
  change: ReadingChange;
}

/** A choice that was made for this file, and the way back. */
export interface MadeChoice {
  sentence: string;
  back: LedgerChange;
}

/** What is so while a rule is off, and the words of the button that puts it on again. */
const OFF: Readonly<Record<RuleName, { sentence: string; back: string }>> = {
  blank: { sentence: "Blank lines are read like all others.", back: "Leave them out again" },
  "repeated-header": { sentence: "Repeated headers are read like lines.", back: "Leave them out again" },
  "total-line": { sentence: "Total lines count.", back: "Leave them out again" },
  preamble: { sentence: "Lines above the header are read like all others.", back: "Leave them out again" },
  "second-table": { sentence: "Lines below the table are read like all others.", back: "Leave them out again" },
  "short-line": { sentence: "Lines with too few fields count.", back: "Leave them out again" },
  "long-line": { sentence: "Lines with too many fields count.", back: "Leave them out again" },
  "other-currency": { sentence: "Lines in another currency count as they stand.", back: "Leave them out again" },
  "not-a-sale": { sentence: "Lines that say they are no sale count.", back: "Leave them out again" },
  "rebuilt-total": { sentence: "Totals are left as they stand in the file.", back: "Rebuild them again" },
  duplicate: { sentence: "Lines that repeat another count.", back: "Count each once" },
};

function isRule(name: string): name is RuleName {
  return name in RULES;
}

/** What can be done about lines set aside for a reason; null when nobody can, or a rule is not the cause. */
export function reasonChange({ rule }: Pick<LedgerReason, "rule">): LedgerChange | null {
  if (rule === null || !isRule(rule)) return null;
  return { words: "Count them", change: { rules: { [rule]: false } } };
}

/** What can be done about one line: it counts, and the rule stays for all others. */
export function lineChange(
  plan: ImportPlan,
  ledger: Pick<Ledger, "reasons">,
  sample: SetAsideLine,
): LedgerChange | null {
  const reason = ledger.reasons.find((each) => each.fate === sample.fate && each.reason === sample.reason);
  if (!reason || reasonChange(reason) === null) return null;
  return { words: "Count this line", change: { countedLines: [...plan.countedLines, sample.line] } };
}

/** What a warning offers; null when it only informs. */
export function warningChange({ change }: Ledger["warnings"][number]): LedgerChange | null {
  if (change === null) return null;
  const { rule, to, words } = change;
  if (rule === DATE_ORDER) return { words, change: { plan: { dateOrder: to ? "day-first" : "month-first" } } };
  return isRule(rule) ? { words, change: { rules: { [rule]: to } } } : null;
}

/**
 * The rules that are off for a file and the lines that count against a rule, each with its way back. Rules of which a
 * warning speaks are not told twice.
 */
export function madeChoices(plan: ImportPlan, locale: string, warned: ReadonlySet<string> = new Set()): MadeChoice[] {
  const off = Object.entries(plan.rules).flatMap(([rule, applies]): MadeChoice[] => {
    if (applies !== false || !isRule(rule) || !RULES[rule] || warned.has(rule)) return [];
    const { sentence, back } = OFF[rule];
    return [{ sentence, back: { words: back, change: { rules: { [rule]: true } } } }];
  });
  const counted = plan.countedLines.map((line) => ({
    sentence: `Line ${line.toLocaleString(locale)} counts.`,
    back: {
      words: "Leave it out again",
      change: { countedLines: plan.countedLines.filter((other) => other !== line) },
    },
  }));
  return [...off, ...counted];
}
