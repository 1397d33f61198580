import type { ImportPlan } from "@/lib/ingest/plan";
import { readPlan } from "@/lib/ingest/read-plan";
import type { DataSet } from "@/lib/notebook/notebook";

/** How a data set was read; null for files read before plans were kept. */
export function planOf({ plan }: Pick<DataSet, "plan">): ImportPlan | null {
  return readPlan(plan);
}
