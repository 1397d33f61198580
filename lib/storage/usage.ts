import type { Usage } from "./storage";

/** Lucid's own bytes beside what the browser would give this origin. */
export async function usageOf(used: Promise<Omit<Usage, "quota">>): Promise<Usage> {
  const [own, { quota = 0 }] = await Promise.all([used, navigator.storage.estimate()]);
  return { ...own, quota };
}
