import type { DataSet } from "@/lib/notebook/notebook";
import type { Ledger, LedgerReason } from "@/lib/std/ledger";

type Fates = Pick<Ledger, "rejected" | "excluded">;

function linesOf(reasons: readonly LedgerReason[], fate: LedgerReason["fate"]): number {
  return reasons.filter((reason) => reason.fate === fate).reduce((sum, { lines }) => sum + lines, 0);
}

/**
 * The ledger a person sees: the file's own, less the kept lines that do not count because of other files. It foots as the
 * file's own does: lines = kept + rejected + excluded.
 */
export function shownLedger({ ledger, unmatched }: Pick<DataSet, "ledger" | "unmatched">): Ledger {
  if (unmatched.length === 0) return ledger;
  const moved: Fates = { rejected: linesOf(unmatched, "rejected"), excluded: linesOf(unmatched, "excluded") };
  return {
    ...ledger,
    kept: ledger.kept - moved.rejected - moved.excluded,
    rejected: ledger.rejected + moved.rejected,
    excluded: ledger.excluded + moved.excluded,
    reasons: [...ledger.reasons, ...unmatched],
  };
}

/** The four numbers over all files of a notebook. */
export function totalLedger(
  dataSets: readonly Pick<DataSet, "ledger" | "unmatched">[],
): Pick<Ledger, "lines" | "kept" | "rejected" | "excluded"> {
  const ledgers = dataSets.map(shownLedger);
  const sum = (name: "lines" | "kept" | "rejected" | "excluded") =>
    ledgers.reduce((total, ledger) => total + ledger[name], 0);
  return { lines: sum("lines"), kept: sum("kept"), rejected: sum("rejected"), excluded: sum("excluded") };
}
