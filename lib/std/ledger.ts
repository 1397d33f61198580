/** One line that does not count, with the reason in plain words. */
export interface SetAsideLine {
  /** The row a spreadsheet shows (header = 1). */
  line: number;
  fate: "rejected" | "excluded";
  reason: string;
  raw: string;
}

export interface LedgerReason {
  fate: "rejected" | "excluded";
  reason: string;
  lines: number;
  /** The rule that left them out and can be switched off, by its name; null when the lines could not be read. */
  rule: string | null;
}

/** The import ledger: `lines = kept + rejected + excluded`, always. */
export interface Ledger {
  lines: number;
  kept: number;
  rejected: number;
  excluded: number;
  reasons: readonly LedgerReason[];
  /** The first lines set aside (at most 100); all of them stand in the relation `set_aside`. */
  samples: readonly SetAsideLine[];
  /** Things worth knowing that cost no line. */
  warnings: readonly LedgerWarning[];
}

/** Something worth knowing that cost no line, and the rule that would change it. */
export interface LedgerWarning {
  sentence: string;
  /** A rule to switch, what to set it to, and the words of the button ("Count each once"); null when there is none. */
  change: { rule: string; to: boolean; words: string } | null;
}
