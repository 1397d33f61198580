import type { Unmatched } from "@/lib/ingest/define-relations";
import type { Command } from "@/lib/notebook/command";
import type { DataSet } from "@/lib/notebook/notebook";

/** What to change where the lines that do not count because of other files are no longer those written down. */
export function unmatchedChanges(dataSets: readonly DataSet[], unmatched: readonly Unmatched[]): Command[] {
  return dataSets.flatMap((dataSet): Command[] => {
    const reasons = unmatched.find(({ id }) => id === dataSet.id)?.reasons ?? [];
    if (JSON.stringify(reasons) === JSON.stringify(dataSet.unmatched)) return [];
    return [{ type: "set-data-set", dataSet: { ...dataSet, unmatched: reasons } }];
  });
}
