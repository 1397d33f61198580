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
  /** Things worth knowing that cost no line, as sentences. */
  warnings: readonly string[];
}
