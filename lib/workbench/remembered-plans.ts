import { headerSignature } from "@/lib/ingest/header";
import type { ImportPlan } from "@/lib/ingest/plan";
import type { Storage } from "@/lib/storage/storage";
import { hashOf } from "./result-key";

function settingOf(signature: string): string {
  return `reading:${hashOf(signature)}`;
}

/** What was answered for files with this header, as it was stored; null when nothing was. */
export function rememberedPlan(storage: Storage, signature: string): Promise<unknown> {
  return storage.getSetting(settingOf(signature));
}

/** Keeps the answers for the next file with the same header; lines that were counted one by one are its own. */
export function rememberPlan(storage: Storage, plan: ImportPlan): Promise<void> {
  return storage.putSetting(settingOf(headerSignature(plan.columns)), { ...plan, countedLines: [] });
}
