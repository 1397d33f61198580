"use client";

import { useMemo } from "react";
import type { Say } from "@/lib/analyses/analysis";
import { toFormat, toSay } from "@/lib/analyses/say";
import type { Format } from "@/lib/query/format";
import { useWorkbenchState } from "./use-workbench";

function useWriting() {
  const locale = useWorkbenchState((state) => state.notebook?.locale ?? "en");
  const currency = useWorkbenchState((state) => state.notebook?.currency ?? null);
  return useMemo(() => ({ locale, currency }), [locale, currency]);
}

/** Table cells and axes in the notebook's locale and currency. */
export function useFormat(): Format {
  const writing = useWriting();
  return useMemo(() => toFormat(writing), [writing]);
}

/** Numbers inside sentences in the notebook's locale and currency. */
export function useSay(): Say {
  const writing = useWriting();
  return useMemo(() => toSay(writing), [writing]);
}
