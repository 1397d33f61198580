import type { DataSet } from "@/lib/notebook/notebook";

/** The newest day any of the files holds, as YYYY-MM-DD; null where none knows one. */
export function newestDay(dataSets: readonly Pick<DataSet, "lastDay">[]): string | null {
  const days = dataSets.flatMap(({ lastDay }) => lastDay ?? []);
  return days.sort().at(-1) ?? null;
}
