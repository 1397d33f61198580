import type { MemoryNeed } from "@/lib/ingest/memory-estimate";
import type { Problem } from "@/lib/std/problem";

/** Files below this are read without a look at the memory, bytes. */
export const LOOKED_AT_FROM = 100_000_000;
/** From here a person is asked before the reading starts, bytes. */
const ASKED_FROM = 2_000_000_000;
/** Share of what is free that may be needed without a word. */
const AMPLE = 0.8;

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

/** What to say before a large file is read; null when there is nothing to say. */
export function memoryWarning(fileName: string, bytes: number, { needed, free }: MemoryNeed): Problem | null {
  const tight = needed > free * AMPLE;
  if (bytes < ASKED_FROM && !tight) return null;
  const fits = needed <= free;
  return {
    message: `${fileName} has ${gigabytes(bytes)}. Reading it needs about ${gigabytes(needed)} of memory; this browser has ${gigabytes(free)} left for it.`,
    hint: fits
      ? "It can take a few minutes and can be cancelled at any time."
      : "It will probably not fit. Split it by year or month, or remove data that is no longer needed. Trying does no harm to what is here.",
  };
}
