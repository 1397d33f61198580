import type { LedgerReason, LedgerWarning } from "@/lib/std/ledger";
import type { MadeToFit } from "./fill-from-file";
import { isCalledQuantity } from "./name-score";
import type { ImportPlan } from "./plan";
import type { SimilarNames } from "./similar-names";
import { type StrayDates, strayDatesSentence } from "./stray-dates";
import type { Summary } from "./summary";

/** What was seen while a file was read. */
export interface Findings {
  summary: Summary;
  made: MadeToFit;
  similar: SimilarNames | null;
  stray: readonly StrayDates[];
}

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? `line ${one}` : `lines ${many}`}`;
const plain = (sentence: string): LedgerWarning => ({ sentence, change: null });

/** What costs no line but should be known. */
export function warningsOf(
  plan: ImportPlan,
  { summary, made, similar, stray }: Findings,
  reasons: readonly LedgerReason[],
): LedgerWarning[] {
  const remarks = summary.remarks.flatMap((remark, index) => {
    const lines = summary.remarked[index] ?? 0;
    return lines === 0 ? [] : [{ sentence: remark.sentence(lines), change: remark.change ?? null }];
  });
  return [
    ...madeToFit(made, plan.kind),
    ...stray.map((dates) => plain(strayDatesSentence(dates))),
    ...remarks,
    ...(plan.kind === "sales" || plan.kind === "returns" ? ofSales(plan, summary) : []),
    ...otherCurrencies(plan, reasons),
    ...repeating(summary),
    ...(similar ? [plain(similarSentence(similar))] : []),
  ];
}

/** What the patient reader made of lines that do not fit the header; in an ordinary table they always count. */
export function madeToFit({ padded, cut, strays }: MadeToFit, kind: ImportPlan["kind"]): LedgerWarning[] {
  const instead = (rule: string) => (kind === "table" ? null : { rule, to: true, words: "Reject them instead" });
  return [
    ...(padded === 0
      ? []
      : [
          {
            sentence: `${counted(padded, "is", "are")} shorter than the header; the fields behind are empty.`,
            change: instead("short-line"),
          },
        ]),
    ...(cut === 0
      ? []
      : [
          {
            sentence: `${counted(cut, "is", "are")} longer than the header; the fields behind are left out.`,
            change: instead("long-line"),
          },
        ]),
    ...(strays === 0
      ? []
      : [plain(`${counted(strays, "has", "have")} a quote where none belongs; it was read as a letter.`)]),
  ];
}

function ofSales({ mapping, columns }: ImportPlan, { differing, kept }: Summary): LedgerWarning[] {
  const warnings: LedgerWarning[] = [];
  if (mapping.quantity === undefined) {
    const used = new Set(Object.values(mapping));
    const called = columns.find((name) => !used.has(name) && isCalledQuantity(name));
    const why = called === undefined ? "The file has no quantity column" : `${called} is not read as the quantity`;
    warnings.push(plain(`${why}: each line counts as one unit.`));
  }
  if (mapping.amount === undefined && mapping.unit_price === undefined) {
    warnings.push(
      plain(
        "The file has no price and no total column: revenue comes from a product list, and without one only units count.",
      ),
    );
  }
  if (differing !== null && differing > kept * 0.01) {
    warnings.push(
      plain(
        `${mapping.amount} differs from ${mapping.quantity} times ${mapping.unit_price} by more than 1% on ${counted(differing, "", "").trim()}. ` +
          "Tax or a discount is the usual cause; the file's total is kept.",
      ),
    );
  }
  return warnings;
}

function otherCurrencies({ currency }: ImportPlan, reasons: readonly LedgerReason[]): LedgerWarning[] {
  const others = reasons.filter(({ rule }) => rule === "other-currency");
  if (others.length === 0) return [];
  const named = others.map(({ reason, lines }) => `${lines.toLocaleString("en-US")} ${reason.split(",", 1)[0]}`);
  const all = others.reduce((sum, { lines }) => sum + lines, 0);
  const left = all === 1 ? "is left out" : "are left out";
  return [
    plain(
      `The file has more than one currency: ${named.join(", ")} ${left}, because ${currency} is never added to another.`,
    ),
  ];
}

function repeating({ repeating: lines }: Summary): LedgerWarning[] {
  if (lines === null || lines === 0) return [];
  return [
    {
      sentence: `${counted(lines, "repeats", "repeat")} another line of the file exactly.`,
      change: { rule: "duplicate", to: true, words: "Count each once" },
    },
  ];
}

function similarSentence({ count, example: [first, second] }: SimilarNames): string {
  return `${count.toLocaleString("en-US")} product names differ only in capitals or blanks, for example "${first}" and "${second}". Each counts as a product of its own.`;
}
