import type { ImportPlan } from "@/lib/ingest/plan";
import type { DataSet } from "@/lib/notebook/notebook";

/** How a data set was read; null for files read before plans were kept. */
export function planOf({ plan }: Pick<DataSet, "plan">): ImportPlan | null {
  return plan === null ? null : (plan as unknown as ImportPlan);
}
