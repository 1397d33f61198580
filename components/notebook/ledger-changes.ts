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
  "total-line": { sentence: "Total lines are not left out.", back: "Leave them out again" },
  preamble: { sentence: "Lines above the header are read like all others.", back: "Leave them out again" },
  "second-table": { sentence: "Lines below the table are read like all others.", back: "Leave them out again" },
  "short-line": { sentence: "Lines with too few fields are not left out.", back: "Leave them out again" },
  "long-line": { sentence: "Lines with too many fields are not left out.", back: "Leave them out again" },
  "other-currency": {
    sentence: "Lines in another currency are not left out; their figures stand as they are.",
    back: "Leave them out again",
  },
  "not-a-sale": { sentence: "Lines that say they are no sale are not left out.", back: "Leave them out again" },
  "rebuilt-total": { sentence: "Totals are left as they stand in the file.", back: "Rebuild them again" },
  duplicate: { sentence: "Lines that repeat another are not left out.", back: "Count each once" },
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

/** What became of a line that was to count: only the ledger knows whether it does. */
function countedSentence(line: number, { rejected, excluded, samples }: Outcome, locale: string): string {
  const name = `Line ${line.toLocaleString(locale)}`;
  const aside = samples.find((sample) => sample.line === line);
  if (aside?.fate === "rejected")
    return `${name} is not left out by rule any more, but cannot be read: ${aside.reason}.`;
  if (aside) return `${name} is still left out by rule: ${aside.reason}.`;
  const allShown = samples.length >= rejected + excluded;
  return allShown ? `${name} counts.` : `${name} is not left out by rule any more.`;
}

/** What of the ledger tells where a line is now. */
type Outcome = Pick<Ledger, "rejected" | "excluded" | "samples">;

/**
 * The rules that are off for a file and the lines that are to count against a rule, each with its way back. Rules of
 * which a warning speaks are not told twice.
 */
export function madeChoices(
  plan: ImportPlan,
  ledger: Outcome,
  locale: string,
  warned: ReadonlySet<string> = new Set(),
): MadeChoice[] {
  const off = Object.entries(plan.rules).flatMap(([rule, applies]): MadeChoice[] => {
    if (applies !== false || !isRule(rule) || !RULES[rule] || warned.has(rule)) return [];
    const { sentence, back } = OFF[rule];
    return [{ sentence, back: { words: back, change: { rules: { [rule]: true } } } }];
  });
  const counted = plan.countedLines.map((line) => ({
    sentence: countedSentence(line, ledger, locale),
    back: {
      words: "Leave it out again",
      change: { countedLines: plan.countedLines.filter((other) => other !== line) },
    },
  }));
  return [...off, ...counted];
}
