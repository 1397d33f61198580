import type { DateColumn } from "./date-evidence";
import type { OrderEvidence } from "./dates";
import type { RegularFile, RegularPlan } from "./regularise";
import { WALKS_HERE } from "./text-walks";
import { encodeFailure, type WorkerFailure } from "./worker-failure";

/** A walk and what it is to know. */
export type Walk =
  | { walk: "hasEmptyLines" }
  | { walk: "regularise"; plan: RegularPlan }
  | { walk: "dateEvidence"; column: DateColumn };

/** What the page asks the worker that walks through texts. A file keeps its name on the way, another blob does not. */
export type WalkCall = Walk & { file: Blob; name: string };

export type WalkAnswer = { found: boolean | RegularFile | OrderEvidence } | { failure: WorkerFailure };

/** The worker's side of a call: never throws. */
export async function answerWalk({ file, name, ...walk }: WalkCall): Promise<WalkAnswer> {
  const named = file instanceof File ? file : new File([file], name);
  try {
    if (walk.walk === "hasEmptyLines") return { found: await WALKS_HERE.hasEmptyLines(named) };
    if (walk.walk === "regularise") return { found: await WALKS_HERE.regularise(named, walk.plan) };
    return { found: await WALKS_HERE.dateEvidence(named, walk.column) };
  } catch (error) {
    return { failure: encodeFailure(error, name) };
  }
}
